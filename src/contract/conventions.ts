import type { Contract, Operation } from './contract.js';
import { ContractError, type Schema } from './openapi.js';
import { BundleCursor, type Cursor, text, variants } from './walk.js';

/** What all operations have in common: two headers, and the code of a success. */
export interface Conventions {
  readonly headerNames: { readonly agentName: string; readonly traceId: string };
  /** In characters. */
  readonly traceIdLength: number;
  /** As a string. The service may send a number too (D1). */
  readonly successCode: string;
}

/**
 * Returns what the operations of a contract have in common.
 *
 * @throws {ContractError} if they do not report a success with the same code. `npm run generate` reports where.
 */
export function conventionsOf({ document, operations }: Contract): Conventions {
  const parameters = new BundleCursor(document).child('components', 'parameters');
  const traceId = parameters.child('TraceId');
  const codes = operations.flatMap(({ cursor }) => successCodes(successBody(cursor)?.body));
  const [successCode, ...others] = new Set(codes);
  if (successCode === undefined || others.length > 0)
    throw new ContractError('the operations do not report a success with the same code');
  return {
    headerNames: { agentName: text(parameters.child('AgentName'), 'name'), traceId: text(traceId, 'name') },
    traceIdLength: Number(traceId.child('schema').value['maxLength']),
    successCode,
  };
}

/** How an operation reports a success. */
export interface Success {
  /** The one 2xx status of the operation. */
  readonly status: string;
  /** Schema of the whole body, which may report a failure too. */
  readonly schema: Schema;
  /** Schema of the `data` in the envelope of a success. */
  readonly data: Schema;
}

/**
 * Returns how an operation reports a success.
 *
 * @throws {ContractError} if it never does. `npm run generate` reports where.
 */
export function successOf({ id, cursor, responses }: Operation): Success {
  const { status = '', body } = successBody(cursor) ?? {};
  const schema = responses.find(({ key }) => key === status)?.schema;
  const data = successVariants(body)[0]?.value.properties?.['data'];
  if (!schema || !data) throw new ContractError(`${id} has no 2xx response that requires data`);
  return { status, schema, data };
}

/** Returns status and body of the only 2xx response of an operation. Returns nothing if there are none or several. */
export function successBody<C extends Cursor<C>>(operation: C): { status: string; body: C } | undefined {
  const [status, ...others] = Object.keys(operation.child('responses').value).filter((key) => /^2/.test(key));
  if (status === undefined || others.length > 0) return undefined;
  return { status, body: operation.child('responses', status, 'content', 'application/json', 'schema') };
}

/** Returns the variants of a body that report a success: those that require `data`. */
export const successVariants = <C extends Cursor<C>>(body: C | undefined): C[] =>
  body ? variants(body).filter(({ value }) => value.required?.includes('data')) : [];

/** Returns the values that `code` may have in a success, each as a string. `any` stands for a code without an enum. */
export const successCodes = <C extends Cursor<C>>(body: C | undefined): string[] =>
  successVariants(body).flatMap((envelope) =>
    variants(envelope.child('properties', 'code')).flatMap(({ value }) => value.enum?.map(String) ?? ['any']),
  );
