import { describe, expect, it, vi } from 'vitest';
import { login } from '../../src/examples.js';
import { listen } from '../support/listen.js';
import { startForTest } from '../support/mock.js';
import { run } from '../support/run.js';

const { withPassword, wrongPassword } = login.responses;
const { userInfo, sessionInfo } = withPassword.body.data;
const success = (session: object) => ({ ...withPassword.body, data: { userInfo, sessionInfo: session } });
/** A secret in the responses of the test server. It must not be printed. */
const token = 'T0k3n-of-the-service';
const password = 'hunter2"the-password';

/** Runs the command against a server. */
const verify = ({ url }: { readonly url: string }, ...more: string[]) =>
  run('scripts/verify.ts', ['--server', `koodrive=${url}`, ...more]);

/** Starts a server that sends the same response to each request. */
const startServer = (status: number, type: string, body: unknown) =>
  listen((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': type, 'set-cookie': `sid=${token}`, location: `/${token}` });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });

describe('npm run verify', () => {
  it('passes each workflow against a service that keeps the contract', async () => {
    const mock = await startForTest();
    const names = ['register', 'logInWithPassword', 'logInWithCode'];
    const stdout = names.map((name) => `ok   ${name}, status 200\n`).join('');
    expect(await verify(mock, ...names.flatMap((name) => ['--workflow', name]))).toEqual({
      code: 0,
      stdout,
      stderr: '',
    });
  });

  const json = 'application/json';
  it.each<[title: string, response: Parameters<typeof startServer>, found: string]>([
    [
      'a wrong type',
      [200, json, success({ ...sessionInfo, accessToken: { [token]: token } })],
      'data.sessionInfo.accessToken must be a string',
    ],
    [
      'a token in the message of a refusal',
      [wrongPassword.status, json, { ...wrongPassword.body, msg: `${password} ${token}` }],
      'success criteria check: $statusCode == 200',
    ],
    ['HTML', [200, `text/html; charset=${token}`, `<html>${token}</html>`], 'content-type check'],
  ])('finds %s, and prints no secret that the service sends', async (_, response, found) => {
    vi.stubEnv('KOODRIVE_PASSWORD', password);
    await using server = await startServer(...response);
    const { code, stdout, stderr } = await verify(server);
    expect(stdout).toContain(found);
    expect(code).toBe(1);
    for (const secret of [token, password, JSON.stringify(password).slice(1, -1)])
      expect(stdout + stderr).not.toContain(secret);
  });

  it('reports a server that does not respond', async () => {
    const gone = await startServer(200, '', '');
    await gone.close();
    const { code, stdout } = await verify(gone);
    expect(stdout).toBe('FAIL logInWithPassword, status none\n     failed network request\n');
    expect(code).toBe(1);
  });

  it.each([
    ['no server', [], '--server koodrive=URL is needed'],
    ['plain http to another machine', ['--server', 'koodrive=http://koodrive.example'], 'https://'],
    ['an unknown workflow', ['--server', 'koodrive=https://a.example', '--workflow', 'x'], 'logInWithCode'],
    ['a secret as an argument', ['--password', 'p4ss'], "Unknown option '--password'"],
  ])('refuses %s in one line, before anything is sent', async (_, args, reason) => {
    const { code, stderr } = await run('scripts/verify.ts', args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr.trim()).not.toContain('\n');
    expect(stderr).not.toContain('p4ss');
  });

  it('sends no example values to another machine, but lists the variables that are missing', async () => {
    vi.stubEnv('KOODRIVE_ACCOUNT', 'me');
    const { code, stderr } = await verify({ url: 'https://koodrive.invalid' });
    expect(code).toBe(2);
    expect(stderr).toBe('Set in the environment: KOODRIVE_AGENT_NAME, KOODRIVE_PASSWORD.\n');
  });
});
