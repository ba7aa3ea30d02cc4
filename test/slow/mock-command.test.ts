import { join, resolve } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { login } from '../../generated/examples.js';
import packageJson from '../../package.json' with { type: 'json' };
import { banner } from '../../src/mock/command.js';
import { contract, traceId } from '../contract/cases.js';
import { type RunningCommand, startCommand, until } from '../support/command.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { pack } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

const cli = join((await pack()).folder, 'dist/cli.mjs');
const folder = temporaryFolder();
const started: RunningCommand[] = [];
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL');
});

async function startProgram(file: string, args: readonly string[]): Promise<RunningCommand> {
  const command = await startCommand(file, args);
  started.push(command);
  return command;
}
/** Starts the command of the package. */
const start = (...options: string[]) => startProgram(process.execPath, [cli, '--port', '0', ...options]);

describe.concurrent('The command', () => {
  test('prints its help on one screen, and its version', async ({ expect }) => {
    const help = (await succeed(cli, ['--help'])).trimEnd().split('\n');
    expect(help.length).toBeLessThanOrEqual(24);
    expect(Math.max(...help.map((line) => line.length))).toBeLessThanOrEqual(80);

    const prism = packageJson.devDependencies['@stoplight/prism-http'];
    expect(await succeed(cli, ['--version'])).toBe(`${packageJson.version} (Prism ${prism})\n`);
  });

  test.for([
    ['--port x', ': --port must be a number from 0 to 65535, got "x"'],
    ['--port 65536', ': --port must be a number from 0 to 65535, got 65536'],
    ['--port', "Option '-p, --port <value>' argument missing; see --help"],
    ['--port -1', "Option '--port' argument is ambiguous; see --help"],
    ['--spec x', "Unknown option '--spec'"],
    ['mock', "Unexpected argument 'mock'"],
    ['--port 0 --host 203.0.113.1', ': --host 203.0.113.1 with port 0 cannot be used'],
    ['--delay soon', ': --delay must be milliseconds such as 800'],
  ] as const)('reports in one line what is wrong with %s', async ([line, message], { expect }) => {
    const { code, stdout, stderr } = await run(cli, line.split(' '));

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^koodrive-auth-mock: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  test('prints only its address with --quiet, and warns if other machines can reach it', async ({ expect }) => {
    const { url, output } = await start('--quiet', '--host', '0.0.0.0');
    await postLogin(url);
    await until(() => output().includes('koodrive-auth-mock'));

    const warning = 'koodrive-auth-mock: --host 0.0.0.0 opens the mock to the network: other machines can reach it\n';
    expect(output().replace(warning, '')).toBe(`Mock on ${url}\n`);
  });

  test('prints a banner that fits the screen, with a command that works, and a line for each request', async ({
    expect,
  }) => {
    const { url, output } = await start('--published-times');
    const { body } = login.responses.withPassword;
    const lines = output().trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const [curl = ''] = /curl (?:.*\\\n)*.*/.exec(output()) ?? [];
    expect(JSON.parse(await succeed('sh', ['-c', `${curl} --silent --show-error`]))).toEqual(body);

    // On Windows every shell has to read the command in the same way.
    const [, script = ''] = /node -e "(.*)"\n/.exec(banner(url, contract, 'win32')) ?? [];
    expect(script).toMatch(/^[^"$`%!]+$/);
    expect(JSON.parse(await succeed(process.execPath, ['--eval', script]))).toEqual(body);

    await postLogin(url, loginFields, { 'X-Traceid': traceId });
    await postLogin(url, loginFields, { 'X-Traceid': 'short' });
    await until(() => output().includes('trace=short\n'));
    const [, log = ''] = output().split('Press Ctrl+C to stop.\n\n');
    expect(log.replaceAll(/^\d\d:\d\d:\d\d | [\d.]+ ms/gm, '').replaceAll(loginPath, 'PATH')).toBe(
      `POST PATH 200 withPassword
POST PATH 200 withPassword
POST PATH 200 withPassword trace=${traceId.slice(0, 8)}…
POST PATH 400 invalidParameters refused: Request header X-Traceid must have at least 58 characters trace=short
`,
    );
  });

  test('logs one line of JSON per request with --json', async ({ expect }) => {
    const { url, output } = await start('--json');
    await postLogin(url, '{', { 'X-Traceid': traceId });
    await until(() => output().split('\n').length > 2);

    const [listening, logged] = output().split('\n');
    const time = expect.any(String);
    expect(JSON.parse(listening ?? '')).toEqual({ time, event: 'listening', url });
    expect(JSON.parse(logged ?? '')).toEqual({
      ...{ time, method: 'POST', path: loginPath, status: 400, example: 'invalidParameters', traceId },
      milliseconds: expect.any(Number),
      reasons: ['Request body is not JSON: it stops being valid at line 1, column 2'],
    });
  });

  test('continues when the reader of its log ends', async ({ expect }) => {
    const { child, url } = await start();
    child.stdout?.destroy();
    for (let count = 0; count < 3; count += 1) expect((await postLogin(url)).status).toBe(200);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('ends on %s although responses wait', async (signal, { expect }) => {
    const { child, url, output, ended } = await start();
    const delayed = postLogin(url, loginFields, { 'x-mock-delay': '60000' }).then(({ status }) => status);
    const unanswered = postLogin(url, { ...loginFields, account: '0027000090001' }).catch(() => 'closed');
    await until(() => output().includes('noAnswer\u0020'));
    const before = performance.now();
    child.kill(signal);

    expect(await ended).toBe(0);
    // It takes less than a second, and more only on a busy machine.
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(await Promise.all([delayed, unanswered])).toEqual([200, 'closed']);
  });

  test.for([
    ['npm start', ['start', '--', '--port', '0']],
    // Here the shell stays between npm and the mock, since it has a command left.
    ['a script of an app', ['run', 'mock', '--prefix', folder]],
  ] as const)('ends with the npm that runs %s', async ([, args], { expect }) => {
    const script = `node "${resolve(cli)}" --port 0 && echo ended`;
    writeInto(folder, 'package.json', { name: 'app', scripts: { mock: script } });
    const { child, url, ended } = await startProgram('npm', args);
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
    child.kill('SIGTERM');
    await ended;

    await until(() =>
      fetch(url).then(
        () => false,
        () => true,
      ),
    );
  });
});
