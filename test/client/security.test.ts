import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { readContract } from '../../src/contract/contract.js';

const text = readFileSync('SECURITY.md', 'utf8');
const promises = [...text.matchAll(/^\| (.+) \| `(test\/[^`]+)`: (.+) \|$/gm)].map(
  ([, promise = '', file = '', title = '']) => [promise, file, title] as const,
);

describe('SECURITY.md', () => {
  it('has a test for each line of its table', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('| '));
    expect(promises.length).toBeGreaterThan(10);
    expect(lines).toHaveLength(promises.length + 1);
  });

  it.each(promises)('promises "%s", held by a test of %s', (_, file, title) => {
    expect(readFileSync(file, 'utf8')).toContain(`'${title}'`);
  });

  it('names every field that is secret by the spec', () => {
    const messages = readContract(contract).operations.flatMap(({ request, responses }) => [request, ...responses]);
    const names = new Set(messages.flatMap((message) => message?.secretPaths ?? []).map((path) => path.at(-1)));
    expect(names).toContain('password');
    for (const name of names) expect(text).toContain(`\`${name}\``);
  });
});
