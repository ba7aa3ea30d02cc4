import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, pack } from '../support/packed.js';

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

let clean: string;
beforeAll(async () => {
  clean = await install(await pack(), ['openapi-fetch']);
}, 180_000);
afterAll(() => rm(clean, { recursive: true }));

/** A program that uses every entry point that a browser can use. */
const consumer = `
import { createKooDriveAuthClient, servers, unwrap, isKooDriveError, type LoginRequest, type KooDriveError, type paths } from 'koodrive-auth-contract';
import { createOpenApiFetchClient } from 'koodrive-auth-contract/openapi-fetch';
import * as validate from 'koodrive-auth-contract/schemas';
import { login } from 'koodrive-auth-contract/examples';

const request: LoginRequest = { account: 'a', authType: '2', captchaToken: 'c' };
export async function use(): Promise<string> {
  const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'a', validate });
  const outcome = await auth.login(request, { timeoutMs: undefined });
  if (!outcome.ok) return outcome.error.kind;
  const { data } = await createOpenApiFetchClient({ baseUrl: 'https://a', agentName: 'a' }).POST('/koodrive/ose/v1/auth/login', { body: login.requests.withPassword });
  return unwrap(outcome).userInfo.userId + String(data?.code);
}
export const kind = (error: unknown): KooDriveError['kind'] | undefined => (isKooDriveError(error) ? error.kind : undefined);
export type Path = keyof paths;
// @ts-expect-error
export const wrong: LoginRequest = { account: 'a', authType: '1' };
`;

const compilers = ['5.4', '5.9', '6', '7'].map((version) => ({
  version,
  tsc: join(modules, version === '5.9' ? 'typescript' : `typescript-${version}`, 'bin/tsc'),
}));

/** Compiles the consumer with one compiler, and answers with what it prints. */
async function compile(
  tsc: string,
  name: string,
  options: object,
  files = ['use.mts'],
  text = consumer,
): Promise<string> {
  const folder = join(clean, name);
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(join(folder, file), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    // Ours are checked; the compiler's own library, which takes most of the time, is not.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    types: [],
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    ...options,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const done = await run(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics']).catch((error) => error);
  return done.stdout;
}

describe.each(compilers)('under TypeScript $version', ({ version, tsc }) => {
  // The two settings of exactOptionalPropertyTypes are spread over the ways of resolution, with which they have nothing to do.
  it.each([
    ['bundler', { module: 'ESNext', moduleResolution: 'Bundler', exactOptionalPropertyTypes: true }, ['use.mts']],
    [
      'node16',
      { module: 'Node16', moduleResolution: 'Node16', exactOptionalPropertyTypes: false },
      ['use.mts', 'use.cts'],
    ],
    [
      'nodenext',
      { module: 'NodeNext', moduleResolution: 'NodeNext', exactOptionalPropertyTypes: true },
      ['use.mts', 'use.cts'],
    ],
  ])(
    'the declarations compile in %s',
    async (name, options, files) => {
      expect(await compile(tsc, `${version}-${name}`, options, files)).not.toContain('error TS');
    },
    120_000,
  );
});

it('a consumer costs the compiler at most 200 instantiations', async () => {
  const simple = consumer
    .split('\n')
    .filter((line) => !/openapi-fetch|OpenApiFetch|schemas'|examples'|expect-error|wrong/.test(line))
    .join('\n')
    .replace(', validate', '')
    .replace(' + String(data?.code)', '');
  const options = { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true };
  const { tsc = '' } = compilers[1] ?? {};
  const counted = async (name: string, text: string) => {
    const printed = await compile(tsc, name, options, ['use.mts'], text);
    expect(printed).not.toContain('error TS');
    return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
  };
  const before = await counted('nothing', 'export const nothing: Promise<string> = Promise.resolve("");');
  const after = await counted('consumer', simple);
  expect(after - before).toBeLessThanOrEqual(200);
}, 120_000);
