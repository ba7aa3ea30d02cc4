import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { GatewayCode, ServiceCode } from '../../generated/error-codes.js';
import { readContract } from '../../src/contract/contract.js';
import { errorCodes as listed } from '../../src/contract/error-codes.js';
import { errorCodes } from '../../src/examples.js';

const contract = readContract(JSON.parse(readFileSync('generated/openapi.json', 'utf8')));

describe('the catalogue of error codes', () => {
  it('has the code of every example of a failure, once, and no success', () => {
    const inExamples = contract.operations.flatMap(({ examples }) =>
      examples.map(({ body }) => String(Object(body).error_code ?? Object(body).code)),
    );
    expect(errorCodes.map(({ code }) => code).sort()).toEqual(
      [...new Set(inExamples)].filter((code) => code !== '0').sort(),
    );
  });

  it('tells where each comes from: from a page, or made up in a range that the publisher does not use', () => {
    for (const { code, illustrative, page, saidBy } of errorCodes) {
      expect(illustrative, code).toBe(page === undefined);
      expect(/^(APIGW\.)?99\d{6}$/.test(code), code).toBe(illustrative);
      expect(code.startsWith('APIGW.'), code).toBe(saidBy === 'gateway');
    }
  });

  it('says of each what it means, what to do, and how to try it', () => {
    for (const { code, meaning, advice, statuses, examples, operations, testNumbers } of errorCodes) {
      expect(meaning, code).not.toMatch(/illustrative|^$/);
      expect(advice, code).toMatch(/\.$/);
      for (const list of [statuses, examples, operations, testNumbers]) expect(list.length, code).toBeGreaterThan(0);
    }
  });

  it('lists one code of several examples once, with all that brings it', () => {
    const example = (key: string, status: number, number: string) => ({
      summary: key,
      'x-status': status,
      'x-test-numbers': [number],
      'x-advice': 'Wait.',
      value: { code: 7, msg: '' },
    });
    const answers = {
      a: example('a', 400, '1'),
      b: example('b', 409, '2'),
      c: { value: { code: '0' } },
      d: { value: 1 },
    };
    const body = { content: { 'application/json': { schema: { properties: { phone: { type: 'string' } } } } } };
    const post = {
      requestBody: body,
      responses: { default: { content: { 'application/json': { examples: answers } } } },
    };
    const paths = { '/a': { post: { operationId: 'a', ...post } }, '/b': { post: { operationId: 'b', ...post } } };
    expect(listed(readContract({ openapi: '3.1.0', info: { title: '', version: '' }, paths }))).toEqual([
      {
        code: '7',
        saidBy: 'service',
        statuses: [400, 409],
        meaning: 'a',
        advice: 'Wait.',
        illustrative: false,
        examples: ['a', 'b'],
        operations: ['a', 'b'],
        testNumbers: ['1', '2'],
      },
    ]);
  });
});

it('is an open union in the types: known codes are proposed, any other text is one too', () => {
  expectTypeOf('13000102' as const).toExtend<ServiceCode>();
  expectTypeOf('4711' as const).toExtend<ServiceCode>();
  expectTypeOf<string>().toExtend<GatewayCode>();
  expectTypeOf<number>().not.toExtend<ServiceCode>();
  expectTypeOf<Exclude<ServiceCode, '13000102'>>().not.toEqualTypeOf<ServiceCode>();
});
