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

/** How little an alternative was meant: another type or a value that is fixed otherwise weighs more than any number of other faults. */
const cost = (faults: readonly ValidationError[], path: string): number =>
  faults.reduce((sum, { keyword, instancePath }) => {
    if (keyword === 'type' && instancePath === path) return sum + 999;
    return sum + (/enum|not/.test(keyword) ? 99 : 1);
  }, 0);

/** Of each set of alternatives, what is wrong with the one that was meant. */
function intended(errors: readonly ValidationError[]): ValidationError[] {
  let kept: ValidationError[] = [];
  for (const error of errors) {
    kept.push(error);
    if (!/^(any|one)Of$/.test(error.keyword)) continue;
    // Ajv reports the faults of each alternative before it says that none holds.
    const alternatives: Record<string, ValidationError[]> = {};
    const types: unknown[] = [];
    const start = `${error.schemaPath}/`;
    const others = kept.filter(({ schemaPath }) => error.schemaPath !== schemaPath && !schemaPath.startsWith(start));
    for (const fault of kept.filter(({ schemaPath }) => schemaPath.startsWith(start))) {
      const index = Number.parseInt(fault.schemaPath.slice(start.length), 10);
      alternatives[index] = [...(alternatives[index] ?? []), fault];
      if (fault.keyword === 'type' && fault.instancePath === error.instancePath) types.push(fault.params['type']);
    }
    const all = Object.values(alternatives);
    const [meant = []] = all.sort((a, b) => cost(a, error.instancePath) - cost(b, error.instancePath));
    // A value of none of the types may be of any.
    const none = types.length === all.length && types.length > 1;
    kept = others.concat(none ? { ...error, keyword: 'type', params: { type: [...new Set(types)] } } : meant);
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
