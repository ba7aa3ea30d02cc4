import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { bundle } from '../../scripts/generate/bundle.js';
import { check, generate } from '../../scripts/generate/generate.js';
import { fillBlocks } from '../../scripts/generate/readme.js';
import { readContract } from '../../src/contract/contract.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

const library = () => new SpecCopy('test/fixtures/library');
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** The command itself, as `npm run generate` starts it. Elsewhere its function, which need not load TypeScript each time. */
const command = (...args: string[]) => run('scripts/generate.ts', args);
const into = (copy: SpecCopy) => ['--spec', copy.spec, '--out', copy.out];

describe('npm run generate', () => {
  it('finds nothing stale in this checkout', async () => {
    expect(await command('--check')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('writes files that say what they are made from, and the same again from lines that end as on Windows', async () => {
    using copy = library();
    const { spec, out } = copy;
    expect(await generate({ spec, out })).toEqual(
      [
        'client.ts',
        'domain.ts',
        'error-codes.ts',
        'examples.ts',
        'openapi.json',
        'openapi.yaml',
        'schemas.ts',
        'standard-schema.ts',
        'types.ts',
        'validators.d.ts',
        'validators.js',
      ].map((name) => join(out, name)),
    );
    for (const [name, text] of Object.entries(contents(out))) {
      const lines = text.split('\n', 3).slice(0, name.endsWith('.json') ? 3 : 1);
      expect(lines.join('\n'), name).toContain('Generated from openapi/ by `npm run generate`. Do not edit.');
    }

    for (const folder of [join(spec, '..'), out]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
        /\.\w+$/.test(one),
      )) {
        const file = join(folder, name);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      }
    }
    expect(await check({ spec, out })).toEqual([]);
  });

  it('with --check names each stale file, exits with 1 and writes nothing', async () => {
    using copy = library();
    await generate({ spec: copy.spec, out: copy.out });
    copy.replace('openapi/components/schemas/Loan.yaml', 'Id of the loan.', 'Number of the loan.');
    writeFileSync(join(copy.out, 'left-over.ts'), '');
    const before = contents(copy.out);
    const { code, stderr } = await command('--check', ...into(copy));
    expect(code).toBe(1);
    const stale = ['left-over.ts', 'openapi.json', 'openapi.yaml', 'types.ts'];
    expect(stderr.trim().split('\n')).toEqual(
      stale.map((name) => `${join(copy.out, name)} is stale: run npm run generate`),
    );
    expect(contents(copy.out)).toEqual(before);

    const { spec, out } = copy;
    expect(await generate({ spec, out })).toEqual(stale.map((name) => join(out, name)));
    expect(existsSync(join(out, 'left-over.ts'))).toBe(false);
  });

  it('ends with exit code 1 and the problems alone when the spec is wrong, and leaves what is there', async () => {
    using copy = library();
    copy.write('generated/kept.ts', 'kept');
    copy.replace('openapi/paths/borrow-book.yaml', 'summary:', 'sumary:');
    copy.replace('openapi/components/schemas/Pin.yaml', 'format: password', 'format: pasword');
    expect(await command(...into(copy))).toEqual({
      code: 1,
      stdout: '',
      stderr: `${copy.folder}/openapi/components/schemas/Pin.yaml:2:9 There is no format \`pasword\` here. Did you mean password?
${copy.folder}/openapi/paths/borrow-book.yaml:2:3 Property \`sumary\` is not expected here. Did you mean summary?
`,
    });
    expect(contents(copy.out)).toEqual({ 'kept.ts': 'kept' });
  });
});

describe('what is made', () => {
  it('knows operations, headers, secrets and examples, and judges bodies as the schemas do', async () => {
    using copy = library();
    await generate({ spec: copy.spec, out: copy.out });
    for (const text of [
      'borrowBook',
      'returnBook',
      '/library/v1/loans/end',
      'PUT',
      'x-agent',
      'X-Trace',
      '2.3.4',
      'pin',
    ])
      expect(copy.read('generated/client.ts'), text).toContain(text);
    expect(copy.read('generated/examples.ts')).toContain(
      "byIsbn: { reader: 'R-17', by: 'isbn', isbn: '9780141036144' }",
    );
    expect(copy.read('generated/types.ts')).toContain("LoanWish: components['schemas']['WishByIsbn'] | components");
    expect(copy.read('generated/openapi.yaml')).toContain('pin: "4711"');

    const { borrowBookRequest, borrowBookResponse } = (await import(
      pathToFileURL(join(copy.out, 'validators.js')).href
    )) as Record<string, Validator>;
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '4711' })).toBe(true);
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '47' })).toBe(false);
    expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', isbn: '1' })).toBe(false);
    expect(borrowBookResponse?.({ code: 41 })).toBe(true);
    expect(borrowBookResponse?.({ code: 0 })).toBe(false);
  });

  it('fills the blocks of a README, and says which is not there', async () => {
    const blocks = { numbers: '| 1 |' };
    expect(fillBlocks('a\n<!-- numbers -->\nold\n<!-- /numbers -->\nb\n', blocks)).toBe(
      'a\n<!-- numbers -->\n\n| 1 |\n\n<!-- /numbers -->\nb\n',
    );
    expect(() => fillBlocks('nothing', blocks)).toThrow('no block <!-- numbers --> … <!-- /numbers -->');
    // An operation without a text field of its own takes no test number.
    const { operations } = readContract(await bundle('test/fixtures/library/openapi.yaml'));
    const numbers = operations.map(({ id, examples }) => [id, examples.flatMap(({ testNumbers }) => testNumbers)]);
    expect(numbers).toEqual([
      ['borrowBook', ['4000001', '5030000']],
      ['returnBook', []],
    ]);
  });
});
