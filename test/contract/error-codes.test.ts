import { describe, expect, expectTypeOf, it } from 'vitest';
import type { GatewayCode, ServiceCode } from '../../generated/error-codes.js';
import { errorCodes } from '../../src/examples.js';
import { contract } from './cases.js';

describe('the catalogue of error codes', () => {
  it('lists each code of a failure once, with every example, status and operation that has it', () => {
    const failures = contract.operations.flatMap(({ id, examples }) =>
      examples.map(({ key, status, body }) => {
        const { code, error_code: gatewayCode = code } = Object(body);
        return { id, key, status, code: String(gatewayCode) };
      }),
    );
    const codes = new Set(failures.map(({ code }) => code).filter((code) => code !== '0'));
    expect(errorCodes.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const { code, examples, operations, statuses } of errorCodes) {
      const having = failures.filter((failure) => failure.code === code);
      expect(examples, code).toEqual([...new Set(having.map(({ key }) => key))]);
      expect(operations, code).toEqual([...new Set(having.map(({ id }) => id))]);
      expect(statuses, code).toEqual([...new Set(having.map(({ status }) => status))]);
    }
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
});

it('an error code may be any text in the types, and an editor proposes the known codes', () => {
  expectTypeOf('13000102' as const).toExtend<ServiceCode>();
  expectTypeOf('4711' as const).toExtend<ServiceCode>();
  expectTypeOf<string>().toExtend<GatewayCode>();
  expectTypeOf<number>().not.toExtend<ServiceCode>();
  expectTypeOf<Exclude<ServiceCode, '13000102'>>().not.toEqualTypeOf<ServiceCode>();
});
