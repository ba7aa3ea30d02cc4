import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../scripts/docs/document.js';
import { errorKinds } from '../../scripts/generate/readme.js';
import { readSource } from '../../scripts/generate/source.js';
import { readContract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { readSpec } from '../support/spec.js';

const document = readSpec();
const contract = readContract(document);
const guides = readFileSync('scripts/docs/guides.md', 'utf8');
const text = toMarkdown(contract, guides, '# Changelog\n\n## 1.0.0\n\n- First.\n');
/** The text below a heading, up to the next one of the same level. */
const section = (heading: string) => {
  const [, marks = '', rest = ''] = text.split(new RegExp(`^(#+) ${heading}\\n`, 'm'));
  return rest.split(new RegExp(`^#{2,${marks.length}} `, 'm'))[0] ?? '';
};

describe('The reference', () => {
  test('answers the questions of a reader in this order', () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    const expected = [
      'Quick start',
      'Success and failure',
      ...contract.operations.map(({ summary }) => summary),
      'Try it',
      'Error codes',
      'Test numbers',
      'Sessions',
      'Undocumented behavior',
      'Error kinds of the client',
      'Guides',
      'Decisions',
      'Changelog',
    ];

    expect(headings.filter((heading = '') => expected.includes(heading))).toEqual(expected);
    expect(text.slice(0, 700)).toContain('curl http://127.0.0.1:4010/');
    for (const { id } of contract.operations) {
      const { title, address, edition, updated } = document.info['x-pages']?.[id] ?? {};
      expect(section('Quick start')).toContain(`[${title}](${address}) (${edition}, ${updated})`);
    }
  });

  test.each(contract.operations.map((operation) => [operation.summary, operation] as const))(
    'has the headers, fields, statuses and examples of "%s"',
    (summary, { method, path, parameters, request, responses, examples }) => {
      expect(section(summary)).toContain(`**${method}** \`${path}\``);
      for (const name of ['content-type', ...parameters.map(({ name }) => name)])
        expect(section(`${summary}: headers`)).toContain(`| \`${name}\` |`);
      for (const { body } of request?.examples ?? [])
        for (const field of Object.keys(body as object))
          expect(section(`${summary}: request body`)).toContain(`| \`${field}\` |`);
      for (const field of pathsIn(examples[0]?.body))
        expect(section(`${summary}: responses`)).toContain(`| \`${field}\` |`);
      for (const { key } of responses)
        expect(section(`${summary}: responses`)).toContain(`| ${key === 'default' ? 'any other' : key} | [`);
      for (const { status, key, body, testNumbers: numbers } of examples) {
        const start = new RegExp(`^[|*\\s]*${status}[|*\\s]*\`${key}\``, 'm');
        const [, example = ''] = section(`${summary}: response examples`).split(start);
        expect(example.replaceAll(/\s/g, '')).toContain(JSON.stringify(body).replaceAll(/\s/g, ''));
        for (const number of numbers) expect(example).toContain(`\`${number}\``);
      }
    },
  );

  test('has every error code, test number, error kind, decision and change', () => {
    for (const { code, advice } of errorCodes(contract)) {
      expect(section('Error codes')).toContain(`| \`${code}\` |`);
      expect(section('Error codes')).toContain(advice);
    }
    for (const { number } of [...testNumbers(contract), ...mockNumbers])
      expect(section('Test numbers')).toContain(`| \`${number}\` |`);
    expect(section('Error kinds of the client')).toContain(errorKinds);
    for (const { id, title, says } of readSource().decisions) expect(section(`${id}: ${title}`)).toContain(says);
    expect(section('Changelog')).toContain('- First.');
  });
});

test('A text that cites a decision which does not exist is an error', () => {
  expect(() => toMarkdown(contract, 'Nobody decided D99.', '')).toThrow('D99');
});

/** Flat paths of all fields of a body. */
const pathsIn = (body: unknown, prefix = ''): string[] =>
  Object.entries((body ?? {}) as object).flatMap(([name, value]) => [
    prefix + name,
    ...(typeof value === 'object' ? pathsIn(value, `${prefix}${name}.`) : []),
  ]);
