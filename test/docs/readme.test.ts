import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { examples } from '../../src/examples.js';
import { type CallOptions, createKooDriveAuthClient } from '../../src/index.js';
import { usage } from '../../src/mock/command.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import * as validate from '../../src/schemas.js';
import { codeBlocks, files, guides, readme, section } from '../support/readme.js';
import { succeed } from '../support/run.js';

const mockUrl = 'http://127.0.0.1:4010';
const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the README and the guides', () => {
  it('name only commands that exist', () => {
    const commands = [...(readme + guides).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining([...commands, 'start', 'test']));
    for (const [, name = ''] of (readme + guides).matchAll(/npx (koodrive[\w-]+)/g))
      expect(Object.keys(manifest.bin)).toContain(name);
    for (const [option] of section('The mock').matchAll(/--[a-z][\w-]*(?=`)/g))
      expect(`${usage} --help`).toContain(option);
  });

  it('link to headings that exist, and to files that ship', () => {
    const anchors = (markdown: string) =>
      [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
        text
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
    for (const [, target = '', anchor] of (readme + guides).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)) {
      const isGuide = target === `${mockUrl}/`;
      if (anchor) expect(anchors(isGuide ? guides : readme)).toContain(anchor);
      // npm adds LICENSE.
      if (target && !isGuide) expect([...manifest.files, 'LICENSE']).toContain(target);
    }
  });

  it('quote the message that rejects an operation with a header of its own', () => {
    const [, quote = 'nothing'] =
      /is rejected: "(.+?)"/.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')) ?? [];
    expect(readFileSync(join(root, 'scripts/spec-rules/operations.ts'), 'utf8')).toContain(quote);
  });

  it('describe every option of the client as the editor does', () => {
    const rows = [...section('The client').matchAll(/^\| `(\w+)` \| `.+?` \|\s*(.*?)\s*\| (.+?) \|$/gm)];
    const source = readFileSync(join(root, 'src/client/options.ts'), 'utf8');
    const comments = [...source.matchAll(/\/\*\*([\s\S]*?)\*\/\s*readonly (\w+)/g)].map(
      ([, text = '', name]) => `${name}: ${text.replaceAll(/\s*\n\s*\*\s?/g, ' ')}`,
    );
    expect(rows.map(([, name]) => name)).toEqual(
      expect.arrayContaining(['baseUrl', 'agentName', 'timeoutMs', 'validate', 'fetch', 'allowInsecureHttp']),
    );
    for (const [, name, preset = '', text = ''] of rows) {
      const comment = comments.find((candidate) => candidate.startsWith(`${name}: `) && candidate.includes(text));
      expect(comment, `${name}: ${text}`).toBeDefined();
      if (preset) expect(comment?.replaceAll('`', '')).toContain(`@default ${preset.replaceAll('`', '')}`);
    }
  });
});

describe('a block of the README or the guides, pasted', () => {
  let mock: RunningMock;
  // Inside the project, so that its packages are found.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/readme-'));
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true });
  });

  /** Writes a file of the README, which calls this mock and this package's source, and imports it. */
  const paste = async (name: string, text = files.get(name)) => {
    const local = text
      ?.replaceAll(
        /'koodrive-auth-contract(\/\w+)?'/g,
        (_, entry = '/index') => `'${pathToFileURL(root)}src${entry}.ts'`,
      )
      .replaceAll(mockUrl, mock.url);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, local ?? '');
    return import(pathToFileURL(file).href);
  };
  const { wrongPassword, refusedWithStatus200, badGateway, gatewayTimeout, rateLimited, unknownApi } =
    examples.login.responses;
  const request = examples.login.requests.withPassword;
  const numberOf = (simulation: Simulation) => mockNumbers.find(({ name }) => name === simulation)?.number;

  it('shows a first login, which fails', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await paste('first.mts');
    expect(log.mock.calls).toEqual([['refused:', wrongPassword.body.msg]]);
    expect(section('The client')).toContain(`It prints\n\`${log.mock.calls[0]?.join(' ')}\``);
  });

  it('shows a failing login with curl', async () => {
    const [, line = ''] = codeBlocks(section('Show a failing login'), 'sh');
    const words = [...line.replaceAll('\\"', "'").matchAll(/"[^"]*"|\S+/g)].map(([word]) => word.replaceAll('"', ''));
    const args = words.slice(1).map((word) => word.replaceAll("'", '"').replace(mockUrl, mock.url));
    expect(JSON.parse(await succeed('curl', ['--silent', ...args]))).toEqual(wrongPassword.body);
  });

  it('gets the kind of error that the table lists for each test number', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a', timeoutMs: 500 });
    const rows = [...section('Test numbers').matchAll(/^\| `(\d+)` \| (\d*) ?\| (?:`([\w-]+)`)? ?\|.*\| (.*?) ?\|$/gm)];
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

  it('rejects an empty string in a mandatory field, and ends at the deadline of the caller', async () => {
    const baseUrl = mock.url;
    const empty = { ...request, account: '' };
    const [plain, validating] = [{}, { validate }].map((options) =>
      createKooDriveAuthClient({ baseUrl, agentName: 'a', ...options }),
    );
    expect(await plain?.login(empty)).toMatchObject({ error: { kind: 'service' }, status: 400 });
    expect(await validating?.login(empty)).toMatchObject({ error: { kind: 'invalid-request' } });
    const late = { ...request, account: numberOf('noAnswer') ?? '' };
    const ended = await plain?.login(late, { signal: AbortSignal.timeout(100) });
    expect(ended).toMatchObject({ error: { kind: 'timeout' } });
  });

  it('has a message for every kind of error, and a hint for every field', async () => {
    const { hintFor, messageFor } = await paste('src/form.ts');
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a', validate });
    const failure = async (account = '1', options?: CallOptions) => {
      const outcome = await auth.login({ ...request, account }, options);
      return outcome.ok ? undefined : outcome.error;
    };
    const messageOf = async (account?: string, options?: CallOptions) => messageFor(await failure(account, options));
    expect(await messageOf(wrongPassword.testNumbers[0])).toContain(`(${wrongPassword.body.code})`);
    expect(await messageOf(rateLimited.testNumbers[0])).toBe('Too many attempts. Wait a minute.');
    expect(await messageOf(badGateway.testNumbers[0])).toBe('The service is not available. Try again later.');
    const lost = await auth.registerUser({
      ...examples.registerUser.requests.newUser,
      phone: gatewayTimeout.testNumbers[0],
    });
    expect(messageFor('error' in lost && lost.error)).toMatch(/try to log in\.$/);
    expect(await messageOf(unknownApi.testNumbers[0])).toMatch(/Ask for help with \w{58}/);
    expect(await messageOf('1', { signal: AbortSignal.abort() })).toBe('');
    expect(await messageOf('')).toBe('Please check the marked fields.');
    expect(hintFor('account', await failure(''))).toBe('Please check this.');
    expect(hintFor('password', await failure(''))).toBe('');
    expect(messageFor({ kind: 'timeout' })).toMatch(/^The service took too long/);
  });

  it('answers a page from a server route, which the page reads without a client', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await paste('log-in.ts');
    const { POST } = await paste('fetch.ts');
    const { messageFor } = await paste('src/form.ts');
    const [send = ''] = codeBlocks(section('A route on your server'), 'ts').filter((code) =>
      code.includes("fetch('/login'"),
    );
    const page = await paste('send.ts', send);
    const responses: Response[] = [];
    const { fetch: fetchMock } = globalThis;
    const serve = async (url: string, init: RequestInit) => {
      const response: Response = await POST(new Request(new URL(url, 'https://example.com'), init));
      responses.push(response.clone());
      return response;
    };
    const fetchBoth = (url: string, init: RequestInit) => (url === '/login' ? serve(url, init) : fetchMock(url, init));
    vi.stubGlobal('fetch', fetchBoth);

    expect(await page.send('1', request)).toMatchObject({ expiresIn: 1800, phone: expect.any(String) });
    const [granted] = responses;
    expect(granted?.headers.get('set-cookie')).toMatch(/^session=AT%20\w+; Max-Age=1800; .*HttpOnly/);
    expect(await granted?.text()).not.toMatch(/Token/);

    const messageOf = async (fields: object) => {
      const message = await page.send('1', fields).catch(messageFor);
      return `${responses.at(-1)?.status} ${message}`;
    };
    const messageFrom = (account = '') => messageOf({ ...request, account });
    const { code, msg } = wrongPassword.body;
    expect(await messageFrom(wrongPassword.testNumbers[0])).toBe(`400 That did not work: ${msg} (${code})`);
    expect(await messageFrom(refusedWithStatus200.testNumbers[0])).toMatch(/^400 That did not work/);
    expect(await messageFrom(rateLimited.testNumbers[0])).toMatch(/^429 Too many attempts/);
    expect(await messageFrom(numberOf('successWithoutData'))).toMatch(/^502 Something went wrong.* \w{58}/);
    expect(await messageFrom(numberOf('cutConnection'))).toMatch(/^502 No response/);
    expect(await messageOf({ account: 'a' })).toMatch(/^400 Please check/);

    // As a form of another site sends it.
    const form = new Request('https://example.com/login', { method: 'POST', body: JSON.stringify(request) });
    expect((await POST(form)).status).toBe(400);
    expect(JSON.stringify(log.mock.calls)).not.toContain(request.password);

    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await messageOf(request)).toMatch(/No response/);
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    expect(await messageOf(request)).toMatch(/The service is not available/);
  });
});
