import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { examples } from '../../src/examples.js';
import { type CallOptions, createKooDriveAuthClient } from '../../src/index.js';
import { usage } from '../../src/mock/command.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { codeBlocks, readme, readmeFiles, readmeSection } from '../support/readme.js';
import { succeed } from '../support/run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the README', () => {
  it('names only commands that there are', () => {
    const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining([...commands, 'start', 'test']));
    for (const [, name = ''] of readme.matchAll(/npx (koodrive[\w-]+)/g))
      expect(Object.keys(manifest.bin)).toContain(name);
    for (const [option] of readmeSection('The mock')
      .split('\n### ', 1)
      .join()
      .matchAll(/--[a-z][\w-]*(?=`)/g))
      expect(`${usage} --help`).toContain(option);
  });

  it('links to headings that it has, and to files that ship', () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((link) => link.startsWith('#'))) expect(headings).toContain(link.slice(1));
    const files = links.filter((link) => !/^(?:#|https:)/.test(link));
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
    // npm ships README and LICENSE by itself.
    expect([...manifest.files, 'LICENSE']).toEqual(expect.arrayContaining(files));
  });

  it('says of every option of the client what the editor says', () => {
    const rows = [...readmeSection('The client').matchAll(/^\| `(\w+)` \| `.+?` \|\s*(.*?)\s*\| (.+?) \|$/gm)];
    const source = readFileSync(join(root, 'src/client/options.ts'), 'utf8');
    const said = [...source.matchAll(/\/\*\*([\s\S]*?)\*\/\s*readonly (\w+)/g)].map(
      ([, text = '', name]) => `${name}: ${text.replaceAll(/\s*\n\s*\*\s?/g, ' ')}`,
    );
    expect(rows.map(([, name]) => name)).toEqual(
      expect.arrayContaining(['baseUrl', 'agentName', 'timeoutMs', 'validate', 'fetch', 'allowInsecureHttp']),
    );
    for (const [, name, preset = '', text = ''] of rows) {
      const found = said.find((one) => one.startsWith(`${name}: `) && one.includes(text));
      expect(found, `${name}: ${text}`).toBeDefined();
      if (preset) expect(found?.replaceAll('`', '')).toContain(`@default ${preset.replaceAll('`', '')}`);
    }
  });
});

describe('what the README shows works as pasted', () => {
  let mock: RunningMock;
  // Below the project, so that its packages are found.
  const folder = mkdtempSync(
    join(mkdirSync(join(root, '.cache'), { recursive: true }) ?? join(root, '.cache'), 'readme-'),
  );
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true });
  });

  /** Pastes a file of the README, with the mock in place of the service, and loads it. */
  const paste = async (name: string, text = readmeFiles.get(name)) => {
    const local = text
      ?.replaceAll(
        /'koodrive-auth-contract(\/\w+)?'/g,
        (_, entry = '/index') => `'${pathToFileURL(root)}src${entry}.ts'`,
      )
      .replaceAll('servers.international', `'${mock.url}'`)
      .replaceAll(mockUrl, mock.url);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, local ?? '');
    return import(pathToFileURL(file).href);
  };
  const { wrongPassword, refusedWithStatus200, badGateway, rateLimited, unknownApi } = examples.login.responses;
  const request = examples.login.requests.withPassword;
  const mockUrl = 'http://127.0.0.1:4010';
  const numberOf = (fault: Simulation) => mockNumbers.find(({ name }) => name === fault)?.number;

  it('a first login, which fails', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await paste('first.mts');
    expect(log.mock.calls).toEqual([['service', expect.stringContaining(`${wrongPassword.body.code}`)]]);
  });

  it('a failing login by curl', async () => {
    const [, line = ''] = codeBlocks(readmeSection('Show a failing login'), 'sh');
    const [, ...parts] = [...line.replaceAll('\\"', "'").matchAll(/"[^"]*"|\S+/g)].map(([part]) =>
      part.replaceAll('"', ''),
    );
    const args = parts.map((part) => part.replaceAll("'", '"').replace(mockUrl, mock.url));
    expect(JSON.parse(await succeed('curl', ['--silent', ...args]))).toEqual(wrongPassword.body);
  });

  it('a kind of error for each test number', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a', timeoutMs: 500 });
    const rows = [
      ...readmeSection('Test numbers').matchAll(/^\| `(\d+)` \| (\d*) ?\| (?:`([\w-]+)`)? ?\|.*\| (.*?) ?\|$/gm),
    ];
    expect(rows.length).toBeGreaterThan(mockNumbers.length);
    for (const [, number = '', status, kind, only] of rows) {
      const registration = { ...examples.registerUser.requests.newUser, phone: number };
      const outcome = await (only === '`registerUser`'
        ? auth.registerUser(registration)
        : auth.login({ ...request, account: number }));
      expect([number, outcome.ok ? undefined : outcome.error.kind]).toEqual([number, kind]);
      if (status) expect([number, outcome.status]).toEqual([number, Number(status)]);
    }
  });

  it('words for a user', async () => {
    const { wordsFor } = await paste('src/words.ts');
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a' });
    const wordsOf = async (account = '1', options?: CallOptions) => {
      const outcome = await auth.login({ ...request, account }, options);
      return outcome.ok ? undefined : wordsFor(outcome.error);
    };
    expect(await wordsOf(wrongPassword.testNumbers[0])).toContain(`(${wrongPassword.body.code})`);
    expect(await wordsOf(rateLimited.testNumbers[0])).toBe('Too many tries. Wait a minute.');
    expect(await wordsOf(badGateway.testNumbers[0])).toBe('The service is not available. Try again later.');
    expect(await wordsOf(unknownApi.testNumbers[0])).toMatch(/Ask for help with \w{58}/);
    expect(await wordsOf('1', { signal: AbortSignal.abort() })).toBe('');
    expect(wordsFor({ kind: 'network' })).toMatch(/^No answer/);
    expect(wordsFor({ kind: 'timeout' })).toMatch(/^The service did not answer in time/);
    expect(wordsFor({ kind: 'invalid-request', issues: [{ message: 'a' }, { message: 'b' }] })).toBe('a. b');
  });

  it('a route, and what the page makes of its answers', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { POST } = await paste('route.ts');
    const { wordsFor } = await paste('src/words.ts');
    const { logIn } = await paste(
      'log-in.ts',
      `${codeBlocks(readmeSection('A route on a server'), 'ts')[1]}export { logIn };`,
    );
    const answers: Response[] = [];
    const { fetch: toMock } = globalThis;
    const serve = async (url: string, init: RequestInit) => {
      const answer: Response = await POST(new Request(new URL(url, 'https://example.com'), init));
      answers.push(answer.clone());
      return answer;
    };
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      url === '/login' ? serve(url, init) : toMock(url, init),
    );

    expect(await logIn(request)).toMatchObject({
      userInfo: { firstname: 'firstname' },
      sessionInfo: { expiresIn: 1800 },
    });
    const [granted] = answers;
    expect(granted?.headers.get('set-cookie')).toMatch(/^session=AT%20\w+; Max-Age=1800; .*HttpOnly/);
    expect(await granted?.text()).not.toMatch(/Token/);

    const wordsOf = async (body: unknown) => {
      const words = await logIn(body).catch(wordsFor);
      return `${answers.at(-1)?.status} ${words}`;
    };
    const account = (number = '') => wordsOf({ ...request, account: number });
    expect(await account(wrongPassword.testNumbers[0])).toBe(
      `400 That did not work: ${wrongPassword.body.msg} (${wrongPassword.body.code})`,
    );
    expect(await account(refusedWithStatus200.testNumbers[0])).toMatch(/^400 That did not work/);
    expect(await account(rateLimited.testNumbers[0])).toBe('429 Too many tries. Wait a minute.');
    expect(await account(badGateway.testNumbers[0])).toMatch(/^502 The service is not available/);
    expect(await account(numberOf('successWithoutData'))).toMatch(/^502 Something broke. Ask for help with \w{58}/);
    expect(await account(numberOf('cutConnection'))).toMatch(/^502 No answer/);
    expect(await wordsOf({ account: 'a', authType: '1' })).toMatch(/^400 password is required/);
    for (const body of [undefined, 'text', null])
      expect(await wordsOf(body)).toMatch(/^400 the value must be an object/);
    // As a form of another site would send it.
    const form = new Request('https://example.com/login', { method: 'POST', body: JSON.stringify(request) });
    expect((await POST(form)).status).toBe(400);
    expect(JSON.stringify(log.mock.calls)).not.toContain(request.password);

    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await logIn(request).catch(wordsFor)).toMatch(/^No answer/);
    for (const status of [200, 404, 502]) {
      vi.stubGlobal('fetch', async () => new Response('<html>', { status }));
      expect(await logIn(request).catch(wordsFor)).toMatch(/^The service is not available/);
    }
  });
});
