import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { login } from '../../generated/examples.js';
import packageJson from '../../package.json' with { type: 'json' };
import { banner } from '../../src/mock/banner.js';
import { runCommand } from '../../src/mock/command.js';
import { painter } from '../../src/mock/log.js';
import type { RunningMock } from '../../src/mock.js';
import { traceId } from '../contract/cases.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { succeed } from '../support/run.js';

const folder = temporaryFolder();
const brokenYaml = writeInto(folder, 'broken.yaml', 'openapi: 3.1.0\npaths:\n  /a: b: c\n');
const twiceYaml = writeInto(folder, 'twice.yaml', 'openapi: 3.1.0\n# Said twice:\nopenapi: 3.0.0\n');

let mock: RunningMock | undefined;
let stdout = '';
let stderr = '';

/** Runs the command in this process, by its words with spaces between them, and keeps what it prints. */
async function command(line: string): Promise<string> {
  mock = await runCommand(line.split(' '));
  return mock?.url ?? '';
}

beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
  // Signals would end the test run, not the command alone.
  vi.spyOn(process, 'on').mockReturnValue(process);
  vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout);
});
afterEach(async () => {
  await mock?.close();
  mock = undefined;
  process.exitCode = undefined;
  vi.unstubAllEnvs();
});

describe('The command', () => {
  test('explains itself on one screen', async () => {
    await command('--help');

    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/--delay .*up to 60000\n/);
  });

  test('knows its version', async () => {
    await command('--version');

    expect(stdout).toBe(`${packageJson.version} (Prism ${packageJson.devDependencies['@stoplight/prism-http']})\n`);
  });

  const dash = 'needs a value, and what follows it begins with a dash';
  test.each([
    ['a port that is no number', '--port x', ': --port must be a number from 0 to 65535'],
    ['an empty port', '--port=', ': --port must be a number from 0 to 65535'],
    ['a value that looks like an option', '--port -1', `: --port ${dash}; see --help`],
    ['the same after a short name', '-p -1', `: --port ${dash}`],
    ['an option in place of a value', '--host --json', `: --host ${dash}`],
    ['a value that is missing', '--port', "Option '-p, --port <value>' argument missing; see --help"],
    ['an option that it does not know', '--nope', "Unknown option '--nope'"],
    ['a word that is no option', 'mock', "Unexpected argument 'mock'"],
    ['an empty address', '--host=', ': --host must not be empty'],
    ['a host that nobody knows', '--port 0 --host no.such.invalid', ': --host no.such.invalid '],
    ['an address elsewhere', '--port 0 --host 203.0.113.1', ': --host 203.0.113.1 is no address of this machine'],
    ['a delay that is no time', '--delay soon', ': --delay must be milliseconds such as 800'],
    ['docs that do not exist', '--docs no/such.html', ': --docs must be the path of a page: there is no file no/such.'],
    ['a spec that does not exist', '--spec no/such.yaml', 'Cannot serve the spec no/such.yaml: ENOENT'],
    ['a spec of broken YAML', `--spec ${brokenYaml}`, `${brokenYaml}: line 3, column 7: Nested mappings `],
    [
      'a spec that says a thing twice',
      `--spec ${twiceYaml}`,
      `${twiceYaml}: line 3, column 1: Map keys must be unique`,
    ],
    ['a spec that is none', '--spec package.json', 'it is not an OpenAPI 3 document'],
    ['a spec that is not bundled', '--spec openapi/openapi.yaml', 'leads out of the document: bundle it first'],
  ])('says in one line what is wrong with %s', async (_, line, message) => {
    await command(line);

    expect({ code: process.exitCode, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^koodrive-auth-mock: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  test.each(['', ' --json', ' --quiet'])('says when it is open to the network, with%s too', async (more) => {
    await command(`--port 0 --host 0.0.0.0${more}`);

    expect(stderr).toBe(
      'koodrive-auth-mock: --host 0.0.0.0 opens the mock to the network: other machines can reach it\n',
    );
    expect(stdout).not.toContain('network');
  });

  test.each(['', ' --host localhost'])('says nothing of the network with%s', async (more) => {
    await command(`--port 0${more}`);

    expect(stderr).toBe('');
  });

  test('prints a curl command that works', async () => {
    await command('--port 0 --published-times');
    const [curl = ''] = /curl (?:.*\\\n)*.*/.exec(stdout) ?? [];
    const printed = await succeed('sh', ['-c', `${curl} --silent --show-error`]);

    expect(JSON.parse(printed)).toEqual(login.responses.withPassword.body);
  });

  test('prints a command for Windows that no shell there reads in another way', async () => {
    await command('--port 0 --published-times');
    if (!mock) throw new Error('the mock does not run');
    const [, script = ''] = /node -e "(.*)"\n/.exec(banner(mock.url, mock.contract, painter(false, {}), 'win32')) ?? [];
    expect(script).toMatch(/^[^"$`%!]+$/);
    const printed = await succeed(process.execPath, ['--eval', script]);

    expect(JSON.parse(printed)).toEqual(login.responses.withPassword.body);
  });

  test('logs each request in one plain line when its output is no terminal', async () => {
    const url = await command('--port 0');
    await postLogin(url, loginFields, { 'X-Traceid': traceId });
    await postLogin(url, loginFields, { 'X-Traceid': 'short' });

    const log = stdout.split('Ctrl+C stops it.\n\n')[1];
    const time = String.raw`\d\d:\d\d:\d\d POST ${loginPath}`;
    expect(log).toMatch(
      new RegExp(
        String.raw`^${time} 200 withPassword [\d.]+ ms trace=${traceId}\n${time} 400 invalidParameters [\d.]+ ms refused: Request header X-Traceid must have at least 58 characters trace=short\n$`,
      ),
    );
  });

  test.each([
    [{ FORCE_COLOR: '1', NO_COLOR: undefined }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '0', NO_COLOR: undefined }, false],
    [{ FORCE_COLOR: undefined, NO_COLOR: undefined }, false],
  ])('colours its output as %j wishes', async (environment, colourful) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    await command('--port 0');

    expect(stdout.includes('\u001b[')).toBe(colourful);
  });

  test('writes JSON for machines, one line each', async () => {
    const url = await command('--port 0 --json');
    await postLogin(url, '{', { 'X-Traceid': traceId });

    const lines: unknown[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { time: expect.any(String), event: 'listening', url },
      {
        time: expect.any(String),
        method: 'POST',
        path: loginPath,
        status: 400,
        example: 'invalidParameters',
        traceId,
        milliseconds: expect.any(Number),
        reasons: ['Request body is not JSON: line 1, column 2: expected a name in double quotes or }'],
      },
    ]);
  });

  test('says only where it is with --quiet', async () => {
    const url = await command('--port 0 --quiet');
    await postLogin(url);

    expect(stdout).toBe(`Mock on ${url}\n`);
  });
});
