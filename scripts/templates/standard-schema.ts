import type { ValidationError, Validator } from './validators.js';

/** One thing that is wrong with a value. */
export interface Issue {
  /** A sentence that names the field. It never quotes the value. */
  readonly message: string;
  /** Where, from the outside in; empty for the value as a whole. */
  readonly path: readonly PropertyKey[];
}

/** A Standard Schema v1 that accepts values of type `T` and leaves them as they are. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'koodrive-auth-contract';
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The property that tells variants apart, with its values. */
type Variants = Readonly<Record<string, readonly string[]>>;

/** The Standard Schema over a compiled validator. */
export const standardSchema = <T>(validator: Validator, variants: Variants = {}): StandardSchema<T> => ({
  '~standard': {
    version: 1,
    vendor: 'koodrive-auth-contract',
    validate: (value) =>
      validator(value)
        ? { value: value as T }
        : { issues: intended(validator.errors ?? []).map((error) => describe(error, value, variants)) },
  },
});

/** How little an alternative was meant: a value that is fixed otherwise weighs more than any number of other faults. */
const cost = (faults: readonly ValidationError[]): number =>
  faults.reduce((sum, { keyword }) => sum + (/enum|not/.test(keyword) ? 99 : 1), 0);

/** Of each set of alternatives, what is wrong with the one that was meant. */
function intended(errors: readonly ValidationError[]): ValidationError[] {
  let kept: ValidationError[] = [];
  for (const error of errors) {
    kept.push(error);
    if (error.keyword !== 'anyOf') continue;
    // Ajv reports the faults of each alternative before it says that none holds.
    const alternatives: Record<string, ValidationError[]> = {};
    const start = `${error.schemaPath}/`;
    const others = kept.filter(({ schemaPath }) => error.schemaPath !== schemaPath && !schemaPath.startsWith(start));
    for (const fault of kept.filter(({ schemaPath }) => schemaPath.startsWith(start))) {
      const index = Number.parseInt(fault.schemaPath.slice(start.length), 10);
      alternatives[index] = [...(alternatives[index] ?? []), fault];
    }
    kept = others.concat(Object.values(alternatives).sort((a, b) => cost(a) - cost(b))[0] ?? []);
  }
  return kept;
}

/** What a rule asks for, in words. */
function demandOf({ keyword, params }: ValidationError, variants: Variants): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties') return 'is not allowed';
  if (keyword === 'not') return 'must have another value';
  const { type, format, allowedValues, tag } = params;
  const allowed = [type ?? format ?? allowedValues ?? variants[`${tag}`] ?? []].flat().map((one) => {
    if (format) return `a valid ${one}`;
    return type ? `${/^[aio]/.test(`${one}`) ? 'an' : 'a'} ${one}` : JSON.stringify(one);
  });
  return `must ${allowed.length ? `be ${allowed.join(' or ')}` : `satisfy ${keyword} ${Object.values(params)}`}`;
}

function describe(error: ValidationError, value: unknown, variants: Variants): Issue {
  const { missingProperty, additionalProperty, tag } = error.params;
  const property = missingProperty ?? additionalProperty;
  const path = error.instancePath.split('/').slice(1);
  const last = property ?? tag;
  if (last) path.push(`${last}`);
  const by = Object.keys(variants)[0] ?? '';
  const when = property && error.schemaPath.startsWith('#/oneOf') ? ` when ${by} is ${Object(value)[by]}` : '';
  return { message: `${path.join('.') || 'the value'} ${demandOf(error, variants)}${when}`, path };
}
