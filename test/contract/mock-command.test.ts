import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import * as examples from '../../generated/examples.js';
import packageJson from '../../package.json' with { type: 'json' };
import { type RunningCommand, startCommand, startMockCommand, until } from '../support/command.js';
import { run } from '../support/run.js';
import { traceId } from './cases.js';

const path = '/koodrive/ose/v1/auth/login';
const headers = { 'Content-Type': 'application/json', 'x-hw-agentName': 'a', 'X-Traceid': traceId };
const body = JSON.stringify(examples.login.requests.withPassword);

const running: RunningCommand[] = [];
const start = async (...given: Parameters<typeof startMockCommand>) => {
  const command = await startMockCommand(...given);
  running.push(command);
  return command;
};
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

describe('The command', () => {
  test('explains itself on one screen', async () => {
    const { code, stdout } = await run('src/cli.ts', ['--help']);

    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('knows its version', async () => {
    expect(await run('src/cli.ts', ['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test.each([
    ['a port that is no number', ['--port', 'x'], 'port must be a number from 0 to 65535'],
    ['an empty port', ['--port='], 'port must be a number from 0 to 65535'],
    ['a port that does not exist', ['--port', '65536'], 'port must be a number from 0 to 65535'],
    ['a delay that is no time', ['--delay', 'soon'], 'delay must be milliseconds such as 800'],
    ['a delay that ends before it begins', ['--delay', '9-1'], 'delay must be milliseconds such as 800'],
    ['an option that it does not know', ['--nope'], "Unknown option '--nope'"],
    ['a word that is no option', ['mock'], "Unexpected argument 'mock'"],
    ['a spec that does not exist', ['--spec', 'no/such.yaml'], 'Cannot serve the spec no/such.yaml: ENOENT'],
    ['a spec that is none', ['--spec', 'package.json'], 'it is not an OpenAPI 3 document'],
    ['a spec that is not bundled', ['--spec', 'openapi/openapi.yaml'], 'leads out of the document: bundle it first'],
    [
      'an address that is not here',
      ['--port', '0', '--host', '203.0.113.1'],
      'This machine has no address 203.0.113.1',
    ],
  ])('says in one line what is wrong with %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run('src/cli.ts', args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^koodrive-auth-mock: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  test('says in one line that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, stderr } = await run('src/cli.ts', ['--port', String(port)]);
    other.close();

    expect(code).toBe(1);
    expect(stderr).toBe(`koodrive-auth-mock: Port ${port} is taken: choose another one, or 0 for any that is free\n`);
  });

  test('says in one line how to install Prism where it is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'without-prism-'));
    for (const name of ['src', 'generated']) cpSync(name, join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packageJson));
    const args = ['--import', import.meta.resolve('tsx'), join(folder, 'src/cli.ts')];
    const [code, stderr] = await new Promise<[unknown, string]>((resolve) => {
      execFile(process.execPath, args, (error, _, text) => resolve([error?.code, text]));
    });
    rmSync(folder, { recursive: true });

    const { '@stoplight/prism-http': http, '@stoplight/prism-core': core } = packageJson.peerDependencies;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `koodrive-auth-mock: The mock runs on Prism, which is not installed: npm install --save-dev --save-exact @stoplight/prism-http@${http} @stoplight/prism-core@${core}\n`,
    );
  });

  test('prints a curl command that works', async () => {
    const { output } = await start();
    await until(() => output().includes('Ctrl+C'));
    const [command = ''] = /curl (?:.*\\\n)*.*/.exec(output()) ?? [];
    const [, url = ''] = /curl (\S+)/.exec(command) ?? [];
    const given = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = '', value = '']) => [name, value]);
    const [, data = ''] = /-d '([^']+)'/.exec(command) ?? [];
    const response = await fetch(url, { method: 'POST', headers: Object.fromEntries(given), body: data });

    expect(await response.json()).toEqual(examples.login.responses.withPassword.body);
  });

  test('logs each request in one plain line when its output is no terminal', async () => {
    const { url, output } = await start();
    await fetch(url + path, { method: 'POST', headers, body });
    await fetch(url + path, { method: 'POST', headers: { ...headers, 'X-Traceid': 'short' }, body });
    await until(() => output().includes('refused'));

    const log = output().split('Ctrl+C stops it.\n\n')[1];
    const time = String.raw`\d\d:\d\d:\d\d POST ${path}`;
    expect(log).toMatch(
      new RegExp(
        String.raw`^${time} 200 withPassword trace=${traceId} [\d.]+ ms\n${time} 400 invalidParameters trace=short [\d.]+ ms refused: Request header X-Traceid must have at least 58 characters\n$`,
      ),
    );
  });

  test.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '0' }, false],
    [{}, false],
  ])('colours its output as %j wishes', async (environment, colourful) => {
    const { output } = await start([], environment);

    expect(output().includes('\u001b[')).toBe(colourful);
  });

  test('writes JSON for machines, one line each', async () => {
    const { url, output } = await start(['--json']);
    await fetch(url + path, { method: 'POST', headers, body: '{' });
    await until(() => output().includes('reasons'));

    const lines = output()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      { time: expect.any(String), event: 'listening', url },
      {
        time: expect.any(String),
        method: 'POST',
        path,
        status: 400,
        example: 'invalidParameters',
        traceId,
        milliseconds: expect.any(Number),
        reasons: ['Request body is not JSON: line 1, column 2: expected a name in double quotes or }'],
      },
    ]);
  });

  test('says only where it is with --quiet', async () => {
    const { url, output } = await start(['--quiet']);
    await fetch(url + path, { method: 'POST', headers, body });

    expect(output()).toBe(`Mock on ${url}\n`);
  });

  test('goes on when the reader of its log goes away', async () => {
    const { child, url } = await start();
    child.stdout?.destroy();
    for (let count = 0; count < 3; count += 1)
      expect((await fetch(url + path, { method: 'POST', headers, body })).status).toBe(200);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends on %s though answers are still waiting', async (signal) => {
    const { child, url, ended } = await start(['--delay', '60000']);
    const answer = fetch(url + path, { method: 'POST', headers, body }).then((response) => response.status);
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill(signal);

    expect(await ended).toBe(0);
    expect(await answer).toBe(200);
  });
});

describe('npm', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('start ends with its mock on %s', async (signal) => {
    const command = await startCommand('npm', ['start', '--', '--port', '0', '--docs', 'package.json']);
    running.push(command);
    expect((await fetch(`${command.url}/openapi.json`)).status).toBe(200);
    command.child.kill(signal);
    await command.ended;

    await until(() =>
      fetch(command.url).then(
        () => false,
        () => true,
      ),
    );
  });

  test('exec ends with its mock', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exec-'));
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    const script = `${process.execPath} --import tsx ${join(process.cwd(), 'src/cli.ts')} --port 0`;
    const command = await startCommand('npm', ['exec', '--prefix', folder, '-c', script]);
    running.push(command);
    command.child.kill('SIGTERM');
    await command.ended;

    await until(() =>
      fetch(command.url).then(
        () => false,
        () => true,
      ),
    );
    rmSync(folder, { recursive: true });
  });
});
