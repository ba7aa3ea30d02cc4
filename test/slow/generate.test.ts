import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { generate } from '../../scripts/generate/generate.js';
import { fillBlocks } from '../../scripts/generate/readme.js';
import { readContract } from '../../src/contract/contract.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

it('a spec is made into types, client, validators and examples, and old files are removed', async () => {
  using copy = new SpecCopy('test/fixtures/library');
  const { spec, out } = copy;
  copy.write('generated/left-over.ts', '');
  await generate({ spec, out });
  expect(readdirSync(out)).toEqual(readdirSync('generated'));

  for (const text of ['borrowBook', 'returnBook', '/library/v1/loans/end', 'PUT', 'x-agent', 'X-Trace', 'pin'])
    expect(copy.read('generated/client.ts'), text).toContain(text);
  expect(copy.read('generated/examples.ts')).toContain("byIsbn: { reader: 'R-17', by: 'isbn', isbn: '9780141036144' }");
  expect(copy.read('generated/types.ts')).toContain("BookChoice: components['schemas']['ChoiceByIsbn'] | components");
  expect(copy.read('generated/openapi.yaml')).toContain('pin: "4711"');

  const file = pathToFileURL(join(out, 'validators.js')).href;
  const { borrowBookRequest, borrowBookResponse }: Record<string, Validator> = await import(file);
  expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '4711' })).toBe(true);
  expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', title: 'Emma', pin: '47' })).toBe(false);
  expect(borrowBookRequest?.({ reader: 'R-1', by: 'title', isbn: '1' })).toBe(false);
  expect(borrowBookResponse?.({ code: 0 })).toBe(false);

  const contract = readContract(JSON.parse(copy.read('generated/openapi.json')));
  expect(contract.operations.map(({ request }) => request?.secretPaths)).toEqual([[['pin']], [['pin']]]);
  // Only one of the operations has a field for test numbers.
  expect(testNumbers(contract).map(({ number, operations }) => [number, operations])).toEqual([
    ['4000001', ['borrowBook']],
    ['5030000', ['borrowBook']],
  ]);
});

it('npm run generate -- --check names each stale file, exits with 1 and writes nothing', async () => {
  using copy = new SpecCopy();
  cpSync('generated', copy.out, { recursive: true });
  // Other line ends, as in a checkout on Windows, make no file stale.
  for (const name of readdirSync(copy.folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(copy.folder, name);
    if (statSync(file).isFile()) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  copy.write('generated/left-over.ts', '');
  copy.replace('openapi/components/schemas/UserInfo.yaml', 'Family name.', 'Last name.');
  const before = contents(copy.out);
  const stale = ['left-over.ts', 'openapi.json', 'openapi.yaml', 'types.ts'];
  expect(await run('scripts/generate.ts', ['--check'], copy.folder)).toEqual({
    code: 1,
    stdout: '',
    stderr: stale.map((name) => `${join('generated', name)} is stale: run npm run generate\n`).join(''),
  });
  expect(contents(copy.out)).toEqual(before);
});

it('npm run generate prints the mistakes of a spec alone, exits with 1 and writes nothing', async () => {
  using copy = new SpecCopy('test/fixtures/library');
  copy.replace('openapi/paths/borrow-book.yaml', 'summary:', 'sumary:');
  const stderr = 'openapi/paths/borrow-book.yaml:2:3 Property `sumary` is not expected here. Did you mean summary?\n';
  expect(await run('scripts/generate.ts', [], copy.folder)).toEqual({ code: 1, stdout: '', stderr });
  expect(readdirSync(copy.folder)).not.toContain('generated');
});

it('the blocks of the README are filled, and a missing block is an error', () => {
  expect(fillBlocks('a\n<!-- numbers -->\nold\n<!-- /numbers -->\nb\n', { numbers: '| 1 |' })).toBe(
    'a\n<!-- numbers -->\n\n| 1 |\n\n<!-- /numbers -->\nb\n',
  );
  expect(() => fillBlocks('nothing', { numbers: '' })).toThrow('no block <!-- numbers --> … <!-- /numbers -->');
});
