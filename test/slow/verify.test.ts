import { afterEach, describe, expect, it, vi } from 'vitest';
import { login } from '../../src/examples.js';
import { changedSpec } from '../support/changed-spec.js';
import { listen } from '../support/listen.js';
import { startForTest } from '../support/mock.js';
import { run } from '../support/run.js';

afterEach(() => vi.unstubAllEnvs());

const { withPassword, wrongPassword } = login.responses;
const { userInfo, sessionInfo } = withPassword.body.data;
const success = (session: object) => ({ ...withPassword.body, data: { userInfo, sessionInfo: session } });
/** What the liar below makes up; nothing that looks like it may be printed. */
const invented = 'T0k3n-that-a-liar-invents';
const password = 'hunter2"the-password';

/** Runs the command against a mock, or against a server that gives one answer to all. */
async function verify(target: { url: string }, ...more: string[]) {
  return await run('scripts/verify.ts', ['--server', `koodrive=${target.url}`, ...more]);
}

const startLiar = (status: number, type: string, body: unknown) =>
  listen((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': type, 'set-cookie': `sid=${invented}`, location: `/${invented}` });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });

describe('npm run verify', () => {
  it('finds nothing in a service that keeps the contract, in each workflow that is asked for', async () => {
    const mock = await startForTest();
    const names = ['register', 'logInWithPassword', 'logInWithCode'];
    const { code, stdout, stderr } = await verify(mock, ...names.flatMap((name) => ['--workflow', name]));
    expect(stderr).toBe('');
    expect(stdout).toBe(names.map((name) => `ok   ${name}, status 200\n`).join(''));
    expect(code).toBe(0);
  });

  it('finds what is different in a service of a changed spec', async () => {
    const spec = changedSpec(({ components }) => {
      Object.assign(components.schemas.SessionInfo.properties.expiresIn, { type: 'string', format: undefined });
      Object.assign(components.examples.LoginResponseWithPassword.value.data.sessionInfo, { expiresIn: '1800' });
    });
    const { code, stdout } = await verify(await startForTest({ spec }));
    expect(stdout).toContain('FAIL logInWithPassword, status 200\n     schema check\n');
    expect(stdout).toContain('data.sessionInfo.expiresIn must be an integer');
    expect(code).toBe(1);
  });

  const json = 'application/json';
  it.each<[title: string, answer: Parameters<typeof startLiar>, found: string]>([
    [
      'a wrong type',
      [200, json, success({ ...sessionInfo, accessToken: { [invented]: invented } })],
      'data.sessionInfo.accessToken must be a string',
    ],
    ['a field less', [200, json, success({ accessToken: invented, expiresIn: 1 })], 'refreshToken'],
    [
      'a token in the message of a refusal',
      [wrongPassword.status, json, { ...wrongPassword.body, msg: `${password} ${invented}` }],
      'success criteria check: $statusCode == 200',
    ],
    ['a success with another status', [203, json, withPassword.body], '$statusCode == 200'],
    ['HTML', [200, `text/html; charset=${invented}`, `<html>${invented}</html>`], 'content-type check'],
    ['half a body', [200, json, `{"accessToken":"${invented}`], 'failed network request'],
    ['a redirect to nowhere', [307, json, ''], 'failed network request'],
  ])('finds %s, and prints no secret, wherever the service repeats one', async (_, answer, found) => {
    vi.stubEnv('KOODRIVE_PASSWORD', password);
    await using liar = await startLiar(...answer);
    const { code, stdout, stderr } = await verify(liar);
    expect(stdout).toContain(found);
    expect(code).toBe(1);
    for (const secret of [invented, password, JSON.stringify(password).slice(1, -1)])
      expect(stdout + stderr).not.toContain(secret);
  });

  it('says when nobody answers', async () => {
    const gone = await startLiar(200, '', '');
    await gone.close();
    const { code, stdout } = await verify(gone);
    expect(stdout).toBe('FAIL logInWithPassword, status none\n     failed network request\n');
    expect(code).toBe(1);
  });

  it.each([
    ['no server', [], '--server koodrive=URL is needed'],
    ['a server that is none', ['--server', 'koodrive=nowhere'], '--server koodrive=URL is needed'],
    ['plain http to another machine', ['--server', 'koodrive=http://koodrive.example'], 'https://'],
    ['an unknown workflow', ['--server', 'koodrive=https://a.example', '--workflow', 'x'], 'logInWithCode'],
    ['an unknown option', ['--acount', 'x'], '--acount'],
    ['a secret as an argument', ['--password', 'p4ss'], "Unknown option '--password'"],
  ])('refuses %s in one line, before anything is sent', async (_, args, reason) => {
    const { code, stderr } = await run('scripts/verify.ts', args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr.trim()).not.toContain('\n');
    expect(stderr).not.toContain('p4ss');
  });

  it('sends no made-up account to another machine: it names what to set', async () => {
    vi.stubEnv('KOODRIVE_ACCOUNT', 'me');
    const { code, stderr } = await verify({ url: 'https://koodrive.invalid' });
    expect(code).toBe(2);
    expect(stderr).toBe('Set in the environment: KOODRIVE_AGENT_NAME, KOODRIVE_PASSWORD.\n');
  });
});
