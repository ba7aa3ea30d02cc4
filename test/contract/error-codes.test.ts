import { describe, expect, expectTypeOf, it } from 'vitest';
import type { GatewayCode, ServiceCode } from '../../generated/error-codes.js';
import { errorCodes } from '../../src/examples.js';
import { contract } from './cases.js';

describe('the catalogue of error codes', () => {
  it('has the code of every example of a failure, once, and no success', () => {
    const inExamples = contract.operations.flatMap(({ examples }) =>
      examples.map(({ body }) => String(Object(body).error_code ?? Object(body).code)),
    );
    expect(errorCodes.map(({ code }) => code).sort()).toEqual(
      [...new Set(inExamples)].filter((code) => code !== '0').sort(),
    );
  });

  it('has the page of each published code, and marks made-up codes, which are in a range of their own', () => {
    for (const { code, illustrative, page, kind } of errorCodes) {
      expect(illustrative, code).toBe(page === undefined);
      expect(/^(APIGW\.)?99\d{6}$/.test(code), code).toBe(illustrative);
      expect(code.startsWith('APIGW.'), code).toBe(kind === 'gateway');
    }
  });

  it('describes for each what it means, what to do, and how to try it', () => {
    for (const { code, meaning, advice, statuses, examples, operations, testNumbers } of errorCodes) {
      expect(meaning, code).not.toMatch(/illustrative|^$/);
      expect(advice, code).toMatch(/\.$/);
      for (const list of [statuses, examples, operations, testNumbers]) expect(list.length, code).toBeGreaterThan(0);
    }
  });

  it('lists a code once, with every example, status and operation that has it', () => {
    const having = (code: string) =>
      contract.operations.flatMap(({ id, examples }) =>
        examples
          .filter(({ body }) => [Object(body).code, Object(body).error_code].map(String).includes(code))
          .map((example) => ({ ...example, id })),
      );
    for (const { code, examples, operations, statuses } of errorCodes) {
      expect([...new Set(having(code).map(({ key }) => key))], code).toEqual(examples);
      expect([...new Set(having(code).map(({ id }) => id))], code).toEqual(operations);
      expect([...new Set(having(code).map(({ status }) => status))], code).toEqual(statuses);
    }
  });
});

it('is an open union in the types: an editor proposes known codes, and any other text is valid too', () => {
  expectTypeOf('13000102' as const).toExtend<ServiceCode>();
  expectTypeOf('4711' as const).toExtend<ServiceCode>();
  expectTypeOf<string>().toExtend<GatewayCode>();
  expectTypeOf<number>().not.toExtend<ServiceCode>();
  expectTypeOf<Exclude<ServiceCode, '13000102'>>().not.toEqualTypeOf<ServiceCode>();
});
