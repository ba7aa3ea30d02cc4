import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compare, compileConsumer } from '../../scripts/breaking/compare.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { run } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const folder = temporaryFolder();
const generated = 'generated/openapi.json';

it('npm run breaking lists what breaks, and exits with 1 if version and changelog do not match', async () => {
  const required = readFileSync(generated, 'utf8').replaceAll(
    /("in": "header",\s*)"required": true/g,
    '$1"required": false',
  );
  const { servers = [], ...rest } = JSON.parse(required);
  const old = { url: 'https://old.example', 'x-name': 'old' };
  const base = writeInto(folder, 'base.json', { ...rest, servers: [...servers, old] });
  const { code, stdout, stderr } = await run('scripts/breaking.ts', ['--base', base]);
  expect(stdout).toMatch(/^major {2}#\/paths\/.+\/parameters\/\d required: modified \(.+\)$/m);
  expect(stdout).toContain('major  server old (https://old.example): removed\n');
  expect(stderr).toContain('a major change it must be ');
  expect(code).toBe(1);
});

it('a document that Redocly cannot read is an error, not a contract without differences', async () => {
  const unreadable = writeInto(folder, 'unreadable.json', { ...readSpec(), openapi: '3.9.9' });
  await expect(compare(generated, unreadable)).rejects.toThrow('redocly diff failed');
});

it('code of a consumer that no longer compiles is a major difference, with its line and the reason', () => {
  const types = new URL('../../generated/domain.js', import.meta.url).pathname;
  const code = `import type { Lost, UserInfo } from '${types}';
    export const lost: Lost = 1;
    export const nickname = (user: UserInfo) => user.nickname;`;
  const file = writeInto(folder, 'consumer.ts', code);
  expect(compileConsumer(file, process.cwd())).toEqual([
    { impact: 'major', text: expect.stringMatching(/consumer\.ts\(1,\d+\): .* no exported member 'Lost'/) },
    { impact: 'major', text: expect.stringMatching(/consumer\.ts\(3,\d+\): .*Property 'nickname' does not exist/) },
  ]);
});
