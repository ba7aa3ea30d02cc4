import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { compileValidators } from '../../scripts/generate/validators.js';
import type { Schema } from '../../src/contract/openapi.js';
import { installed } from '../support/installed.js';

interface Group {
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** Why a group is left out: it uses what the contract does not accept, or what draft 2020-12 writes in another way. */
const unsupported = /strict mode: |schema is invalid|leads out of the document|Maximum call stack size|percent%25field/;

/** Runs the tests of a group, and returns the titles of those that fail. Returns nothing if the schema is rejected. */
async function failuresOf({ description, schema, tests }: Group): Promise<string[] | undefined> {
  const compiled = await compileValidators(schema, [{ name: 'it', schema }]).catch((error: Error) => error);
  if (compiled instanceof Error) {
    expect(compiled.message).toMatch(unsupported);
    return undefined;
  }
  const module = await import(`data:text/javascript,${encodeURIComponent(compiled.code)}`);
  const validator: Validator = module.it;
  return tests
    .filter(({ data, valid }) => validator(data) !== valid)
    .map((test) => `${description}: ${test.description}`);
}

// The package has draft 4, in which the accepted keywords mean the same as in draft 2020-12, except for exclusive limits.
it('the validators pass the JSON Schema test suite for the accepted keywords', async () => {
  const packages = await installed({ 'json-schema-test-suite': '0.0.10' });
  const folder = join(packages, 'node_modules/json-schema-test-suite/tests/draft4');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const groups: Group[] = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  let passed = 0;
  for (const group of groups) {
    const failures = await failuresOf(group);
    expect(failures ?? []).toEqual([]);
    if (failures) passed += group.tests.length;
  }
  // Of 263: the others are about keywords that the contract does not accept.
  expect(passed).toBe(226);
});
