import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { install } from '../support/packed.js';
import { run } from '../support/run.js';

const clean = temporaryFolder();
beforeAll(() => install(clean, 'openapi-fetch'));

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

/** Compiles a text as files of these names, and answers with what the compiler prints. */
async function compile(version: string, options: object, files: readonly string[], text = consumer): Promise<string> {
  const folder = join(clean, 'project');
  for (const file of files) writeInto(folder, file, text);
  writeInto(folder, 'tsconfig.json', { compilerOptions: { ...settings, ...options }, files });
  const packages = await installed({ typescript: version });
  const tsc = join(packages, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = await run(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics']);
  expect(stderr).toBe('');
  return stdout;
}

// Node16 finds what NodeNext finds: attw looks at all ways.
const ways = [
  { moduleResolution: 'Bundler', module: 'ESNext', exactOptionalPropertyTypes: true, files: ['use.mts'] },
  {
    moduleResolution: 'NodeNext',
    module: 'NodeNext',
    exactOptionalPropertyTypes: false,
    files: ['use.mts', 'use.cts'],
  },
];

// The last compiler of each line that must read the declarations.
describe.each(['5.4.5', '5.9.3', '6.0.3', '7.0.2'])('under TypeScript %s', (version) => {
  it.each(ways)('the declarations compile with $moduleResolution, and what is wrong does not', async (way) => {
    const { files, ...options } = way;
    expect(await compile(version, options, files)).not.toContain('error TS');
  });
});

it('a consumer costs the compiler at most 200 instantiations', async () => {
  const simple = consumer
    .split('\n')
    .filter((line) => !/openapi-fetch|OpenApiFetch|schemas'|examples'|expect-error|wrong/.test(line))
    .join('\n')
    .replace(', validate', '')
    .replace(' + String(data?.code)', '');
  const options = { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true };
  const counted = async (text: string) => {
    const printed = await compile('5.9.3', options, ['use.mts'], text);
    expect(printed).not.toContain('error TS');
    return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
  };
  const before = await counted('export const nothing: Promise<string> = Promise.resolve("");');
  const after = await counted(simple);
  expect(after - before).toBeLessThanOrEqual(200);
});
