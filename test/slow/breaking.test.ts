import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileConsumer } from '../../scripts/breaking/consumer.js';
import { libraries } from '../breaking/library.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { run } from '../support/run.js';

const folder = temporaryFolder();
const base = writeInto(folder, 'base.json', libraries(new Map([['A', {}]])));
const less = writeInto(folder, 'less.json', libraries(new Map([['A', { 'post/responses/409': undefined }]])));

describe('npm run breaking', () => {
  it('names what breaks, and fails when version and changelog do not say so', async () => {
    const { code, stdout, stderr } = await run('scripts/breaking.ts', ['--base', base, '--revision', less]);
    expect(stdout).toContain('major  /A/loans > post > responses > 409: is gone');
    expect(stderr).toContain('The spec says 1.0.0: after a major change of 1.0.0 it must be 2.0.0 or higher.');
    expect(stderr).toContain('### Breaking');
    expect(code).toBe(1);
  });

  it('keeps the contract as the released one when it is told to', async () => {
    const released = writeInto(folder, 'released.json', {});
    const { code, stderr } = await run('scripts/breaking.ts', ['--record', '--base', released, '--revision', less]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(released, 'utf8')).toBe(readFileSync(less, 'utf8'));
  });

  it.each([
    ['is not there', ['--base', join(folder, 'no.json')], 'no.json'],
    ['is not JSON', ['--base', writeInto(folder, 'text.json', 'text')], 'text.json is not JSON'],
    ['is not known', ['--bass', 'x'], '--bass'],
  ])('ends with code 2 and one reason when something %s', async (_, args, reason) => {
    const { code, stderr } = await run('scripts/breaking.ts', args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });
});

describe('code of a consumer of the last release', () => {
  it('compiles, and the version and the changelog say what changed since', async () => {
    const { code, stdout, stderr } = await run('scripts/breaking.ts', []);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Compared with \d+\.\d+\.\d+ \(openapi\/released\/openapi\.json\): /);
    expect(code).toBe(0);
  });

  it('that names a type, reads a field or sends too little of what there was is major, with line and reason', () => {
    const file = writeInto(
      folder,
      'broken.ts',
      `import type { Lost, RegisterUserRequest, UserInfo } from '${resolve('src/index.js').replaceAll('\\', '/')}';
       export const lost: Lost = 1;
       export const nickname = (user: UserInfo) => user.nickname;
       export const request: RegisterUserRequest = { firstname: '', phone: '', captchaToken: '' };`,
    );
    const found = compileConsumer(file, process.cwd());
    expect(found.map(({ impact, where, what }) => `${impact} ${where}: ${what}`)).toEqual([
      expect.stringMatching(/^major .*broken\.ts:1: .* no exported member 'Lost'/),
      expect.stringMatching(/^major .*broken\.ts:3: Property 'nickname' does not exist/),
      expect.stringMatching(/^major .*broken\.ts:4: Property 'password' is missing/),
    ]);
  });
});
