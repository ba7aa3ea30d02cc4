import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { pack } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

/** The last compiler of each line that must read the declarations. */
const versions = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'];

/** The documented uses, in a library that publishes its own declarations. */
const library = `
import * as auth from 'koodrive-auth-contract';
import * as examples from 'koodrive-auth-contract/examples';
import { startMock } from 'koodrive-auth-contract/mock';
import { handlers, respond } from 'koodrive-auth-contract/msw';
import * as openApiFetch from 'koodrive-auth-contract/openapi-fetch';
import * as validate from 'koodrive-auth-contract/schemas';
export type { HttpHandler } from 'msw';
export type { Client } from 'openapi-fetch';

export const all = { ...auth, ...examples, ...openApiFetch, ...validate };
const options = { baseUrl: auth.servers.international, agentName: 'a' };
export const client = auth.createKooDriveAuthClient({ ...options, validate, timeoutMs: undefined });
export const { login } = client;
export const body: auth.LoginRequest = examples.login.requests.withPassword;
export const outcome = async () => login(body, { signal: undefined });
export const dataOrError = async () => { const result = await outcome(); return result.ok ? result.data : result.error; };
export const session = async () => auth.unwrap(await outcome()).sessionInfo;
export const validated = validate.loginResponse['~standard'].validate(body);
export const value = validated.issues ? undefined : validated.value;
export const other = openApiFetch.createOpenApiFetchClient(options);
export const answer = async () => other.POST('/koodrive/ose/v1/auth/login', { body });
export const mocks = [...handlers(), respond('login', 'withPassword')];
export const running = async () => startMock();
export const operations = async () => (await running()).contract.operations;
export type Path = keyof auth.paths;
// @ts-expect-error
export const wrong: auth.LoginRequest = { account: 'a', authType: '1' };
`;

/** A module that exports everything of one entry point again. Alone, since a type may be named through any other import of a program. */
const wrapperOf = (entry: string) => `
import * as entry from '${entry.replace('.', manifest.name)}';
${entry === './msw' ? "export type { HttpHandler } from 'msw';" : ''}
export const all = { ...entry };
export const list = Object.values(entry);
`;
const entryPoints = Object.entries(manifest.exports).flatMap(([name, entry]) =>
  typeof entry === 'string' ? [] : [name],
);

/** Two ways to read an outcome. */
const reader = `
import type { LoginData, Outcome } from 'koodrive-auth-contract';
export function read(outcome: Outcome<LoginData>): string {
  if (outcome.ok) return outcome.data.userInfo.userId;
  else return outcome.error.kind === 'service' ? outcome.error.code : outcome.error.message;
}
export function destructure({ data, error }: Outcome<LoginData>): string {
  if (error) return error.kind === 'service' ? error.code : error.message;
  // @ts-expect-error
  data.nothing;
  return data.userInfo.userId;
}
`;

let compilers: string;
/** How npm installs the package: in one flat folder, or so that each package sees only its own dependencies, as with pnpm. */
const layouts = { hoisted: temporaryFolder(), linked: temporaryFolder() };
const home = layouts.linked;
beforeAll(async () => {
  const { tarball } = await pack();
  const { msw, 'openapi-fetch': openApiFetch } = manifest.devDependencies;
  const packages = [tarball, `msw@${msw}`, `openapi-fetch@${openApiFetch}`];
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const aliases = versions.map((version) => [`typescript-${version}`, `npm:typescript@${version}`]);
  const installs = Object.entries(layouts).map(([layout, folder]) => {
    writeInto(folder, 'package.json', { private: true });
    return succeed('npm', ['install', `--install-strategy=${layout}`, ...options, ...packages], folder);
  });
  [compilers] = await Promise.all([installed(Object.fromEntries(aliases)), ...installs]);
}, 180_000);

const settings = {
  ...{ strict: true, exactOptionalPropertyTypes: true, declaration: true, emitDeclarationOnly: true, outDir: 'out' },
  ...{ skipLibCheck: false, skipDefaultLibCheck: true, types: [], target: 'ES2022' },
  ...{ lib: ['ES2022', 'DOM', 'DOM.Iterable'], module: 'ESNext', moduleResolution: 'Bundler' },
};

describe.each(versions)('TypeScript %s', (version) => {
  /** Compiles files, from names to texts, in a folder of its own, and returns the errors. */
  async function compile(
    project: string,
    options: object,
    files: Record<string, string>,
    base = home,
  ): Promise<string[]> {
    const folder = join(base, version, project);
    for (const [file, text] of Object.entries(files)) writeInto(folder, file, text);
    writeInto(folder, 'tsconfig.json', { compilerOptions: { ...settings, ...options }, files: Object.keys(files) });
    const tsc = join(compilers, `node_modules/typescript-${version}/bin/tsc`);
    const { stdout, stderr } = await run(process.execPath, [tsc, '-p', folder, '--pretty', 'false']);
    expect(stderr).toBe('');
    expect(readdirSync(join(folder, 'out'))).toHaveLength(Object.keys(files).length);
    // The mock needs @types/node, and under TypeScript 5.4 msw has errors of its own.
    return stdout.split('\n').filter((line) => line && !/'node:util'|node_modules\/msw\//.test(line));
  }

  it('compiles a library that uses every entry point, as ESM and as CommonJS, and makes its declarations', async () => {
    // Only the oldest and the newest compiler check the declarations of the package themselves, since it takes seconds.
    const skipLibCheck = version !== versions[0] && version !== versions.at(-1);
    const options = { module: 'NodeNext', moduleResolution: 'NodeNext', skipLibCheck };
    const files = { 'library.mts': library, 'library.cts': library, 'reader.mts': reader };
    expect(await compile('library', options, files)).toEqual([]);
  });

  it('makes declarations for modules that wrap one entry point each', async () => {
    const wrappers = entryPoints.map((entry, index) => [`wrapper-${index}.ts`, wrapperOf(entry)]);
    expect(await compile('wrappers', { skipLibCheck: true }, Object.fromEntries(wrappers), layouts.hoisted)).toEqual(
      [],
    );
    for (const [index, entry] of entryPoints.entries())
      expect(await compile(`${index}`, { skipLibCheck: true }, { 'wrapper.ts': wrapperOf(entry) })).toEqual([]);
  });

  // Next.js writes `"strict": false` into new projects.
  it('reads and destructures outcomes without `strict`', async () => {
    const options = { strict: false, exactOptionalPropertyTypes: false };
    expect(await compile('reader', options, { 'reader.ts': reader })).toEqual([]);
  });
});

describe('an editor shows', () => {
  const code = `
import { createKooDriveAuthClient, type KooDriveError, type LoginRequest, servers } from 'koodrive-auth-contract';
export async function use(body: LoginRequest, error: KooDriveError) {
  const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'a' });
  const outcome = await auth.login(body);
  if (!outcome.ok) return outcome.error.kind;
  const data = outcome.data;
  const session = data.sessionInfo;
  const user = data.userInfo;
  return error.kind === 'timeout' && [error.kind, session, user];
}
`;
  const options: ts.CompilerOptions = {
    ...{ strict: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] },
  };
  let show: (before: string, name: string) => string;
  beforeAll(() => {
    const file = writeInto(home, 'shown.ts', code);
    const { readFile, fileExists, directoryExists, getDirectories, getCurrentDirectory } = ts.sys;
    const service = ts.createLanguageService({
      ...{ readFile, fileExists, directoryExists, getDirectories, getCurrentDirectory },
      getCompilationSettings: () => options,
      getScriptFileNames: () => [file],
      getScriptVersion: () => '1',
      getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(readFile(name) ?? ''),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
    show = (before, name) => {
      const info = service.getQuickInfoAtPosition(file, code.indexOf(before + name) + before.length);
      return ts.displayPartsToString([...(info?.displayParts ?? []), ...(info?.documentation ?? [])]);
    };
  });

  it('the name of a type, not its contents', () => {
    for (const [name, type] of Object.entries({
      ...{ auth: 'KooDriveAuthClient', outcome: 'Outcome<LoginData>', data: 'LoginData' },
      ...{ session: 'SessionInfo', user: 'UserInfo' },
    }))
      expect(show('const ', name)).toBe(`const ${name}: ${type}`);
  });

  it('what each kind of error means, and what one of them means after a check', () => {
    expect(show('outcome.error.', 'kind')).toMatch(/`service`: .*`network`: /s);
    expect(show('[error.', 'kind')).toContain('no complete response within the time limit');
  });
});
