import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../scripts/bench/packages.js';
import { install, pack } from '../support/packed.js';
import { run } from '../support/run.js';

let clean: string;
beforeAll(async () => {
  clean = await install(await pack(), ['openapi-fetch']);
});
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

/** The last compiler of each line that must read the declarations, the oldest first. */
const compilers = { '5.4': '5.4.5', '5.9': '5.9.3', '6.0': '6.0.3', '7.0': '7.0.2' };

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

/** Runs a compiler, and answers with what it prints. */
async function compile(version: keyof typeof compilers, folder: string): Promise<string> {
  const packages = await installed({ typescript: compilers[version] });
  const tsc = join(packages, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = await run(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics']);
  expect(stderr).toBe('');
  return stdout;
}

const ways = [
  { moduleResolution: 'Bundler', module: 'ESNext', exactOptionalPropertyTypes: true, files: ['use.mts'] },
  { moduleResolution: 'Node16', module: 'Node16', exactOptionalPropertyTypes: true, files: ['use.mts', 'use.cts'] },
  {
    moduleResolution: 'NodeNext',
    module: 'NodeNext',
    exactOptionalPropertyTypes: false,
    files: ['use.mts', 'use.cts'],
  },
];

describe.each(Object.keys(compilers) as (keyof typeof compilers)[])('under TypeScript %s', (version) => {
  it.each(ways)(
    'the declarations compile with $moduleResolution, and what is wrong does not',
    async ({ files, ...options }) => {
      const folder = await project(`${version}-${options.moduleResolution}`, options, files);
      expect(await compile(version, folder)).not.toContain('error TS');
    },
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
  const counted = async (name: string, text: string) => {
    const printed = await compile('5.9', await project(name, options, ['use.mts'], text));
    expect(printed).not.toContain('error TS');
    return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
  };
  const before = await counted('nothing', 'export const nothing: Promise<string> = Promise.resolve("");');
  const after = await counted('consumer', simple);
  expect(after - before).toBeLessThanOrEqual(200);
});
