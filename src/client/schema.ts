import type { OperationId } from '../../generated/client.js';
import type { ValidationError, Validator } from '../../generated/validators.js';

/** One way in which a value violates a schema. */
export interface Issue {
  /** A sentence for people. It names the field. */
  readonly message: string;
  /** Keys and indexes from the outside in; empty for the value as a whole. */
  readonly path: readonly (string | number)[];
  /**
   * A code for translations: the violated keyword of JSON Schema, such as `required`, `type`, `enum`, `format`, `minLength` or
   * `additionalProperties`. Your own schema may have other codes, or none.
   */
  readonly code?: string | undefined;
}

/** An issue of a schema from `./schemas`. It always has a code. */
export interface SchemaIssue extends Issue {
  readonly code: string;
}

/** The result of any Standard Schema. It has `issues` only if the value is invalid. */
export interface Findings {
  readonly issues?:
    | readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[]
    | undefined;
}

/** Any Standard Schema v1: one from `./schemas`, or your own from Zod, Valibot, ArkType and others. The client reads its issues only. */
export interface StandardSchemaLike {
  readonly '~standard': { readonly validate: (value: unknown) => Findings | Promise<Findings> };
}

/** Schemas by operation and direction. All of them come from `./schemas`: `import * as validate from 'koodrive-auth-contract/schemas'`. */
export type Schemas = { readonly [Name in `${OperationId}${'Request' | 'Response'}`]?: StandardSchemaLike | undefined };

/** A Standard Schema v1 that accepts values of type `T` and returns them unchanged. A key whose value is `undefined` is absent. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'koodrive-auth-contract';
    /** Returns the value, or at most 20 issues. No issue quotes the value. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** How many issues of one value are kept. */
export const maxIssues = 20;

/** The condition of each variant of an object, such as `authType is 1`, by its path in the schema. */
type Variants = Readonly<Record<string, string>>;

/** What each other union accepts: the code of an issue, and a text such as `an integer or a string`, by its path in the schema. */
type Unions = Readonly<Record<string, readonly [code: string, accepts: string]>>;

/** Returns a Standard Schema that uses a compiled validator. */
export const standardSchema = <T>(
  validator: Validator,
  variants: Variants = {},
  unions: Unions = {},
): StandardSchema<T> => ({
  '~standard': {
    version: 1,
    vendor: 'koodrive-auth-contract',
    validate: (value) => {
      const valid = { value: value as T };
      if (validator(value)) return valid;
      const issues = new Map<string, SchemaIssue>();
      for (const error of validator.errors ?? []) {
        // Ajv reports an `if` as well as the errors of the variant that it selected.
        if (error.keyword === 'if' || isAbsent(error, value)) continue;
        const issue = toIssue(error, variants, unions);
        const path = JSON.stringify(issue.path);
        if (issues.size < maxIssues && !issues.has(path)) issues.set(path, issue);
      }
      // Otherwise the errors would stay in memory with values that may be secret.
      validator.errors = null;
      return issues.size > 0 ? { issues: [...issues.values()] } : valid;
    },
  },
});

/** Checks whether the error is about an unknown key whose value is `undefined`. Forms make such keys, and JSON omits them. */
const isAbsent = ({ instancePath, params: { additionalProperty: key } }: ValidationError, value: unknown): boolean =>
  key !== undefined &&
  [...keysOf(instancePath), `${key}`].reduce<unknown>((parent, name) => Object(parent)[name], value) === undefined;

function toIssue(error: ValidationError, variants: Variants, unions: Unions): SchemaIssue {
  const { instancePath, keyword, params, schemaPath } = error;
  const path = keysOf(instancePath);
  const property = params['missingProperty'] ?? params['additionalProperty'];
  if (property !== undefined) path.push(`${property}`);
  const variant = property !== undefined && variants[schemaPath.slice(0, schemaPath.lastIndexOf('/'))];
  const [code, accepts] = unions[schemaPath] ?? [keyword];
  const rule = accepts === undefined ? ruleOf(error) : `must be ${accepts}`;
  return { message: `${path.join('.') || 'the value'} ${rule}${variant ? ` when ${variant}` : ''}`, path, code };
}

/** Returns the keys of a JSON pointer. */
const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Returns the violated rule as the end of a sentence. */
function ruleOf({ keyword, params }: ValidationError): string {
  const { type, format, allowedValues, limit } = params;
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties') return 'is not allowed';
  if (keyword === 'not') return 'must have another value';
  if (keyword === 'minLength') return limit === 1 ? 'must not be empty' : `must have at least ${limit} characters`;
  if (keyword === 'maxLength') return `must have at most ${limit} characters`;
  if (format !== undefined) return `must be a valid ${format}`;
  if (type !== undefined) return `must be ${[type].flat().map(withArticle).join(' or ')}`;
  if (Array.isArray(allowedValues))
    return `must be ${allowedValues.map((allowed) => JSON.stringify(allowed)).join(' or ')}`;
  return `must satisfy ${keyword} ${Object.values(params)}`.trim();
}

/** Returns a type with its article, such as `an integer`. */
export const withArticle = (type: unknown): string =>
  type === 'null' ? 'null' : `${/^[aio]/.test(`${type}`) ? 'an' : 'a'} ${type}`;
