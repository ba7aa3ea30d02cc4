import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runVerify } from '../../scripts/verify/command.js';
import { readSecret } from '../../scripts/verify/password.js';
import { type Answer, honest, type Question, rightPassword, startService } from '../support/live-service.js';
import { run } from '../support/run.js';

afterEach(() => vi.unstubAllEnvs());

/** Runs the command with a password in the environment, against a service that answers with `answer`. */
async function verify(password: string, answer: (question: Question) => Answer, ...more: string[]) {
  await using service = await startService(answer);
  const args = ['--base-url', service.url, '--agent-name', 'my-carrier', '--account', '0027188460911', ...more];
  return await command(args, { KOODRIVE_PASSWORD: password, KOODRIVE_CAPTCHA_TOKEN: 'the-captcha-token' });
}

async function command(args: string[], env: Record<string, string>) {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const streams = { stdout: (text: string) => stdout.push(text), stderr: (text: string) => stderr.push(text) };
  const code = await runVerify(args, { ...streams, env, input: { ...terminal('').options.input, isTTY: false } });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('npm run verify', () => {
  it('prints no difference and ends with 0 when the service keeps the contract', async () => {
    vi.stubEnv('KOODRIVE_PASSWORD', rightPassword);
    await using service = await startService(honest);
    const args = ['--base-url', service.url, '--agent-name', 'my-carrier', '--account', '0027188460911'];
    const { code, stdout, stderr } = await run('scripts/verify.ts', args);
    expect(stderr).toBe('');
    expect(stdout).toContain('No difference.');
    expect(code).toBe(0);
  });

  it('prints no secret, wherever the service repeats one, in text or as JSON', async () => {
    const accessToken = 'AT the-access-token';
    const echo = (question: Question): Answer => {
      const said = JSON.stringify(question.body);
      const headers = {
        'set-cookie': `${encodeURIComponent('the-captcha-token')}=1`,
        'content-type': 'text/the-captcha-token',
      };
      const body = {
        code: 7,
        msg: `${said} ${rightPassword} ${accessToken}`,
        [rightPassword]: 1,
        'the-access-token': accessToken,
        accessToken,
      };
      return { status: 400, headers, body };
    };
    for (const form of [[], ['--json']]) {
      const { code, stdout, stderr } = await verify(
        rightPassword,
        echo,
        '--register',
        '0027188460901',
        '--wrong-password',
        ...form,
      );
      expect(code).toBe(3);
      expect(stdout).toContain('***');
      for (const secret of [
        rightPassword,
        JSON.stringify(rightPassword).slice(1, -1),
        'the-captcha-token',
        'the-access-token',
      ])
        expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('prints nothing that a terminal would act on', async () => {
    const { stdout } = await verify('another', (question) => {
      const answer = honest(question);
      return { ...answer, body: { code: 1, msg: '\u001b[2J\u202eevil', '\u001b[31mred': 1 } };
    });
    expect(stdout).toContain('evil');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });

  it.each([
    ['the password', '--password'],
    ['the password, with an equals sign,', '--password=p4ss'],
    ['the captcha token', '--captcha-token'],
  ])('refuses %s as an argument, and does not repeat it', async (_, argument) => {
    const { code, stderr } = await verify('', honest, ...(argument.includes('=') ? [argument] : [argument, 'p4ss']));
    expect(code).toBe(3);
    expect(stderr).toMatch(/^A secret is not taken as an argument.*KOODRIVE_PASSWORD.*\n$/);
    expect(stderr).not.toContain('p4ss');
  });

  it('asks for nothing where nobody could type, and says what to set', async () => {
    const { code, stderr } = await verify('', honest);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Set the environment variable KOODRIVE_PASSWORD.*\n$/);
  });

  it.each([
    ['plain http to another machine', ['--base-url', 'http://koodrive.example'], 'https://'],
    ['a base URL that is none', ['--base-url', 'koodrive'], 'baseUrl'],
    ['a time that is none', ['--timeout', 'soon'], '--timeout must be a number of milliseconds'],
    ['an unknown option', ['--acount', 'x'], '--acount'],
  ])('refuses %s with one reason', async (_, more, reason) => {
    const { code, stderr } = await verify(rightPassword, honest, ...more);
    expect(code).toBe(3);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });

  it('names what is missing', async () => {
    const { code, stderr } = await command(['--base-url', 'https://koodrive.example'], {});
    expect(code).toBe(3);
    expect(stderr).toBe('--account is needed. See npm run verify -- --help.\n');
  });
});

/** A terminal at which somebody types, and what it shows. */
function terminal(typed: string) {
  const events = new EventEmitter();
  const raw: boolean[] = [];
  const shown: string[] = [];
  const input = Object.assign(events, {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
    setEncoding: () => undefined,
    pause: () => undefined,
    resume: () => setImmediate(() => events.emit('data', typed)),
  });
  return {
    raw,
    shown,
    options: {
      env: {},
      input,
      output: { write: (text: string) => shown.push(text) },
    },
  };
}

describe('the prompt for a password', () => {
  it('does not show what is typed, and takes Enter for its end', async () => {
    const { raw, shown, options } = terminal('hunterr\u007f2\r');
    expect(await readSecret('KOODRIVE_PASSWORD', 'Password of me', options)).toBe('hunter2');
    expect(shown.join('')).toBe('Password of me (not shown): \n');
    expect(raw).toEqual([true, false]);
  });

  it('gives the terminal back when the person gives up', async () => {
    const { raw, options } = terminal('hunt\u0003');
    await expect(readSecret('KOODRIVE_PASSWORD', 'Password of me', options)).rejects.toThrow('Nothing was sent.');
    expect(raw).toEqual([true, false]);
  });

  it('is left out when the environment has it', async () => {
    const { shown, options } = terminal('');
    expect(await readSecret('SECRET', 'Password', { ...options, env: { SECRET: 'known' } })).toBe('known');
    expect(shown).toEqual([]);
  });
});
