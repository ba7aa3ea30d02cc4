import type { Contract, Operation } from '../../src/contract/contract.js';
import { successOf } from '../../src/contract/conventions.js';
import { refName, resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';

/** Types under the names of the domain: request, response and data of each operation, and each object schema. */
export function emitDomain(contract: Contract): string {
  const taken = new Map<string, string>();
  const lines: string[] = [];
  const add = (name: string, type: string, description: string | undefined) => {
    const other = taken.get(name);
    if (other)
      throw new Error(`${name} would be the name of both ${other} and ${type}: rename the schema or the operation`);
    taken.set(name, type);
    lines.push(`${docComment(description)}\nexport type ${name} = ${type};`);
  };
  for (const operation of contract.operations) addOperation(contract, operation, add);
  const aliased = new Set(taken.values());
  for (const [name, schema] of Object.entries(contract.document.components?.schemas ?? {})) {
    const type = schemaType(name);
    if (schema.type === 'object' && !aliased.has(type)) add(name, type, schema.description);
  }
  return [`import type { components, operations } from './types.js';`, ...lines].join('\n\n');
}

const schemaType = (name: string): string => `components['schemas']['${name}']`;

function addOperation(
  contract: Contract,
  operation: Operation,
  add: (name: string, type: string, description: string | undefined) => void,
): void {
  const { id, request } = operation;
  const name = pascalCase(id);
  const success = successOf(contract, operation);
  const response = `operations['${id}']['responses'][${success.status}]['content']['application/json']`;
  const describe = (schema: Schema) => resolve<Schema>(contract.document, schema)?.description;
  if (request?.schema) {
    const whole = `operations['${id}']['requestBody']['content']['application/json']`;
    const { $ref } = request.schema;
    add(`${name}Request`, $ref ? schemaType(refName($ref)) : whole, describe(request.schema));
  }
  const { $ref } = success.data;
  const data = `Extract<${response}, { data: unknown }>['data']`;
  add(`${name}Data`, $ref ? schemaType(refName($ref)) : data, describe(success.data));
  add(
    `${name}Response`,
    response,
    `The body of a ${success.status} answer to \`${id}\`: of a success, or of a failure.`,
  );
}
