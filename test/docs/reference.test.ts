import { expect, test } from 'vitest';
import { reference } from '../../scripts/docs/reference.js';
import { readContract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { readSpec } from '../support/spec.js';

const document = readSpec();
const contract = readContract(document);
const text = reference(contract, 'a-package');
const words = (part: string) => part.replaceAll(/[*>]/g, '').replaceAll(/\s+/g, ' ').trim();

test('The reference has every field with its description, and every mark in it', () => {
  for (const [name, { description = '', properties = {} }] of Object.entries(document.components?.schemas ?? {})) {
    const part = text.split(`**${name}** (`)[1]?.split('\n\n')[0] ?? '';

    expect(words(part), name).toContain(words(description));
    for (const [field, property] of Object.entries(properties)) {
      expect(part, name).toContain(`- \`${field}\` (`);
      expect(words(part), field).toContain(words(property.description ?? ''));
    }
  }
});

test('The reference has every operation, header, status and example, each example with its whole value', () => {
  for (const { id, method, path, parameters, request, responses } of contract.operations) {
    const part = text.split(`: \`${id}\`\n`)[1]?.split('\n## ')[0] ?? '';

    expect(part).toContain(`${method} ${path}`);
    for (const { name } of parameters) expect(part).toContain(`header \`${name}\``);
    for (const { key } of responses) expect(part).toContain(`- **${key}** (`);
    for (const { key, body } of [...(request?.examples ?? []), ...responses.flatMap(({ examples }) => examples)]) {
      expect(part).toMatch(new RegExp(`  - ${key}[ :]`));
      expect(part).toContain(`\`${JSON.stringify(body)}\``);
    }
  }
});

test('The reference has every error code, test number and decision, and how to call', () => {
  for (const { code } of errorCodes(contract)) expect(text).toContain(`**${code}**`);
  for (const { number } of [...testNumbers(contract), ...mockNumbers]) expect(text).toContain(`- \`${number}\``);
  const decisions = [...(document.info.description ?? '').matchAll(/^### (D\d+)\n\n- \*\*The pages:\*\* (.*)$/gm)];
  expect(decisions.length).toBeGreaterThan(5);
  for (const [, id, says] of decisions) expect(text).toContain(`- **${id}** The pages: ${says}`);
  expect(text).toContain("from 'a-package'");
});

test('The reference fits into 400 lines, without a blank one too many', () => {
  expect(text.split('\n').length).toBeLessThanOrEqual(400);
  expect(text).not.toMatch(/\n\n\n|undefined/);
});
