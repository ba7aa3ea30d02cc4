import type { Change } from './redocly-diff.js';

/** What a change of a schema does to the values that it allows. */
export type Effect =
  /** Nothing: only people read it. */
  | 'none'
  /** A property that may be sent or read, and need not be. */
  | 'addition'
  /** A property less. */
  | 'loss'
  /** More values. */
  | 'wider'
  /** Fewer values. */
  | 'narrower'
  /** Some more and some fewer, or not known. */
  | 'either';

const annotations = new Set([
  'title',
  'summary',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'externalDocs',
  'xml',
  '$comment',
]);
const lowerBounds = new Set(['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum']);
const upperBounds = new Set(['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum']);
/** Keywords whose value is a switch: the one that refuses more. */
const strict: Readonly<Record<string, unknown>> = {
  additionalProperties: false,
  unevaluatedProperties: false,
  uniqueItems: true,
  readOnly: true,
  writeOnly: true,
};

/** What `change` does to the values that its schema allows. */
export function effectOf(change: Change): Effect {
  const effect = change.kind === 'modified' ? ofModified(change) : ofSubschema(change);
  // What a `not` refuses more, the schema around it allows less.
  const negated = (change.path.match(/\/not(?=\/|$)/g)?.length ?? 0) - (change.path.endsWith('/not') ? 1 : 0);
  if (negated % 2 === 0) return effect;
  return effect === 'wider' ? 'narrower' : effect === 'narrower' ? 'wider' : effect === 'none' ? 'none' : 'either';
}

function ofModified({ property = '', base, revision }: Change): Effect {
  const [before, after] = [base?.value, revision?.value];
  if (annotations.has(property) || property.startsWith('x-')) return 'none';
  // Redocly pairs a property that went with one that came.
  if (property === 'key') return 'loss';
  if (property === 'required') return sets(list(after), list(before));
  if (property === 'type') return sets(types(before), types(after));
  if (property in strict) {
    const [was, is] = [before === strict[property], after === strict[property]];
    return was === is ? 'either' : is ? 'narrower' : 'wider';
  }
  if (before === undefined) return 'narrower';
  if (after === undefined) return 'wider';
  if (property === 'enum') return sets(list(before), list(after));
  if (typeof before === 'number' && typeof after === 'number') {
    if (lowerBounds.has(property)) return after > before ? 'narrower' : 'wider';
    if (upperBounds.has(property)) return after < before ? 'narrower' : 'wider';
  }
  return 'either';
}

function ofSubschema({ path, kind }: Change): Effect {
  const added = kind === 'added';
  const [parent, last] = path.split('/').slice(-2);
  if (parent === 'properties' || last === 'properties') return added ? 'addition' : 'loss';
  if (parent === 'oneOf' || parent === 'anyOf' || parent === 'mapping') return added ? 'wider' : 'narrower';
  return added ? 'narrower' : 'wider';
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The types that a `type` names, `number` with the integers in it. */
function types(value: unknown): unknown[] {
  if (value === undefined) return ['null', 'boolean', 'object', 'array', 'string', 'number', 'integer'];
  const names = Array.isArray(value) ? value : [value];
  return names.includes('number') ? [...names, 'integer'] : names;
}

function sets(before: readonly unknown[], after: readonly unknown[]): Effect {
  const more = after.some((value) => !before.includes(value));
  const fewer = before.some((value) => !after.includes(value));
  return more && fewer ? 'either' : more ? 'wider' : fewer ? 'narrower' : 'none';
}
