import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { bundle } from '../../scripts/generate/bundle.js';
import { generate } from '../../scripts/generate/generate.js';
import { fillBlocks } from '../../scripts/generate/readme.js';
import { readContract } from '../../src/contract/contract.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** The command itself, as `npm run generate` starts it. Elsewhere its function, which need not load TypeScript each time. */
const command = (...args: string[]) => run('scripts/generate.ts', args);
const into = (copy: SpecCopy) => ['--spec', copy.spec, '--out', copy.out];

const made = [
  'client.ts',
  'domain.ts',
  'error-codes.ts',
  'examples.ts',
  'openapi.json',
  'openapi.yaml',
  'schemas.ts',
  'types.ts',
  'validators.d.ts',
  'validators.js',
];

// Each run starts Redocly twice, which takes its time on a busy machine.
describe('npm run generate', { timeout: 180_000 }, () => {
  const copy = new SpecCopy('test/fixtures/library');
  const { spec, out } = copy;
  beforeAll(async () => {
    expect(await generate({ spec, out })).toEqual(made.map((name) => join(out, name)));
    return () => copy[Symbol.dispose]();
  });

  it('names in each file the script that makes it', () => {
    for (const [name, text] of Object.entries(contents(out))) {
      const lines = text.split('\n', 3).slice(0, name.endsWith('.json') ? 3 : 1);
      expect(lines.join('\n'), name).toMatch(
        /Generated from openapi\/ by scripts\/\S+\.ts \(`npm run generate`\)\. Do not edit\./,
      );
    }
  });

  it('knows operations, headers, secrets and examples, and validates bodies as the schemas do', async () => {
    for (const text of ['borrowBook', 'returnBook', '/library/v1/loans/end', 'PUT', 'x-agent', 'X-Trace', 'pin'])
      expect(copy.read('generated/client.ts'), text).toContain(text);
    expect(copy.read('generated/examples.ts')).toContain(
      "byIsbn: { reader: 'R-17', by: 'isbn', isbn: '9780141036144' }",
    );
    expect(copy.read('generated/types.ts')).toContain("LoanWish: components['schemas']['WishByIsbn'] | components");
    expect(copy.read('generated/openapi.yaml')).toContain('pin: "4711"');

    const file = pathToFileURL(join(out, 'validators.js')).href;
    const { borrowBookRequest, borrowBookResponse }: Record<string, Validator> = await import(file);
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '4711' })).toBe(true);
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '47' })).toBe(false);
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', isbn: '1' })).toBe(false);
    expect(borrowBookResponse?.({ code: 0 })).toBe(false);
  });

  it('with --check names each stale file, whatever its lines end with, exits with 1 and writes nothing', async () => {
    for (const folder of [join(spec, '..'), out]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name);
        if (statSync(file).isFile()) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      }
    }
    writeFileSync(join(out, 'left-over.ts'), '');
    copy.replace('openapi/components/schemas/Loan.yaml', 'Id of the loan.', 'Number of the loan.');
    const before = contents(out);
    const stale = ['left-over.ts', 'openapi.json', 'openapi.yaml', 'types.ts'].map((name) => join(out, name));
    expect(await command('--check', ...into(copy))).toEqual({
      code: 1,
      stdout: '',
      stderr: stale.map((file) => `${file} is stale: run npm run generate\n`).join(''),
    });
    expect(contents(out)).toEqual(before);

    expect(await generate({ spec, out })).toEqual(stale);
    expect(readdirSync(out).sort()).toEqual(made);
  });

  it('ends with exit code 1 and the problems alone when the spec is wrong, and leaves what is there', async () => {
    using wrong = new SpecCopy('test/fixtures/library');
    wrong.write('generated/kept.ts', 'kept');
    wrong.replace('openapi/paths/borrow-book.yaml', 'summary:', 'sumary:');
    const problem = 'openapi/paths/borrow-book.yaml:2:3 Property `sumary` is not expected here. Did you mean summary?';
    expect(await command(...into(wrong))).toEqual({ code: 1, stdout: '', stderr: `${wrong.folder}/${problem}\n` });
    expect(contents(wrong.out)).toEqual({ 'kept.ts': 'kept' });
  });
});

describe('the blocks of the README', { timeout: 180_000 }, () => {
  it('are filled, and a missing block is an error', () => {
    const blocks = { numbers: '| 1 |' };
    expect(fillBlocks('a\n<!-- numbers -->\nold\n<!-- /numbers -->\nb\n', blocks)).toBe(
      'a\n<!-- numbers -->\n\n| 1 |\n\n<!-- /numbers -->\nb\n',
    );
    expect(() => fillBlocks('nothing', blocks)).toThrow('no block <!-- numbers --> … <!-- /numbers -->');
  });

  it('list a test number only if an operation has a field for it', async () => {
    const contract = readContract(await bundle('test/fixtures/library/openapi.yaml'));
    expect(contract.operations.map(({ request }) => request?.secretPaths)).toEqual([[['pin']], [['pin']]]);
    expect(testNumbers(contract).map(({ number, operations }) => [number, operations])).toEqual([
      ['4000001', ['borrowBook']],
      ['5030000', ['borrowBook']],
    ]);
  });
});
