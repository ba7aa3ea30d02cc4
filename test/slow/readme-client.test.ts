import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { type CallOptions, createKooDriveAuthClient } from '../../src/index.js';
import { type RunningMock, startMock } from '../../src/mock.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
const client = readme.split('\n## Client\n')[1]?.split('\n## ')[0] ?? '';

/** The doc comments of a file, each in one line. */
const comments = async (file: string) =>
  [...(await readFile(join(root, file), 'utf8')).matchAll(/\/\*\*([\s\S]*?)\*\/\s*readonly (\w+)/g)].map(
    ([, text = '', name = '']) => ({ name, text: text.replace(/\s*\n\s*\*\s?/g, ' ').trim() }),
  );

describe('the option tables', () => {
  const row = /^\| `(\w+)` \| `.+?` \|\s*(.*?)\s*\| (.+?) \|$/gm;
  const rows = [...client.matchAll(row)].map(([, name, preset, text]) => ({ name, preset, text }));
  const plain = (text: string) => text.replaceAll('`', '');

  it('say what the editor says, of every option', async () => {
    const said = [...(await comments('src/client/options.ts')), ...(await comments('src/client/outcome.ts'))];
    const options = ['baseUrl', 'agentName', 'allowInsecureHttp', 'timeoutMs', 'fetch', 'validate'];
    expect(rows.map(({ name }) => name)).toEqual([...options, 'signal', 'timeoutMs', 'traceId', 'headers']);
    for (const { name, preset = '', text = '' } of rows) {
      const matching = said.filter((comment) => comment.name === name && comment.text.includes(text));
      expect(matching, `${name}: ${text}`).toHaveLength(1);
      if (preset) expect(plain(matching[0]?.text ?? '')).toContain(`@default ${plain(preset)}`);
    }
  });
});

it('the table of error kinds lists each kind with what it has', async () => {
  const kinds = [...client.matchAll(/^\| `([\w-]+)` \| [^`|]+ \| (.+?) \| .+ \|$/gm)].map(([, kind]) => kind);
  const source = await readFile(join(root, 'src/client/errors.ts'), 'utf8');
  expect(kinds).toEqual([...source.matchAll(/readonly kind: '([\w-]+)'/g)].map(([, kind]) => kind));
});

describe('each recipe works as pasted', () => {
  let mock: RunningMock;
  let folder: string;
  beforeAll(async () => {
    mock = await startMock({ publishedTimes: true });
    await mkdir(join(root, 'test/docs'), { recursive: true });
    folder = await mkdtemp(join(root, 'test/docs/.recipes-'));
  });
  afterAll(async () => {
    await mock.close();
    await rm(folder, { recursive: true });
  });

  /** Pastes a recipe into a file, with the mock in place of the service. */
  const paste = async (name: string) => {
    const [, code = ''] = new RegExp(`\`\`\`ts\n// ${name}\n([\\s\\S]*?)\`\`\``).exec(client) ?? [];
    const local = code
      .replaceAll(/'koodrive-auth-contract(\/\w+)?'/g, (_, entry = '/index') => `'${root}src${entry}.js'`)
      .replaceAll('servers.international', `'${mock.url}'`);
    const file = join(folder, name);
    await writeFile(file, local);
    return import(pathToFileURL(file).href);
  };

  it('words for a user', async () => {
    const { wordsFor } = await paste('words.ts');
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'a' });
    const errorFor = async (account: string, options?: CallOptions) => {
      const outcome = await auth.login({ ...examples.login.requests.withPassword, account }, options);
      return outcome.ok ? undefined : outcome.error;
    };
    expect(wordsFor(await errorFor('0027000040002'))).toMatch(/^That did not work: .+ \(99000002\)$/);
    expect(wordsFor(await errorFor('0027000042901'))).toBe('Too many tries. Wait a minute.');
    expect(wordsFor(await errorFor('0027000040401'))).toBe('The service is not available.');
    expect(wordsFor(await errorFor('1', { signal: AbortSignal.abort() }))).toBe('');
    for (const kind of ['timeout', 'network', 'invalid-response'])
      expect(wordsFor({ kind, traceId: 'T1' })).toMatch(kind === 'invalid-response' ? /T1/ : /No answer/);
  });

  it('a route', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { POST } = await paste('route.ts');
    const post = (body: string): Promise<Response> =>
      POST(new Request('https://example.com', { method: 'POST', body }));
    const { withPassword } = examples.login.requests;
    const granted = await post(JSON.stringify(withPassword));
    expect(granted.status).toBe(204);
    expect(granted.headers.get('set-cookie')).toMatch(/^session=AT%203b91\w+; Max-Age=1800; .*HttpOnly/);
    const refused = await post(JSON.stringify({ ...withPassword, account: '0027000040002' }));
    expect(refused.status).toBe(401);
    expect((await refused.json()).traceId).toHaveLength(58);
    expect((await post(JSON.stringify({ ...withPassword, account: '0027000050201' }))).status).toBe(502);
    expect((await post('{"account":"a"}')).status).toBe(400);
    expect((await post('no JSON')).status).toBe(400);
    expect(JSON.stringify(log.mock.calls)).not.toContain(withPassword.password);
  });

  it('a test without a server', async () => {
    const { auth } = await paste('test.ts');
    expect(await auth.login(examples.login.requests.withPassword)).toMatchObject({
      ok: false,
      error: { kind: 'service' },
    });
  });
});
