import type { Contract } from '../../src/contract/contract.js';
import { successOf } from '../../src/contract/conventions.js';
import { refName, resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';

/**
 * Emits types under the names of the domain: every object schema, and request, response and data of each operation. They are
 * interfaces where TypeScript allows one, so that an editor shows the name instead of the contents.
 */
export function emitDomain(contract: Contract): string {
  const { document, operations } = contract;
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(([, { type }]) => type === 'object');
  const ofSchemas = schemas.map(([name, schema]) => declareSchema(document, name, schema));
  const ofOperations = operations.flatMap((operation) => {
    const { id, request } = operation;
    const name = pascalCase(id);
    const { status, schema, data } = successOf(operation);
    const json = (part: string) => `operations[${JSON.stringify(id)}]${part}['content']['application/json']`;
    const response = json(`['responses'][${status}]`);
    const description = `The body of a ${status} response to \`${id}\`: of a success, or of a failure.`;
    return [
      ...(request?.schema ? [declare(document, `${name}Request`, request.schema, json(`['requestBody']`))] : []),
      declare(document, `${name}Data`, data, `Extract<${response}, { data: unknown }>['data']`),
      declare(document, `${name}Response`, { ...schema, description }, response),
    ];
  });
  const imported = ofOperations.some((type) => type.includes('operations[')) ? 'components, operations' : 'components';
  return [
    `import type { ${imported} } from './types.js';`,
    `type Named<Name extends keyof components['schemas']> = components['schemas'][Name];`,
    ...ofOperations,
    ...ofSchemas,
  ].join('\n\n');
}

/** Declares a schema under its own name. A property that refers to an object schema has its type by name. */
function declareSchema(document: object, name: string, schema: Schema): string {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const type = objectName(document, property);
    const optional = schema.required?.includes(key) ? '' : '?';
    return type ? [`${JSON.stringify(key)}${optional}: ${type}${optional && ' | undefined'};`] : [];
  });
  const whole = `Named<${JSON.stringify(name)}>`;
  return declare(document, name, schema, whole, `extends ${whole} {${properties.join('\n')}}`);
}

/** Declares a schema under a name: as a union of names, as an interface that extends another one, or as the type `whole`. */
function declare(document: object, name: string, schema: Schema, whole: string, body?: string): string {
  const { description, oneOf, anyOf } = { ...resolve<Schema>(document, schema), ...schema };
  const alternatives = (oneOf ?? anyOf)?.map((alternative) => objectName(document, alternative));
  const target = objectName(document, schema);
  const start = `${docComment(description)}\nexport`;
  if (alternatives?.every(Boolean)) return `${start} type ${name} = ${alternatives.join(' | ')};`;
  if (target) return `${start} interface ${name} extends ${target} {}`;
  return body && !alternatives ? `${start} interface ${name} ${body}` : `${start} type ${name} = ${whole};`;
}

/** Returns the name of the object schema that is referred to. */
const objectName = (document: object, schema: Schema): string | undefined =>
  schema.$ref && resolve<Schema>(document, schema)?.type === 'object' ? refName(schema.$ref) : undefined;
