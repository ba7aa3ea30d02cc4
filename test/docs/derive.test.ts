import { describe, expect, test } from 'vitest';
import { derive } from '../../scripts/docs/derive.js';
import { formData } from '../../scripts/docs/form-data.js';
import { jsonFault, withNumber } from '../../scripts/docs/page/request.js';
import { reference } from '../../scripts/docs/reference.js';
import { bundle } from '../../scripts/generate/bundle.js';
import { errorKinds } from '../../scripts/generate/error-kinds.js';
import { readSource, withSource } from '../../scripts/generate/source.js';
import { readContract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import type { Document } from '../../src/contract/openapi.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { readSpec } from '../support/spec.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';

interface Derived {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Document['paths'];
  readonly info: { readonly description: string };
}

const document = readSpec();
const contract = readContract(document);
const source = { document, changelog: '# Changelog\n\nWords.\n\n## 1.0.0\n\n- First.\n', packageName: 'a-package' };
const derived = derive(source) as Derived;
const section = (name: string) => derived.tags.find((tag) => tag.name === name)?.description ?? '';

describe('The spec that the renderer gets', () => {
  test('holds no HTML and no table, which its search would show as they stand', () => {
    const texts = [derived.info.description, ...derived.tags.map(({ description }) => description)];

    for (const text of texts) expect(text).not.toMatch(/<\/?\w+[^>]*>|^\|/m);
  });

  test('leads from each mark to its decision, and leaves no mark without a link', () => {
    // The list of servers shows no links.
    const text = JSON.stringify({ ...derived, servers: [] });
    const ids = [...(document.info.description ?? '').matchAll(/^### (D\d+)$/gm)].map(([, id = '']) => id);

    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      expect(section('Decisions'), id).toContain(`**${id}.** *The pages:*`);
      expect(section('Decisions'), id).toContain(`{% #${id.toLowerCase()} %}`);
    }
    expect(text).toMatch(/> \*\*Inferred \(\[D\d+\]\(#\/decisions#d\d+\)\)\.\*\*/);
    expect(text).not.toMatch(/\(D\d+\)/);
  });

  test('is none when a description cites an unknown decision', () => {
    const broken = { ...document, tags: [{ name: 'x', description: 'Nobody decided this (D99).' }] };

    expect(() => derive({ ...source, document: broken })).toThrow('D99');
  });

  test('lists every error code, kind of error and test number, those of the mock apart', () => {
    for (const { code, advice } of errorCodes(contract)) {
      expect(section('Error codes')).toContain(`**${code}**`);
      expect(section('Error codes').replaceAll('\\', '')).toContain(advice);
    }
    for (const kind of Object.keys(errorKinds)) expect(section('Kinds of error')).toContain(`**${kind}**`);
    const [ofContract = '', ofMock = ''] = section('Test numbers').split("Numbers of the mock's own");
    for (const { number, example } of testNumbers(contract))
      expect(ofContract).toMatch(new RegExp(`\`${number}\`: .*\`${example}\``));
    for (const { number } of mockNumbers) expect(ofMock).toContain(`\`${number}\``);
    expect(section('Changelog')).toContain('**1.0.0**');
  });

  test('says in the title of an example its status and name, and leaves the spec as it was', () => {
    const before = JSON.stringify(document);
    derive(source);

    for (const { examples } of contract.operations)
      for (const { key, status, summary } of examples)
        expect(JSON.stringify(derived.paths)).toContain(JSON.stringify(`${status} ${key}: ${summary}`));
    expect(JSON.stringify(document)).toBe(before);
  });

  test('puts a blank where lines and points end, so that no words run together', () => {
    const first = 'One\ntwo.\n\n- three.\n- four,\n  five.\n\n> six\n> seven\n\n';
    const info = { ...document.info, description: first + document.info.description };
    const { description } = (derive({ ...source, document: { ...document, info } }) as Derived).info;

    expect(description).toMatch(/^One two\.\n\n- three\.&#32;\n- four, five\.&#32;\n\n> six seven\n/);
  });
});

describe('The form', () => {
  const data = formData(contract);

  test('offers every request example, every example with a test number, and the numbers of the mock', () => {
    for (const { id, request, examples } of contract.operations) {
      const offered = data.operations.find((operation) => operation.id === id);

      expect(offered?.requests.map(({ body }) => body)).toEqual(request?.examples.map(({ body }) => body));
      expect(offered?.numbers.map(({ number }) => number)).toEqual(
        examples.flatMap(({ testNumbers: [number] }) => (number ? [number] : [])),
      );
    }
    expect(data.mockNumbers.map(({ number }) => number)).toEqual(mockNumbers.map(({ number }) => number));
  });

  test('puts a test number where the request has digits already', () => {
    for (const { requests } of data.operations)
      for (const { body, numberField = '' } of requests) {
        expect(body).toMatchObject({ [numberField]: expect.stringMatching(/^\d{6,}$/) });
        expect(withNumber(body, numberField, '1')).toMatchObject({ [numberField]: '1' });
      }
    expect(withNumber({ name: 'x' }, undefined, '1')).toEqual({ name: 'x' });
  });

  test('tells what is wrong in JSON', () => {
    expect([jsonFault('{"a": 1}'), jsonFault('{"a": 1,}')]).toEqual([undefined, expect.stringContaining('JSON')]);
  });
});

test('A third operation gets its samples, its place in the form and in the reference without a change here', async () => {
  using copy = new SpecCopy();
  addThirdOperation(copy);
  const third: Document = withSource(JSON.parse(JSON.stringify(await bundle(copy.spec))), readSource());

  expect(JSON.stringify(derive({ ...source, document: third }))).toContain('await auth.refreshToken({');
  expect(formData(readContract(third)).operations.map(({ id }) => id)).toContain('refreshToken');
  expect(reference(readContract(third), 'a-package')).toContain('`refreshToken`');
});
