import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from '../../scripts/breaking/compare.js';
import { compileConsumer } from '../../scripts/breaking/consumer.js';
import type { Document } from '../../src/contract/openapi.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { run } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const folder = temporaryFolder();

describe('npm run breaking', () => {
  it('lists what breaks, and exits with 1 if version and changelog do not match', async () => {
    const { servers = [], ...rest } = readSpec();
    const base = writeInto(folder, 'base.json', {
      ...rest,
      servers: [...servers, { url: 'https://old.example', 'x-name': 'old' }],
    });
    const { code, stdout, stderr } = await run('scripts/breaking.ts', ['--base', base]);
    expect(stdout).toContain('major  server old (https://old.example): removed\n');
    expect(stderr).toContain('a major change it must be ');
    expect(code).toBe(1);
  });

  it('records the contract as the released one with --record', async () => {
    const released = writeInto(folder, 'released.json', {});
    expect(await run('scripts/breaking.ts', ['--record', '--base', released])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(released, 'utf8')).toBe(readFileSync('generated/openapi.json', 'utf8'));
  });
});

describe('the comparison of two contracts', () => {
  it('reports a change with the impact that Redocly states, and where it is', async () => {
    const required: Document = JSON.parse(
      JSON.stringify(readSpec()).replaceAll('"in":"header","required":false', '"in":"header","required":true'),
    );
    const differences = await compare(readSpec(), required);
    expect(differences).not.toEqual([]);
    for (const { impact, text } of differences) {
      expect(impact).toBe('major');
      expect(text).toMatch(/^#\/paths\/.+\/parameters\/\d required: modified \(.+\)$/);
    }
  });

  it('fails for a document that Redocly cannot read', async () => {
    await expect(compare(readSpec(), { ...readSpec(), openapi: '3.9.9' })).rejects.toThrow('redocly diff failed');
  });
});

it("a consumer's code that no longer compiles is a major difference, with its line and the reason", () => {
  const client = new URL('../../src/index.js', import.meta.url).pathname;
  const code = `import type { Lost, UserInfo } from '${client}';
    export const lost: Lost = 1;
    export const nickname = (user: UserInfo) => user.nickname;`;
  const file = writeInto(folder, 'consumer.ts', code);
  expect(compileConsumer(file, process.cwd())).toEqual([
    { impact: 'major', text: expect.stringMatching(/consumer\.ts:1: .* no exported member 'Lost'/) },
    { impact: 'major', text: expect.stringMatching(/consumer\.ts:3: Property 'nickname' does not exist/) },
  ]);
});
