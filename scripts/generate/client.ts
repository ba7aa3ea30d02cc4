import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import type { Schema } from '../../src/contract/openapi.js';
import { BundleCursor, fieldsOf, secretPaths, variants, withoutRepeats } from '../../src/contract/walk.js';
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

/** A field of a body. A \`secret\` is a string with \`format: password\`, which is never logged or quoted. */
export interface Field {
  readonly path: readonly string[];
  readonly type: string;
  readonly optional?: boolean;
}

/** How each operation is called, and the fields of its request and of the envelope of its success. */
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
  const meanings = Object.fromEntries(
    errorCodes(contract).map(({ code, meaning, illustrative }) => [
      code,
      illustrative ? `${meaning}, illustrative` : meaning,
    ]),
  );
  return `
/** The published origins, each a base URL for the client. */
export const servers = {
${urls.join('\n')}
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = ${JSON.stringify(headerNames)} as const;

/** The same in lower case. Separate constants, so that a bundler can drop an unused one. */
export const agentNameHeader = ${JSON.stringify(headerNames.agentName.toLowerCase())};
export const traceIdHeader = ${JSON.stringify(headerNames.traceId.toLowerCase())};

/** The length of a trace id, in characters. */
export const traceIdLength = ${traceIdLength};

/** The \`code\` of an envelope that reports success, as a string. */
export const successCode = ${JSON.stringify(successCode)};

/** What each error code means. The service has not published the illustrative ones. */
export const meanings: Readonly<Record<string, string>> = ${JSON.stringify(meanings)};`;
}

/** Returns path and type of each field of a body. Fields in arrays and maps are left out. */
function typedFields(contract: Contract, schema: Schema | undefined, parents: readonly string[] = []): object[] {
  const body = new BundleCursor(contract.document, schema);
  const secrets = secretPaths(body).map((path) => path.join('.'));
  return withoutRepeats(fieldsOf(body)).map(({ path, schema, required }) => {
    // Lint rejects variants of different types.
    const type = variants(schema)[0]?.value.type ?? 'any';
    const shown = secrets.includes(path.join('.')) ? 'secret' : `${type}`;
    return { path: [...parents, ...path], type: shown, ...(!required && { optional: true }) };
  });
}

function signature({ id, summary, description }: Operation): string {
  const comment = docComment(`${summary}.`, description);
  return `${comment}\nreadonly ${id}: { readonly body: ${pascalCase(id)}Request; readonly data: ${pascalCase(id)}Data };`;
}

function call(contract: Contract, operation: Operation): string {
  const { id, method, path, request } = operation;
  const envelope = [
    { path: ['code'], type: 'string' },
    // Missing in some responses (D21).
    { path: ['msg'], type: 'string', optional: true },
    { path: ['data'], type: 'object' },
  ];
  const fields = {
    request: typedFields(contract, request?.schema),
    response: [...envelope, ...typedFields(contract, successOf(operation).data, ['data'])],
  };
  return `${JSON.stringify(id)}: ${JSON.stringify({ method, path, ...fields })},`;
}
