import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, pack } from '../support/packed.js';
import { run } from '../support/run.js';

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

type Compiler = typeof import('typescript');

/** The package of each compiler. The last is a program of its own, without an interface for others. */
const compilers = { '5.4': 'typescript-5.4', '5.9': 'typescript', '6.0': 'typescript-6', '7.0': 'typescript-7' };
const native = '7.0';

const settings = {
  strict: true,
  noEmit: true,
  // Ours are checked; the compiler's own library, which takes most of the time, is not.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  types: [],
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
};

/** Writes a project, and answers with its folder. */
async function project(name: string, options: object, files: readonly string[], text = consumer): Promise<string> {
  const folder = join(clean, name);
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(join(folder, file), text);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...settings, ...options }, files }),
  );
  return folder;
}

/** Runs a compiler as a program, and answers with what it prints. */
async function compile(version: keyof typeof compilers, folder: string): Promise<string> {
  const tsc = join(modules, compilers[version], 'bin/tsc');
  return (await run(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'])).stdout;
}

/** A compiler within this process: it reads its library once for many projects. */
function compilerOf(version: keyof typeof compilers): (folder: string) => string {
  const ts: Compiler = createRequire(import.meta.url)(join(modules, compilers[version]));
  const library = new Map<string, ReturnType<import('typescript').CompilerHost['getSourceFile']>>();
  return (folder) => {
    const file = join(folder, 'tsconfig.json');
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(file, ts.sys.readFile).config,
      ts.sys,
      folder,
    );
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (name, ...rest) => {
      if (!/\/lib\.[^/]*\.d\.ts$/.test(name)) return getSourceFile(name, ...rest);
      if (!library.has(name)) library.set(name, getSourceFile(name, ...rest));
      return library.get(name);
    };
    return ts.formatDiagnostics(ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options, host)), host);
  };
}

const ways = [
  { moduleResolution: 'Bundler', module: 'ESNext', files: ['use.mts'] },
  { moduleResolution: 'Node16', module: 'Node16', files: ['use.mts', 'use.cts'] },
  { moduleResolution: 'NodeNext', module: 'NodeNext', files: ['use.mts', 'use.cts'] },
].flatMap((way) => [true, false].map((exactOptionalPropertyTypes) => ({ ...way, exactOptionalPropertyTypes })));

describe.each(['5.4', '5.9', '6.0', '7.0'] as const)('under TypeScript %s', (version) => {
  const diagnose = version === native ? (folder: string) => compile(version, folder) : compilerOf(version);
  it.each(ways)(
    'the declarations compile with $moduleResolution, exactOptionalPropertyTypes $exactOptionalPropertyTypes',
    async ({ files, ...options }) => {
      const name = [version, options.moduleResolution, options.exactOptionalPropertyTypes].join('-');
      expect(await diagnose(await project(name, options, files))).not.toContain('error TS');
    },
    120_000,
  );

  it('a wrong use is found', async () => {
    const wrong = consumer.replace('// @ts-expect-error', '');
    const folder = await project(
      `${version}-wrong`,
      { moduleResolution: 'Bundler', module: 'ESNext' },
      ['use.mts'],
      wrong,
    );
    expect(await diagnose(folder)).toContain('error TS');
  }, 120_000);
});

it('a consumer costs the compiler at most 200 instantiations', async () => {
  const simple = consumer
    .split('\n')
    .filter((line) => !/openapi-fetch|OpenApiFetch|schemas'|examples'|expect-error|wrong/.test(line))
    .join('\n')
    .replace(', validate', '')
    .replace(' + String(data?.code)', '');
  const options = { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true };
  const counted = async (name: string, text: string) => {
    const printed = await compile('5.9', await project(name, options, ['use.mts'], text));
    expect(printed).not.toContain('error TS');
    return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
  };
  const before = await counted('nothing', 'export const nothing: Promise<string> = Promise.resolve("");');
  const after = await counted('consumer', simple);
  expect(after - before).toBeLessThanOrEqual(200);
}, 120_000);
