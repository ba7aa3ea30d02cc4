import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { slug } from '../../scripts/docs/markdown.js';
import { examples } from '../../src/examples.js';
import { type CallOptions, createKooDriveAuthClient } from '../../src/index.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import * as validate from '../../src/schemas.js';
import { writeInto } from '../support/folder.js';
import { sharedMock } from '../support/mock.js';
import { codeBlocks, files, guides, readme, section } from '../support/readme.js';
import { succeed } from '../support/run.js';

const mockUrl = 'http://127.0.0.1:4010';
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('README and guides', () => {
  it('name commands, headings and files that exist', () => {
    const text = readme + guides;
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(manifest.scripts)).toContain(name);
    for (const [, name] of text.matchAll(/npx (koodrive[\w-]+)/g)) expect(Object.keys(manifest.bin)).toContain(name);
    const anchors = (markdown: string) =>
      [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));
    for (const [, target = '', anchor] of text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)) {
      const isGuide = target === `${mockUrl}/`;
      if (anchor) expect(anchors(isGuide ? guides : readme)).toContain(anchor);
      // npm adds LICENSE.
      if (target && !isGuide) expect([...manifest.files, 'LICENSE']).toContain(target);
    }
  });
});

describe('A block of the README or the guides, pasted,', () => {
  const mock = sharedMock();
  // Inside the project, so that its packages are found.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/readme-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Writes a file of README or guides, which calls this mock and this package's source, and imports it. */
  const paste = (name: string, text = files.get(name) ?? '') => {
    vi.stubGlobal('location', { origin: mock.url });
    const local = text
      .replaceAll(
        /'koodrive-auth-contract(\/\w+)?'/g,
        (_, entry = '/index') => `'${pathToFileURL(root)}src${entry}.ts'`,
      )
      .replaceAll(mockUrl, mock.url);
    return import(pathToFileURL(writeInto(folder, name, local)).href);
  };
  const { wrongPassword, badGateway, gatewayTimeout, rateLimited, unknownApi } = examples.login.responses;
  const request = examples.login.requests.withPassword;
  const { newUser } = examples.registerUser.requests;
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
      const outcome = await (only === '`registerUser`'
        ? auth.registerUser({ ...newUser, phone: number })
        : auth.login({ ...request, account: number }));
      expect([number, outcome.ok ? undefined : outcome.error.kind]).toEqual([number, kind]);
      if (status) expect([number, outcome.status]).toEqual([number, Number(status)]);
    }
  });

  it('has a message for every kind of error, and a hint at the field of an issue', async () => {
    const { hintFor, messageFor } = await paste('src/words.ts');
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a', validate });
    const failure = async (account = '1', options?: CallOptions) =>
      (await auth.login({ ...request, account }, options)).error;
    const messageOf = async (account?: string, options?: CallOptions) => messageFor(await failure(account, options));
    expect(await messageOf(wrongPassword.testNumbers[0])).toContain(`(${wrongPassword.body.code})`);
    expect(await messageOf(rateLimited.testNumbers[0])).toBe('Too many attempts. Wait a minute.');
    expect(await messageOf(badGateway.testNumbers[0])).toBe('The service is not available. Try again later.');
    const { error } = await auth.registerUser({ ...newUser, phone: gatewayTimeout.testNumbers[0] });
    expect(messageFor(error)).toMatch(/try to log in\.$/);
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
    const route = codeBlocks(section('A route on your server'), 'ts').find((code) => code.includes("fetch('/login'"));
    // In place of everything up to the end of the function that uses the client.
    const { send, messageFor } = await paste(
      'route.ts',
      files.get('src/words.ts')?.replace(/^[\s\S]*?\n}\n/, route ?? ''),
    );
    const responses: Response[] = [];
    const { fetch: fetchMock } = globalThis;
    const serve = async (url: string, init: RequestInit) => {
      if (url !== '/login') return fetchMock(url, init);
      const response: Response = await POST(new Request(new URL(url, 'https://example.com'), init));
      responses.push(response.clone());
      return response;
    };
    vi.stubGlobal('fetch', serve);

    expect(await send('1', request)).toMatchObject({ expiresIn: 1800, phone: expect.any(String) });
    const [granted] = responses;
    expect(granted?.headers.get('set-cookie')).toMatch(/^session=AT%20\w+; Max-Age=1800; .*HttpOnly/);
    expect(await granted?.text()).not.toMatch(/Token/);

    const messageFrom = async (fields: object) => {
      const message = await send('1', { ...request, ...fields }).catch(messageFor);
      return `${responses.at(-1)?.status} ${message}`;
    };
    const { code, msg } = wrongPassword.body;
    const refused = await messageFrom({ account: wrongPassword.testNumbers[0] });
    expect(refused).toBe(`400 That did not work: ${msg} (${code})`);
    expect(await messageFrom({ account: numberOf('successWithoutData') })).toMatch(
      /^502 Something went wrong.* \w{58}/,
    );
    expect(await messageFrom({ account: numberOf('cutConnection') })).toMatch(/^502 No response/);
    expect(await messageFrom({ password: undefined })).toMatch(/^400 Please check/);

    // As a form of another site sends it.
    const form = new Request('https://example.com/login', { method: 'POST', body: JSON.stringify(request) });
    expect((await POST(form)).status).toBe(400);
    expect(JSON.stringify(log.mock.calls)).not.toContain(request.password);

    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await messageFrom({})).toMatch(/No response/);
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    expect(await messageFrom({})).toMatch(/The service is not available/);
  });
});
