import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { type Document, resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';

/** What the client knows of the spec: constants, and how each operation is called. */
export function emitClient(contract: Contract): string {
  const { operations } = contract;
  const imported = operations.flatMap(({ id }) => [`${pascalCase(id)}Request`, `${pascalCase(id)}Data`]);
  return `
import type { ${imported.join(', ')} } from './domain.js';

${constants(contract)}

/** What each operation takes, and what it answers with when it succeeds. */
export interface Operations {
${operations.map(signature).join('\n\n')}
}

/** The id of an operation, which is also the name of its method. */
export type OperationId = keyof Operations;

/** How each operation is called, and the types of the fields that \`data\` of a success must have. */
export const calls = {
${operations.map((operation) => call(contract, operation)).join('\n')}
} as const;
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

/** The codes of failures that the contract knows, as strings. */
export const failureCodes: readonly string[] = ${JSON.stringify(errorCodes(contract).map(({ code }) => code))};

/** Names of the fields whose values are secret wherever they stand: those with \`format: password\`. */
export const secretFields: readonly string[] = ${JSON.stringify(secretFields)};`;
}

/** The types that the required fields of a schema promise. */
function shape(document: Document, reference: Schema): unknown {
  const schema = resolve<Schema>(document, reference) ?? {};
  if (schema.type === 'object') {
    const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(required.map(([name, property]) => [name, shape(document, property)]));
  }
  if (schema.type === 'string' || schema.type === 'number' || schema.type === 'boolean') return schema.type;
  if (schema.type === 'integer') return 'number';
  throw new Error(`the client cannot check a required field of type ${schema.type ?? 'unknown'} in an answer`);
}

function signature({ id, summary, description }: Operation): string {
  const comment = docComment(`${summary}.`, description);
  return `${comment}\nreadonly ${id}: { readonly body: ${pascalCase(id)}Request; readonly data: ${pascalCase(id)}Data };`;
}

function call(contract: Contract, operation: Operation): string {
  const { id, method, path } = operation;
  const data = shape(contract.document, successOf(contract, operation).data);
  return `${id}: ${JSON.stringify({ method, path, data })},`;
}
