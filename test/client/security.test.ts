import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { readContract } from '../../src/contract/contract.js';

const text = readFileSync('SECURITY.md', 'utf8');

describe('SECURITY.md', () => {
  it('names a test for each promise', () => {
    const [, , ...rows] = text.match(/^\|.+$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const [, file = '', title] = /^\| .+ \| `(test\/[^`]+)`: (.+) \|$/.exec(row) ?? [];
      expect(readFileSync(file, 'utf8'), row).toContain(`'${title}'`);
    }
  });

  it('names every field that is secret by the contract', () => {
    const messages = readContract(contract).operations.flatMap(({ request, responses }) => [request, ...responses]);
    const names = new Set(messages.flatMap((message) => message?.secretPaths ?? []).map((path) => path.at(-1)));
    expect(names).toContain('password');
    for (const name of names) expect(text).toContain(`\`${name}\``);
  });
});
