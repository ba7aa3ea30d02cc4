import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { examples } from '../../src/examples.js';
import { type CallOptions, createKooDriveAuthClient } from '../../src/index.js';
import { usage } from '../../src/mock/command.js';
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
  const paste = async (name: string) => {
    const local = readmeFiles
      .get(name)
      ?.replaceAll(
        /'koodrive-auth-contract(\/\w+)?'/g,
        (_, entry = '/index') => `'${pathToFileURL(root)}src${entry}.ts'`,
      )
      .replaceAll('servers.international', `'${mock.url}'`);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, local ?? '');
    return import(pathToFileURL(file).href);
  };
  const { wrongPassword, badGateway, rateLimited, unknownApi } = examples.login.responses;
  const request = examples.login.requests.withPassword;

  it('a first login', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await paste('first.ts');
    expect(log.mock.calls).toEqual([['logged in as', 'firstname']]);
  });

  it('a failing login, by curl and by Node', async () => {
    const [, line = '', node = ''] = codeBlocks(readmeSection('Show a failing login'), 'sh');
    const [, ...parts] = [...line.replaceAll('\\"', "'").matchAll(/"[^"]*"|\S+/g)].map(([part]) =>
      part.replaceAll('"', ''),
    );
    const args = parts.map((part) => part.replaceAll("'", '"').replace('http://127.0.0.1:4010', mock.url));
    expect(JSON.parse(await succeed('curl', ['--silent', ...args]))).toEqual(wrongPassword.body);
    const script = node.replace(/^node -e "|"\n$/g, '').replace('http://127.0.0.1:4010', mock.url);
    expect(JSON.parse(await succeed('node', ['-e', script]))).toEqual(wrongPassword.body);
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
    for (const kind of ['timeout', 'network']) expect(wordsFor({ kind })).toMatch(/No answer/);
    expect(wordsFor({ kind: 'invalid-request', issues: [{ message: 'a' }, { message: 'b' }] })).toBe('a. b');
  });

  it('a route', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { POST } = await paste('route.ts');
    const post = (body: unknown): Promise<Response> =>
      POST(
        new Request('https://example.com', {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      );
    const granted = await post(request);
    expect(granted.status).toBe(204);
    expect(granted.headers.get('set-cookie')).toMatch(/^session=AT%20\w+; Max-Age=1800; .*HttpOnly/);
    const refused = await post({ ...request, account: wrongPassword.testNumbers[0] });
    expect(refused.status).toBe(401);
    expect((await refused.json()).traceId).toHaveLength(58);
    expect((await post({ ...request, account: badGateway.testNumbers[0] })).status).toBe(502);
    expect((await post({ account: 'a' })).status).toBe(400);
    expect((await post('no JSON')).status).toBe(400);
    expect(JSON.stringify(log.mock.calls)).not.toContain(request.password);
  });
});
