import type { OperationId } from '../../generated/client.js';
import type { ValidationError, Validator } from '../../generated/validators.js';

/** One departure from a schema. */
export interface Issue {
  /** A sentence for a person that names the field. */
  readonly message: string;
  /** Where, from the outside in; empty for the value as a whole. */
  readonly path: readonly (string | number)[];
  /**
   * What to translate by: the keyword of JSON Schema that is broken, such as `required`, `type`, `enum`, `format` or
   * `additionalProperties`. A schema of your own may give other codes, or none.
   */
  readonly code?: string | undefined;
}

/** The same from one of `./schemas`, which always tells what to translate by. */
export interface SchemaIssue extends Issue {
  readonly code: string;
}

/** What a Standard Schema answers: `issues` only if the value is not valid. */
export interface Findings {
  readonly issues?:
    | readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[]
    | undefined;
}

/** Any Standard Schema v1: one from `./schemas`, or your own from Zod, Valibot, ArkType and others. Only its verdict is used. */
export interface Schema {
  readonly '~standard': { readonly validate: (value: unknown) => Findings | Promise<Findings> };
}

/** Schemas by what they check. All of them come from `./schemas`: `import * as validate from 'koodrive-auth-contract/schemas'`. */
export type Schemas = { readonly [Name in `${OperationId}${'Request' | 'Response'}`]?: Schema | undefined };

/** A Standard Schema v1 that accepts values of type `T` and leaves them as they are. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'koodrive-auth-contract';
    /** At most 20 issues are told. None of them quotes the value. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** How many issues are told of one value: more help nobody. */
export const maxIssues = 20;

/** The property that tells variants apart, with its values. */
type Variants = Readonly<Record<string, readonly string[]>>;

/** The Standard Schema over a compiled validator. */
export const standardSchema = <T>(validator: Validator, variants: Variants = {}): StandardSchema<T> => ({
  '~standard': {
    version: 1,
    vendor: 'koodrive-auth-contract',
    validate: (value) => {
      if (validator(value)) return { value: value as T };
      const errors = validator.errors ?? [];
      // The errors would stay in memory, and with them values that may be secret.
      validator.errors = null;
      return { issues: issuesOf(errors, value, variants) };
    },
  },
});

/** The first issue of each place, up to the limit. */
function issuesOf(errors: readonly ValidationError[], value: unknown, variants: Variants): SchemaIssue[] {
  const issues = new Map<string, SchemaIssue>();
  for (const error of intended(errors)) {
    if (issues.size === maxIssues) break;
    const issue = describe(error, value, variants);
    const place = JSON.stringify(issue.path);
    if (!issues.has(place)) issues.set(place, issue);
  }
  return [...issues.values()];
}

/** Of each set of alternatives, what is wrong with the one that was meant. */
function intended(errors: readonly ValidationError[]): readonly ValidationError[] {
  let kept: ValidationError[] = [];
  for (const error of errors) {
    const { keyword, schemaPath, instancePath } = error;
    if (keyword !== 'anyOf' && keyword !== 'oneOf') {
      kept.push(error);
      continue;
    }
    // Ajv reports the faults of each alternative before it says that none holds.
    const start = `${schemaPath}/`;
    const alternatives = new Map<number, ValidationError[]>();
    const types = new Set<unknown>();
    for (const fault of kept.filter((fault) => fault.schemaPath.startsWith(start))) {
      const index = Number.parseInt(fault.schemaPath.slice(start.length), 10);
      const faults = alternatives.get(index) ?? [];
      alternatives.set(index, faults);
      faults.push(fault);
      if (fault.keyword === 'type' && fault.instancePath === instancePath) types.add(fault.params['type']);
    }
    const others = kept.filter((fault) => !fault.schemaPath.startsWith(start));
    const [meant = [error]] = [...alternatives.values()].sort((a, b) => cost(a, instancePath) - cost(b, instancePath));
    // A value of none of the types may be of any.
    const ofNone = types.size > 1 && types.size === alternatives.size;
    kept = others.concat(ofNone ? { ...error, keyword: 'type', params: { type: [...types] } } : meant);
  }
  return kept;
}

/** How little an alternative was meant: another type or a value that is fixed otherwise weighs more than any number of other faults. */
const cost = (faults: readonly ValidationError[], path: string): number =>
  faults.reduce((sum, { keyword, instancePath }) => {
    if (keyword === 'type' && instancePath === path) return sum + 1e12;
    return sum + (keyword === 'enum' || keyword === 'not' ? 1e6 : 1);
  }, 0);

function describe(error: ValidationError, value: unknown, variants: Variants): SchemaIssue {
  const { keyword, params, schemaPath } = error;
  const { missingProperty, additionalProperty, tag } = params;
  const property = missingProperty ?? additionalProperty;
  const path = error.instancePath.split('/').slice(1).map(unescapePart);
  const last = property ?? tag;
  if (last !== undefined) path.push(`${last}`);
  const [by = ''] = Object.keys(variants);
  const when = property && schemaPath.startsWith('#/oneOf') ? ` when ${by} is ${Object(value)[by]}` : '';
  return {
    message: `${path.join('.') || 'the value'} ${demandOf(error, variants)}${when}`,
    path,
    // A discriminator is a property that must be there, and takes one value of several.
    code: keyword !== 'discriminator' ? keyword : params['tagValue'] === undefined ? 'required' : 'enum',
  };
}

/** A key as it was before it became a part of a JSON pointer. */
const unescapePart = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** What a rule asks for, in words. */
function demandOf({ keyword, params }: ValidationError, variants: Variants): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties') return 'is not allowed';
  if (keyword === 'not') return 'must have another value';
  const { type, format, allowedValues, tag } = params;
  if (format !== undefined) return `must be a valid ${format}`;
  if (type !== undefined) return `must be ${[type].flat().map(withArticle).join(' or ')}`;
  const allowed = allowedValues ?? variants[`${tag}`];
  if (allowed !== undefined)
    return `must be ${[allowed]
      .flat()
      .map((one) => JSON.stringify(one))
      .join(' or ')}`;
  return `must satisfy ${keyword} ${Object.values(params)}`.trim();
}

const withArticle = (type: unknown): string =>
  type === 'null' ? 'null' : `${/^[aio]/.test(`${type}`) ? 'an' : 'a'} ${type}`;
