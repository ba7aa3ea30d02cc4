import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {
  type Body,
  type Document,
  type OperationObject,
  type Reference,
  resolve,
  type Schema,
} from '../generate/openapi.js';

/** The answer that the contract has for a status: one of its own, or the one for all others. */
export interface ExpectedAnswer {
  readonly listed: boolean;
  /** The names of headers that it promises. */
  readonly headers: readonly string[];
  /**
   * What differs between a body and the schema, in words that repeat no value: what breaks the schema, and which fields it does not
   * know.
   */
  readonly check: (body: unknown) => { readonly broken: readonly string[]; readonly unknown: readonly string[] };
}

/** Looks up answers of the contract by operation and status, with their schemas compiled. */
export class ExpectedAnswers {
  readonly #document: Document;
  readonly #ajv = new Ajv2020({ allErrors: true, strict: false, discriminator: true });

  constructor(document: Document) {
    this.#document = document;
    formats(this.#ajv);
    this.#ajv.addSchema(document, 'contract');
  }

  /** The answer of `operationId` with this status; `undefined` when the contract has none. */
  find(operationId: string, status: number): ExpectedAnswer | undefined {
    const operations = Object.values(this.#document.paths).flatMap((item) => Object.values(item) as OperationObject[]);
    const responses = operations.find((operation) => operation.operationId === operationId)?.responses ?? {};
    const holder = responses[String(status)] ?? responses['default'];
    if (!holder) return undefined;
    const response = resolve(
      this.#document,
      holder as (Body & { headers?: Record<string, { required?: boolean } | Reference> }) | Reference,
    );
    const headers = Object.entries(response.headers ?? {}).filter(
      ([, header]) => resolve(this.#document, header).required,
    );
    const schema = response.content?.['application/json']?.schema;
    return {
      listed: String(status) in responses,
      headers: headers.map(([name]) => name),
      check: (body) => (schema ? this.#check(schema, body) : { broken: [], unknown: [] }),
    };
  }

  #check(schema: Schema, body: unknown): ReturnType<ExpectedAnswer['check']> {
    const best = this.#variants(schema)
      .map((variant) => ({ variant, errors: this.#errors(variant, body) }))
      .sort((a, b) => distance(a.errors) - distance(b.errors))[0];
    if (!best) return { broken: [], unknown: [] };
    return { broken: best.errors.map(words), unknown: this.#unknown(best.variant, body, []) };
  }

  #errors(schema: Schema, body: unknown): ErrorObject[] {
    const validate: ValidateFunction = this.#ajv.compile(absolute(schema));
    if (validate(body)) return [];
    const all = validate.errors ?? [];
    // A choice that fails also reports each of its branches.
    const choices = new Set(all.filter(isChoice).map(({ instancePath }) => instancePath));
    return all.filter((error) => isChoice(error) || !choices.has(error.instancePath));
  }

  /** The schemas that a body may fit, each by itself, so that a difference is told of the one that was meant. */
  #variants(schema: Schema): Schema[] {
    const target = this.#resolve(schema);
    const alternatives = target.anyOf ?? target.oneOf;
    return alternatives ? alternatives.flatMap((one) => this.#variants(one)) : [schema];
  }

  #unknown(schema: Schema, value: unknown, path: readonly string[]): string[] {
    const { properties } = this.#resolve(schema);
    if (!properties || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, child]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return known ? this.#unknown(known, child, [...path, name]) : [[...path, name].join('.')];
    });
  }

  #resolve(schema: Schema): Schema {
    return resolve(this.#document, schema as Schema | Reference);
  }
}

const isChoice = ({ keyword }: ErrorObject): boolean => keyword === 'oneOf' || keyword === 'anyOf';

/** How far a body is from a variant: one that says success and failure differently in `code` is farthest. */
const distance = (errors: readonly ErrorObject[]): number =>
  errors.length + (errors.some(({ instancePath }) => instancePath === '/code') ? 100 : 0);

function words({ instancePath, keyword, message, params }: ErrorObject): string {
  const field = instancePath.slice(1).replaceAll('/', '.') || 'the body';
  if (isChoice({ keyword } as ErrorObject)) return `${field} fits none of the forms in the contract`;
  if (keyword === 'required') return `${instancePath ? `${field}.` : ''}${params['missingProperty']} is missing`;
  return `${field} ${message}`;
}

/** The schema with its references led into the document that was added as `contract`. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"contract#')) as Schema;
}
