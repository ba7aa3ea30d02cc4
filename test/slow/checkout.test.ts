import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { binOf } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

const work = temporaryFolder();
const checkout = join(work, 'checkout');
const git = (...args: string[]) => succeed('git', args, join(work, 'origin'));

beforeAll(async () => {
  const left = ['node_modules', '.git', '.cache', 'dist'].map((name) => resolve(name));
  await cp('.', join(work, 'origin'), { recursive: true, filter: (path) => !left.includes(resolve(path)) });
  await git('init', '--quiet');
  await git('add', '--all');
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  await git(...author, 'commit', '--quiet', '--message', 'All', '--no-verify');
  await git('clone', '--quiet', '--config', 'core.autocrlf=true', '.', checkout);
  await symlink(resolve('node_modules'), join(checkout, 'node_modules'), 'junction');
});

/** Runs a command there, and answers with what it prints when it fails. */
const inCheckout = async (file: string, ...args: string[]) => {
  const { code, stdout, stderr } = await run(file, args, checkout);
  return code === 0 ? 'passes' : stdout + stderr;
};
const check = () => inCheckout(join(checkout, 'scripts/generate.ts'), '--check');

describe('a clone by a git that makes CRLF of each line end', () => {
  it('is up to date, and passes lint', async () => {
    expect(await check()).toBe('passes');
    expect(await inCheckout(binOf('biome'), 'check', '--error-on-warnings', '.')).toBe('passes');
    expect(await inCheckout(binOf('redocly'), 'lint')).toBe('passes');
  });

  it('passes the tests that read files', async () => {
    const vitest = join(checkout, 'node_modules/vitest/vitest.mjs');
    expect(await inCheckout(vitest, 'run', 'test/contract/source', 'test/docs')).toBe('passes');
  });

  it('is up to date as well when an editor has written its spec with CRLF', async () => {
    const files = await readdir(join(checkout, 'openapi'), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.yaml'))) {
      const path = join(checkout, 'openapi', file);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'));
    }
    expect(await check()).toBe('passes');
  });
});
