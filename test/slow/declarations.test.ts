import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { pack } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

/** The last compiler of each line that must read the declarations. */
const versions = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'];

/** How npm arranges packages: all in one folder, or each with nothing but its own dependencies, as pnpm does too. */
const layouts = { hoisted: temporaryFolder(), linked: temporaryFolder() };
type Layout = keyof typeof layouts;

/** The documented uses, in a library that publishes its own declarations. */
const library = `
import { login as examples } from 'koodrive-auth-contract/examples';
import { handlers, respond } from 'koodrive-auth-contract/msw';
import { startMock } from 'koodrive-auth-contract/mock';
import * as auth from 'koodrive-auth-contract';
import { createOpenApiFetchClient } from 'koodrive-auth-contract/openapi-fetch';
import * as validate from 'koodrive-auth-contract/schemas';
export type { HttpHandler } from 'msw';
export type { Client } from 'openapi-fetch';

const options = { baseUrl: auth.servers.international, agentName: 'a' };
export const client = auth.createKooDriveAuthClient({ ...options, validate, timeoutMs: undefined });
export const { login } = client;
export const body: auth.LoginRequest = examples.requests.withPassword;
export const outcome = async () => login(body, { signal: undefined });
export const dataOrError = async () => { const result = await outcome(); return result.ok ? result.data : result.error; };
export const session = async () => auth.unwrap(await outcome()).sessionInfo;
export const kind = (error: unknown) => (auth.isKooDriveError(error) ? error.kind : undefined);
export const issues = () => validate.loginRequest['~standard'].validate(body).issues;
export const value = () => { const result = validate.loginResponse['~standard'].validate(body); return result.issues ? undefined : result.value; };
export const other = createOpenApiFetchClient(options);
export const answer = async () => other.POST('/koodrive/ose/v1/auth/login', { body });
export const mocks = [...handlers(), respond('login', 'withPassword')];
export const running = async () => startMock();
export const operations = async () => (await running()).contract.operations;
export type Path = keyof auth.paths;
// @ts-expect-error
export const wrong: auth.LoginRequest = { account: 'a', authType: '1' };
`;

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

/** A module that exports again, under types that the compiler infers, all that an entry point exports. */
async function wrapper(entry: string): Promise<string> {
  const file = join(layouts.hoisted, `node_modules/koodrive-auth-contract/dist/${entry}.mjs`);
  const module = await import(pathToFileURL(file).href);
  const names = Object.keys(module).filter((name) => name !== 'default');
  const lines = names.map(
    (name) => `export const ${name} = entry.${name};\nexport const list${name} = [entry.${name}];`,
  );
  return `import * as entry from 'koodrive-auth-contract${entry === 'index' ? '' : `/${entry}`}';\n${lines.join('\n')}\n`;
}

const settings = {
  ...{ strict: true, declaration: true, emitDeclarationOnly: true, outDir: 'declarations' },
  ...{ skipLibCheck: true, types: [], target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'] },
};

const bundler = { module: 'ESNext', moduleResolution: 'Bundler', exactOptionalPropertyTypes: true };

/** Compiles files, from names to texts, in a folder of its own, and returns the errors. */
async function errorsOf(layout: Layout, version: string, options: object, files: Record<string, string>) {
  const folder = join(layouts[layout], `${version}-${Object.keys(files).join('-')}`);
  for (const [file, text] of Object.entries(files)) writeInto(folder, file, text);
  writeInto(folder, 'tsconfig.json', { compilerOptions: { ...settings, ...options }, files: Object.keys(files) });
  const packages = await installed({ typescript: version });
  const tsc = join(packages, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = await run(process.execPath, [
    tsc,
    '-p',
    folder,
    '--pretty',
    'false',
    '--extendedDiagnostics',
  ]);
  expect(stderr).toBe('');
  expect(stdout).toContain('Instantiations:');
  const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
  return { errors, instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]) };
}

beforeAll(async () => {
  const { tarball } = await pack();
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const packages = ['msw', 'openapi-fetch'].map((name) => `${name}@${devDependencies[name]}`);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const install = async ([layout, folder]: [string, string]) => {
    writeInto(folder, 'package.json', { private: true });
    await succeed('npm', ['install', `--install-strategy=${layout}`, ...options, tarball, ...packages], folder);
  };
  await Promise.all(Object.entries(layouts).map(install));
}, 180_000);

describe.concurrent.each(Object.keys(layouts) as Layout[])('in %s packages', { timeout: 240_000 }, (layout) => {
  it.each(versions)('a library of all entry points gets declarations from TypeScript %s', async (version) => {
    const options = { module: 'NodeNext', moduleResolution: 'NodeNext' };
    const { errors } = await errorsOf(layout, version, options, { 'library.mts': library, 'library.cts': library });
    expect(errors).toEqual([]);
  });

  // Alone, since a type is found through any entry point that the same program imports.
  it.each(versions)('a module that wraps the schemas alone gets declarations from TypeScript %s', async (version) => {
    const { errors } = await errorsOf(layout, version, bundler, { 'schemas.ts': await wrapper('schemas') });
    expect(errors).toEqual([]);
  });
});

it.concurrent.each(versions)(
  'TypeScript %s finds no mistake in the declarations',
  { timeout: 240_000 },
  async (version) => {
    const options = { ...bundler, skipLibCheck: false, skipDefaultLibCheck: true };
    const entries = ['index', 'schemas', 'examples', 'openapi-fetch'];
    const files = await Promise.all(entries.map(async (name) => [`${name}.ts`, await wrapper(name)] as const));
    expect(await errorsOf('hoisted', version, options, Object.fromEntries(files))).toMatchObject({ errors: [] });
  },
);

// Next.js writes `"strict": false` into new projects.
it.concurrent.each(versions)(
  'TypeScript %s reads and destructures outcomes, with strict and without',
  { timeout: 240_000 },
  async (version) => {
    for (const strict of [false, true]) {
      const options = { ...bundler, strict, exactOptionalPropertyTypes: strict };
      expect(await errorsOf('hoisted', version, options, { 'reader.ts': reader })).toMatchObject({ errors: [] });
    }
  },
);

it('a consumer costs the compiler at most 200 instantiations', async () => {
  const simple = `
import { createKooDriveAuthClient, type LoginRequest, servers, unwrap } from 'koodrive-auth-contract';
const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'a' });
const request: LoginRequest = { account: 'a', authType: '2', captchaToken: 'c' };
export const use = async () => { const outcome = await auth.login(request); return outcome.ok ? unwrap(outcome).userInfo.userId : outcome.error.kind; };
`;
  const nothing = 'export const nothing: Promise<string> = Promise.resolve("");';
  const before = await errorsOf('hoisted', '5.9.3', bundler, { 'nothing.mts': nothing });
  const after = await errorsOf('hoisted', '5.9.3', bundler, { 'simple.mts': simple });
  expect([before.errors, after.errors]).toEqual([[], []]);
  expect(after.instantiations - before.instantiations).toBeLessThanOrEqual(200);
});
