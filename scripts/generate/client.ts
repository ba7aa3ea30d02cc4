import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { type Document, resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';

/** The thin client: a method for each operation, and the constants of the spec that the client needs. */
export function emitClient(contract: Contract): string {
  const { operations } = contract;
  const imported = operations.flatMap(({ id }) => [`${pascalCase(id)}Request`, `${pascalCase(id)}Data`]);
  return `
import type { Define } from '../src/client/call.js';
import type { CallOptions, Outcome } from '../src/client/outcome.js';
import type { ${imported.join(', ')} } from './domain.js';

${constants(contract)}

/** The id of an operation, which is also the name of its method. */
export type OperationId = ${operations.map(({ id }) => `'${id}'`).join(' | ')};

/** A client with one method for each operation. Each resolves with an outcome: nothing that a server or a network does rejects. */
export interface KooDriveAuthClient {
${operations.map(signature).join('\n\n')}
}

/** The methods, each made by \`define\` from what the spec says of its operation. */
export const createMethods = (define: Define): KooDriveAuthClient => ({
${operations.map((operation) => method(contract, operation)).join('\n')}
});
`;
}

function constants(contract: Contract): string {
  const { version, servers, secretFields } = contract;
  const { headerNames, traceIdLength, successCode } = conventionsOf(contract);
  const urls = servers.map(({ name, url, description }) => `${docComment(description)}\n${name}: '${url}',`);
  return `
/** The version of the contract: of the spec and of this package. */
export const contractVersion = '${version}';

/** The published origins, each a base URL for the client. */
export const servers = {
${urls.join('\n')}
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = ${JSON.stringify(headerNames)} as const;

/** The same in lower case, as \`Headers\` has them: constants, since a bundler drops those that are not used. */
export const agentNameHeader = '${headerNames.agentName.toLowerCase()}';
export const traceIdHeader = '${headerNames.traceId.toLowerCase()}';

/** The length of a trace id, in characters. */
export const traceIdLength = ${traceIdLength};

/** The \`code\` of an envelope that reports success, as a string. */
export const successCode = '${successCode}';

/**
 * Finds the fields whose values are secret in compact JSON: in the groups are a number's digits and a text as JSON writes it. The
 * scheme of a token is left out (D11), since the token is also repeated without it.
 */
export const secretFields = /"(?:${secretFields.join('|')})":(?:(\\d+)|"(?:AT )?((?:\\\\.|[^"])+))/g;`;
}

/** A value of the types that the required fields of a schema promise. */
function sample(document: Document, reference: Schema): unknown {
  const schema = resolve<Schema>(document, reference) ?? {};
  if (schema.type === 'object') {
    const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(required.map(([name, property]) => [name, sample(document, property)]));
  }
  if (schema.type === 'string') return '';
  if (schema.type === 'integer' || schema.type === 'number') return 0;
  if (schema.type === 'boolean') return false;
  throw new Error(`the client cannot check a required field of type ${schema.type ?? 'unknown'} in an answer`);
}

function signature({ id, summary, description }: Operation): string {
  const comment = docComment(`${summary}.`, description);
  return `${comment}\n${id}(body: ${pascalCase(id)}Request, options?: CallOptions | undefined): Promise<Outcome<${pascalCase(id)}Data>>;`;
}

function method(contract: Contract, operation: Operation): string {
  const { id, method, path } = operation;
  const shape = JSON.stringify(sample(contract.document, successOf(contract, operation).data));
  // Nearly every operation is a POST, so that goes without saying.
  const verb = method === 'POST' ? '' : `, '${method}'`;
  return `${id}: define('${id}', '${path}', ${shape}${verb}),`;
}
