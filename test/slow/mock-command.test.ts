import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { login } from '../../generated/examples.js';
import packageJson from '../../package.json' with { type: 'json' };
import { banner, runCommand } from '../../src/mock/command.js';
import { createPaint } from '../../src/mock/log.js';
import type { RunningMock } from '../../src/mock.js';
import { traceId } from '../contract/cases.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { succeed } from '../support/run.js';

let mock: RunningMock | undefined;
let stdout = '';
let stderr = '';

/** Runs the command in this process, and keeps what it prints. */
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
  test('prints its help on one screen, and its version', async () => {
    await command('--help');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);

    stdout = '';
    await command('--version');
    expect(stdout).toBe(`${packageJson.version} (Prism ${packageJson.devDependencies['@stoplight/prism-http']})\n`);
  });

  test.each([
    ['a port that is no number', '--port x', ': --port must be a number from 0 to 65535, got "x"'],
    ['a port above the last', '--port 65536', ': --port must be a number from 0 to 65535, got 65536'],
    ['a value that looks like an option', '--port -1', ': --port needs a value, but a dash follows; see --help'],
    ['a missing value', '--port', "Option '-p, --port <value>' argument missing; see --help"],
    ['an unknown option', '--spec x', "Unknown option '--spec'"],
    ['an argument', 'mock', "Unexpected argument 'mock'"],
    ['an unknown host', '--port 0 --host no.such.invalid', ': --host no.such.invalid '],
    ['an address of another machine', '--port 0 --host 203.0.113.1', ': --host 203.0.113.1 with port 0 cannot be used'],
    ['a delay that is no time', '--delay soon', ': --delay must be milliseconds such as 800'],
  ])('reports %s in one line', async (_, line, message) => {
    await command(line);

    expect({ code: process.exitCode, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^koodrive-auth-mock: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  test.each([
    ['0.0.0.0', true],
    ['localhost', false],
  ])('prints only its address on %s with --quiet, and warns if other machines can reach it', async (host, isOpen) => {
    const url = await command(`--port 0 --quiet --host ${host}`);
    await postLogin(url);
    expect(stdout).toBe(`Mock on ${url}\n`);
    const warning = `koodrive-auth-mock: --host ${host} opens the mock to the network: other machines can reach it\n`;

    expect(stderr).toBe(isOpen ? warning : '');
  });

  test('prints a banner that fits the screen, with a curl command that works', async () => {
    await command('--port 0 --published-times');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('Only for registerUser: phoneTaken');
    const [curl = ''] = /curl (?:.*\\\n)*.*/.exec(stdout) ?? [];

    expect(JSON.parse(await succeed('sh', ['-c', `${curl} --silent --show-error`]))).toEqual(
      login.responses.withPassword.body,
    );
  });

  test('prints a command for Windows that every shell there reads in the same way', async () => {
    await command('--port 0 --published-times');
    if (!mock) throw new Error('the mock does not run');
    const printed = banner(mock.url, mock.contract, createPaint(false, {}), 'win32');
    const [, script = ''] = /node -e "(.*)"\n/.exec(printed) ?? [];

    expect(script).toMatch(/^[^"$`%!]+$/);
    expect(JSON.parse(await succeed(process.execPath, ['--eval', script]))).toEqual(login.responses.withPassword.body);
  });

  test('logs each request in one plain line if its output is no terminal', async () => {
    const url = await command('--port 0');
    await postLogin(url, loginFields, { 'X-Traceid': traceId });
    await postLogin(url, loginFields, { 'X-Traceid': 'short' });
    const log = stdout.split('Press Ctrl+C to stop.\n\n')[1];
    const time = String.raw`\d\d:\d\d:\d\d POST ${loginPath}`;

    expect(log).toMatch(
      new RegExp(
        String.raw`^${time} 200 withPassword [\d.]+ ms trace=${traceId.slice(0, 8)}…\n${time} 400 invalidParameters [\d.]+ ms refused: Request header X-Traceid must have at least 58 characters trace=short\n$`,
      ),
    );
  });

  test.each([
    [{ FORCE_COLOR: '1', NO_COLOR: undefined }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: undefined, NO_COLOR: undefined }, false],
  ])('uses colors as %j demands', async (environment, hasColors) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    await command('--port 0');

    expect(stdout.includes('\u001b[')).toBe(hasColors);
  });

  test('logs one line of JSON per request with --json', async () => {
    const url = await command('--port 0 --json');
    await postLogin(url, '{', { 'X-Traceid': traceId });
    const lines: unknown[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(lines).toEqual([
      { time: expect.any(String), event: 'listening', url },
      {
        ...{ time: expect.any(String), method: 'POST', path: loginPath, status: 400, example: 'invalidParameters' },
        ...{ traceId, milliseconds: expect.any(Number) },
        reasons: ['Request body is not JSON: it stops being valid at line 1, column 2'],
      },
    ]);
  });
});
