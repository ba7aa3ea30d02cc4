import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPeers } from '../../scripts/install-peers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const spec = join(root, 'generated/openapi.yaml');
let cache: string;
let folder: string;

/** Runs a program of an installed package; what it printed is part of the error when it fails. */
async function program(file: string, args: readonly string[]): Promise<void> {
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' } };
  await promisify(execFile)(process.execPath, [join(cache, 'node_modules', file), ...args], options).catch((error) => {
    throw new Error(`${file} failed:\n${error.stdout}\n${error.stderr}`);
  });
}

/** Compiles a consumer of generated code, strictly. */
async function compile(name: string, consumer: string): Promise<void> {
  const file = join(folder, name, 'consumer.ts');
  await writeFile(file, consumer);
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'ES2022', '--lib', 'ES2023,DOM,DOM.Iterable'];
  await program('typescript/bin/tsc', [...options, '--module', 'ESNext', '--moduleResolution', 'Bundler', file]);
}

beforeAll(async () => {
  cache = await installPeers(join(root, 'test/generators/peers'), join(root, '.cache/generators'));
  // Below the cache, where its packages are found.
  folder = await mkdtemp(join(cache, 'output-'));
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundled spec in the hands of other generators', () => {
  it('becomes a client of @hey-api/openapi-ts that compiles and knows the operations', async () => {
    await program('@hey-api/openapi-ts/bin/run.js', ['-i', spec, '-o', 'hey-api', '--silent']);
    await compile(
      'hey-api',
      `import { login, registerUser } from './index';

      export async function use(): Promise<string | undefined> {
        const headers = { 'x-hw-agentName': 'my-carrier' };
        const { data } = await login({ headers, body: { account: 'a', authType: '1', password: 'p' } });
        await login({ headers, body: { account: 'a', authType: '2', captchaToken: 't' } });
        await registerUser({ headers, body: { firstname: 'f', phone: '1', captchaToken: 't', password: 'p' } });
        // @ts-expect-error: a login by password needs one
        await login({ headers, body: { account: 'a', authType: '1' } });
        return data && 'data' in data ? data.data.sessionInfo.accessToken : undefined;
      }`,
    );
  });

  it.each(['fetch', 'axios'])(
    'becomes a client of orval for %s that compiles and knows the operations',
    async (client) => {
      const name = `orval-${client}`;
      await mkdir(join(folder, name));
      await program('orval/dist/bin/orval.js', ['--input', spec, '--output', `${name}/client.ts`, '--client', client]);
      expect(await readFile(join(folder, name, 'client.ts'), 'utf8')).toContain('/koodrive/ose/v1/auth/login');
      await compile(
        name,
        `import type { CodeLoginRequest, PasswordLoginRequest, SessionInfo, UserRegistration } from './client';
      export const byPassword: PasswordLoginRequest = { account: 'a', authType: '1', password: 'p' };
      export const byCode: CodeLoginRequest = { account: 'a', authType: '2', captchaToken: 't' };
      export const user: UserRegistration = { firstname: 'f', phone: '1', captchaToken: 't', password: 'p' };
      export const tokenOf = (session: SessionInfo): string => session.accessToken;
      // @ts-expect-error: a login by password needs one
      export const incomplete: PasswordLoginRequest = { account: 'a', authType: '1' };`,
      );
    },
  );
});
