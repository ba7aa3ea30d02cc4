import type { Contract } from '../../src/contract/contract.js';
import { successOf } from '../../src/contract/conventions.js';
import { refName, resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';

/**
 * Types under the names of the domain: every object schema, and request, response and data of each operation. They are interfaces
 * wherever TypeScript allows one, so that an editor shows the name and not the contents.
 */
export function emitDomain(contract: Contract): string {
  const { document, operations } = contract;
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(([, { type }]) => type === 'object');
  const known = new Set(schemas.map(([name]) => name));
  // A schema may bear the name that the operation would give it.
  const add = (
    name: string,
    schema: Schema,
    whole: string,
    description = resolve<Schema>(document, schema)?.description,
  ) => (known.has(name) ? [] : [`${docComment(description)}\n${declare(document, name, schema, whole)}`]);
  const named = schemas.map(
    ([name, schema]) => `${docComment(schema.description)}\n${declareSchema(document, name, schema)}`,
  );
  const called = operations.flatMap((operation) => {
    const { id, request } = operation;
    const name = pascalCase(id);
    const { status, schema, data } = successOf(contract, operation);
    const body = `operations[${JSON.stringify(id)}]['requestBody']['content']['application/json']`;
    const response = `operations[${JSON.stringify(id)}]['responses'][${JSON.stringify(Number(status))}]['content']['application/json']`;
    const answer = `The body of a ${status} answer to \`${id}\`: of a success, or of a failure.`;
    return [
      ...(request?.schema ? add(`${name}Request`, request.schema, body) : []),
      ...add(`${name}Data`, data, `Extract<${response}, { data: unknown }>['data']`),
      ...add(`${name}Response`, schema, response, answer),
    ];
  });
  const imported = called.some((type) => type.includes('operations[')) ? 'components, operations' : 'components';
  return [
    `import type { ${imported} } from './types.js';`,
    `type Named<Name extends keyof components['schemas']> = components['schemas'][Name];`,
    ...called,
    ...named,
  ].join('\n\n');
}

/** A schema under its own name. What it refers to goes by its name too. */
function declareSchema(document: object, name: string, schema: Schema): string {
  const union = unionOf(document, schema);
  if (union) return `export type ${name} = ${union};`;
  if (schema.oneOf || schema.anyOf || schema['allOf']) return `export type ${name} = Named<'${name}'>;`;
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const type = objectName(document, property);
    const optional = schema.required?.includes(key) ? '' : '?';
    return type ? [`${JSON.stringify(key)}${optional}: ${type}${optional && ' | undefined'};`] : [];
  });
  return `export interface ${name} extends Named<'${name}'> {${properties.join('\n')}}`;
}

/** A schema under the name that an operation gives it: `whole` says where it stands in the types if it has no name. */
function declare(document: object, name: string, schema: Schema, whole: string): string {
  const target = objectName(document, schema);
  const union = unionOf(document, resolve<Schema>(document, schema) ?? {});
  if (union) return `export type ${name} = ${union};`;
  return target ? `export interface ${name} extends ${target} {}` : `export type ${name} = ${whole};`;
}

/** The alternatives by their names, if all of them have one. */
function unionOf(document: object, schema: Schema): string | undefined {
  const names = (schema.oneOf ?? schema.anyOf)?.map((alternative) => objectName(document, alternative));
  return names?.every(Boolean) ? names.join(' | ') : undefined;
}

/** The name of the object schema that is referred to. */
const objectName = (document: object, { $ref, ...rest }: Schema): string | undefined =>
  $ref && resolve<Schema>(document, { $ref, ...rest })?.type === 'object' ? refName($ref) : undefined;
