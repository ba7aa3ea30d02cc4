import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import type { Schema } from '../../src/contract/openapi.js';
import { BundleCursor, fieldsOf, secretPaths, variants } from '../../src/contract/walk.js';
import { docComment, pascalCase } from './text.js';

/** Writes what the client needs from the spec: constants, and how each operation is called. */
export function emitClient(contract: Contract): string {
  const { operations } = contract;
  const imported = operations.flatMap(({ id }) => [`${pascalCase(id)}Request`, `${pascalCase(id)}Data`]);
  return `
import type { ${imported.join(', ')} } from './domain.js';

${constants(contract)}

/** The request body of each operation, and the data of its success. */
export interface Operations {
${operations.map(signature).join('\n\n')}
}

/** The id of an operation, which is also the name of its method. */
export type OperationId = keyof Operations;

/**
 * How each operation is called, and the fields of its request and of the \`data\` in its response: their types, \`secret\` for
 * \`format: password\`. A question mark ends the name of an optional field.
 */
export const calls = {
${operations.map((operation) => call(contract, operation)).join('\n')}
} as const;
`;
}

function constants(contract: Contract): string {
  const { servers } = contract;
  const { headerNames, traceIdLength, successCode } = conventionsOf(contract);
  const urls = servers.map(
    ({ name, url, description }) => `${docComment(description)}\n${JSON.stringify(name)}: ${JSON.stringify(url)},`,
  );
  const meanings = Object.fromEntries(errorCodes(contract).map(({ code, meaning }) => [code, meaning]));
  return `
/** The published origins, each a base URL for the client. */
export const servers = {
${urls.join('\n')}
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = ${JSON.stringify(headerNames)} as const;

/** The same in lower case, as \`Headers\` has them. They are constants, since a bundler drops constants that are not used. */
export const agentNameHeader = ${JSON.stringify(headerNames.agentName.toLowerCase())};
export const traceIdHeader = ${JSON.stringify(headerNames.traceId.toLowerCase())};

/** The length of a trace id, in characters. */
export const traceIdLength = ${traceIdLength};

/** The \`code\` of an envelope that reports success, as a string. */
export const successCode = ${JSON.stringify(successCode)};

/** What each error code means. */
export const meanings: Readonly<Record<string, string>> = ${JSON.stringify(meanings)};`;
}

/** Returns the type of each field of a body, in the nesting of the fields. */
function typesOf(contract: Contract, schema: Schema | undefined): object {
  const body = new BundleCursor(contract.document, schema);
  const secrets = secretPaths(body).map((path) => path.join('.'));
  const types = {};
  for (const { path, schema, required } of fieldsOf(body)) {
    const name = path.join('.');
    // Lint rejects variants of different types.
    const [{ value: { type } = {} } = {}] = variants(schema);
    const parent = path
      .slice(0, -1)
      .reduce<object>((types, key) => Reflect.get(types, key) ?? Reflect.get(types, `${key}?`), types);
    const key = `${path.at(-1)}${required ? '' : '?'}`;
    if (!(key in parent)) Reflect.set(parent, key, type === 'object' ? {} : secrets.includes(name) ? 'secret' : type);
  }
  return types;
}

function signature({ id, summary, description }: Operation): string {
  const comment = docComment(`${summary}.`, description);
  return `${comment}\nreadonly ${id}: { readonly body: ${pascalCase(id)}Request; readonly data: ${pascalCase(id)}Data };`;
}

function call(contract: Contract, operation: Operation): string {
  const { id, method, path, request } = operation;
  const types = {
    request: typesOf(contract, request?.schema),
    data: typesOf(contract, successOf(operation).data),
  };
  return `${JSON.stringify(id)}: ${JSON.stringify({ method, path, ...types })},`;
}
