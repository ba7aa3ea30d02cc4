import type { Contract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';

/** Emits the error codes, as data and as types from which an editor proposes the known codes. */
export function emitErrorCodes(contract: Contract): string {
  const codes = errorCodes(contract);
  const openUnion = (sender: 'service' | 'gateway') =>
    [
      ...codes.filter(({ kind }) => kind === sender).map(({ code }) => JSON.stringify(code)),
      '(string & Record<never, never>)',
    ].join(' | ');
  return `
import type { ErrorCode } from '../src/contract/error-codes.js';

/** A code of the service. An editor suggests the known codes. Any other string is allowed: new codes may appear at any time. */
export type ServiceCode = ${openUnion('service')};

/** A code of the API gateway. An editor suggests the known codes. Any other string is allowed. */
export type GatewayCode = ${openUnion('gateway')};

/** Every error code that is known: published, with its page, or illustrative. */
export const errorCodes: readonly ErrorCode[] = ${JSON.stringify(codes)};
`;
}
