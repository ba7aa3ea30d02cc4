import type { Contract, Operation } from './contract.js';
import { ContractError, isObject, lookUp, type Parameter, resolve, type Schema } from './openapi.js';

/** What all operations have in common: two headers, and the code by which an envelope reports success. */
export interface Conventions {
  readonly headerNames: { readonly agentName: string; readonly traceId: string };
  /** In characters. */
  readonly traceIdLength: number;
  /** As a string; the wire may carry a number as well (D1). */
  readonly successCode: string;
}

/** How an operation answers a call that succeeded. */
export interface Success {
  /** The one 2xx status of the operation. */
  readonly status: string;
  /** Schema of the whole answer, which may report a failure too. */
  readonly schema: Schema;
  /** Schema of the `data` in the envelope of a success. */
  readonly data: Schema;
}

/**
 * What the operations of a contract have in common.
 *
 * @throws {ContractError} when there is no such thing; `npm run generate` says where.
 */
export function conventionsOf({ document, operations }: Contract): Conventions {
  const header = (name: string): Parameter => {
    const found = lookUp(document, `#/components/parameters/${name}`);
    if (!isObject(found) || typeof found['name'] !== 'string') throw new ContractError(`${name} is no parameter`);
    return { ...found, name: found['name'], in: 'header' };
  };
  const traceId = header('TraceId');
  const codes = operations.flatMap((operation) =>
    envelopes(document, successResponse(operation).schema)
      .flatMap(({ properties }) => leaves(document, properties?.['code']))
      .flatMap((code) => code.enum ?? []),
  );
  const [successCode, ...others] = new Set(codes.map(String));
  if (successCode === undefined || others.length > 0)
    throw new ContractError('the envelopes of success do not agree on one code');
  return {
    headerNames: { agentName: header('AgentName').name, traceId: traceId.name },
    traceIdLength: Number(traceId.schema?.['maxLength']),
    successCode,
  };
}

/**
 * How an operation answers a call that succeeded.
 *
 * @throws {ContractError} when it never does; `npm run generate` says where.
 */
export function successOf({ document }: Contract, operation: Operation): Success {
  const { key, schema } = successResponse(operation);
  const data = envelopes(document, schema)[0]?.properties?.['data'];
  if (!schema || !data) throw new ContractError(`no answer of ${operation.id} with status ${key} requires data`);
  return { status: key, schema, data };
}

function successResponse({ id, responses }: Operation): Operation['responses'][number] {
  const found = responses.find(({ key }) => /^2\d\d$/.test(key));
  if (!found) throw new ContractError(`${id} has no 2xx response`);
  return found;
}

/** The variants of an answer that report success: those that require `data`. */
const envelopes = (document: object, schema: Schema | undefined): Schema[] =>
  leaves(document, schema).filter(({ required }) => required?.includes('data'));

/** The alternatives of a schema, each resolved; a schema without alternatives is its own only one. */
function leaves(document: object, schema: Schema | undefined): Schema[] {
  const own = resolve<Schema>(document, schema);
  const parts = own?.oneOf ?? own?.anyOf;
  return parts ? parts.flatMap((part) => leaves(document, part)) : own ? [own] : [];
}
