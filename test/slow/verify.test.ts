import { describe, expect, it, vi } from 'vitest';
import { registerUser } from '../../src/examples.js';
import { listen } from '../support/listen.js';
import { startForTest } from '../support/mock.js';
import { run } from '../support/run.js';

/** Secrets that the test server sends, and that the command sends. None of them may be printed. */
const token = 'T0k3n-of-the-service';
const password = 'hunter2"the-password';

const workflows = ['register', 'logInWithPassword', 'logInWithCode'];

/** Runs the command for a server, with all workflows. */
const verify = ({ url }: { readonly url: string }, names = workflows) =>
  run('scripts/verify.ts', ['--server', `koodrive=${url}`, ...names.flatMap((name) => ['--workflow', name])]);

/** Starts a server that breaks the contract in another way for each workflow. */
const startBrokenServer = () =>
  listen(async (request, response) => {
    let sent = '';
    for await (const chunk of request) sent += chunk;
    if (sent.includes('"captchaToken"') && !request.url?.endsWith('/register')) {
      request.socket.destroy();
    } else if (sent.includes('"authType"')) {
      const headers = { 'content-type': `text/html; charset=${token}`, location: `/${token}` };
      response.writeHead(400, headers).end(`<html>${password} ${token}</html>`);
    } else {
      const { body } = registerUser.responses.newUser;
      const data = { ...body.data, userId: { [token]: token } };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...body, msg: token, data }));
    }
  });

describe('npm run verify', () => {
  it('passes each workflow against a service that keeps the contract', async () => {
    const stdout = workflows.map((name) => `ok   ${name}, status 200\n`).join('');
    expect(await verify(await startForTest())).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('finds a wrong type, an error page and no response, and prints no secret', async () => {
    vi.stubEnv('KOODRIVE_PASSWORD', password);
    await using server = await startBrokenServer();
    const { code, stdout, stderr } = await verify(server);
    const [register = '', withPassword = '', withCode = ''] = stdout.split(/^FAIL /m).slice(1);
    expect(register).toMatch(/^register, status 200\n[\s\S]* data\.userId must be a string\n/);
    expect(withPassword).toMatch(/^logInWithPassword, status 400\n[\s\S]* content-type check\n/);
    expect(withPassword).toContain(' success criteria check: $statusCode == 200\n');
    expect(withCode).toBe('logInWithCode, status none\n     failed network request\n');
    expect(code).toBe(1);
    for (const secret of [token, password, JSON.stringify(password).slice(1, -1)])
      expect(stdout + stderr).not.toContain(secret);
  });

  it('sends a password over https only, and no example values to another machine', async () => {
    vi.stubEnv('KOODRIVE_ACCOUNT', 'me');
    const stderr = 'Use an https:// URL: the workflows send a password.\n';
    expect(await verify({ url: 'http://koodrive.example' }, [])).toEqual({ code: 2, stdout: '', stderr });
    const missing = 'Set in the environment: KOODRIVE_AGENT_NAME, KOODRIVE_PASSWORD.\n';
    expect(await verify({ url: 'https://koodrive.invalid' }, [])).toEqual({ code: 2, stdout: '', stderr: missing });
  });

  it('does not repeat a secret that is given as an argument', async () => {
    const { code, stderr } = await run('scripts/verify.ts', ['--password', password]);
    expect(stderr).toContain("Unknown option '--password'");
    expect(stderr).not.toContain(password);
    expect(code).toBe(2);
  });
});
