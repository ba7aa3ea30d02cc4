import { isObject, type Schema, timeFormats } from '../../src/contract/openapi.js';
import { entries, subschemas, text } from '../../src/contract/walk.js';
import { pascalCase } from '../generate/text.js';
import { type Context, LintCursor, type Location, nameOf } from './cursor.js';

/** The keywords that types, validators, client, mock and docs support. */
const keywords = new Set(
  `type format title description example examples deprecated readOnly writeOnly enum required properties additionalProperties items
  oneOf anyOf not discriminator minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems
  maxItems uniqueItems minProperties maxProperties default`.split(/\s+/),
);

/** Those that may stand beside `oneOf` and `anyOf`. */
const besideUnion = new Set(
  'type title description example examples deprecated readOnly writeOnly required discriminator default'.split(' '),
);

/** Rejects a schema if types, validators, client, mock or docs would ignore a part of it. */
export function Schemas() {
  const typeNames = new Set<string>();
  return {
    Root(root: object, context: Context) {
      for (const [, path] of entries(new LintCursor(root, context).child('paths')))
        for (const [, operation] of entries(path))
          for (const part of ['Request', 'Data', 'Response'])
            typeNames.add(pascalCase(text(operation, 'operationId')) + part);
    },
    Schema(schema: Schema, context: Context) {
      const { location } = context;
      const complain = (message: string, at = location) => context.report({ message, location: at });
      for (const keyword of Object.keys(schema))
        if (!keywords.has(keyword) && !keyword.startsWith('x-'))
          complain(`The keyword \`${keyword}\` is not supported.`, location.child(keyword).key());
      if (Array.isArray(schema.type))
        complain('Use `oneOf` with one type each: other generators need it.', location.child('type'));
      if (!isPattern(schema['pattern'])) complain('This is not a regular expression.', location.child('pattern'));
      const time = schema['x-current-time'] ?? 'unix-milliseconds';
      const { format, offsetSeconds = 0 } = isObject(time) ? time : { format: time };
      if (!timeFormats.includes(format) || !Number.isFinite(offsetSeconds))
        complain(`The format of a time is ${timeFormats.join(' or ')}.`, location.child('x-current-time'));
      for (const [part, keys] of subschemas(schema))
        if (typeof part === 'boolean') complain('A schema is an object, not a boolean.', location.child(keys));
      if (schema.oneOf ?? schema.anyOf) checkUnion(new LintCursor(schema, context), complain);
      if (schema.discriminator) checkDiscriminator(new LintCursor(schema, context), complain);
      const isComponent = location.pointer === '#/' || /^#\/components\/schemas\/[^/]+$/.test(location.pointer);
      if (!schema.description && (isComponent || /\/properties\/[^/]+$/.test(location.pointer)))
        complain(`${nameOf(location)} needs a description.`);
      if (!isComponent) return;
      const name = nameOf(location);
      if (typeNames.has(name) || !/^[A-Z][a-zA-Z0-9]*$/.test(name))
        complain(`${name} is not a name for a schema, or an operation has a type with it.`);
      checkParts(new LintCursor(schema, context), complain);
    },
  };
}

type Complain = (message: string, at?: Location) => void;

function isPattern(pattern: unknown): boolean {
  try {
    return pattern === undefined || Boolean(new RegExp(String(pattern), 'u'));
  } catch {
    return false;
  }
}

/** Rejects recursion. Rejects secrets and current times in arrays and maps: client and mock find them by path, inside objects only. */
function checkParts(schema: LintCursor, complain: Complain, parents: readonly string[] = [], keyword = ''): void {
  const id = schema.location.absolutePointer;
  if (parents.includes(id)) {
    complain(`${nameOf(schema.location)} contains itself: recursion is not supported.`, schema.location);
    return;
  }
  if (keyword && (schema.value.format === 'password' || schema.value['x-current-time']))
    complain(`A secret or a current time inside \`${keyword}\` is not supported.`, schema.location);
  for (const [, keys] of subschemas(schema.value)) {
    const inside = ['items', 'additionalProperties', 'not'].find((one) => one === keys[0]) ?? keyword;
    checkParts(schema.child(...keys), complain, [...parents, id], inside);
  }
}

/** Rejects keywords beside `oneOf` or `anyOf` that client and mock would ignore, since they read the variants only. */
function checkUnion({ value, location }: LintCursor, complain: Complain): void {
  const union = value.oneOf ? 'oneOf' : 'anyOf';
  for (const key of Object.keys(value))
    if (key !== union && !besideUnion.has(key) && !/^x-(?!current-time$)/.test(key))
      complain(`Move \`${key}\` into each variant of \`${union}\`.`, location.child(key).key());
}

/** Requires that the mapping and the enums of the variants agree: Ajv uses the enums, other tools the mapping. */
function checkDiscriminator(schema: LintCursor, complain: Complain): void {
  const { propertyName = '', mapping = {} } = schema.value.discriminator ?? {};
  const at = schema.location.child('discriminator');
  if (schema.value.type !== 'object') complain('A discriminator needs `type: object` beside it.', at);
  const expected = (schema.value.oneOf ?? []).flatMap(({ $ref }, index) =>
    (schema.child('oneOf', index, 'properties', propertyName).value.enum ?? []).map((value) => `${value}: ${$ref}`),
  );
  const actual = Object.entries(mapping).map(([value, ref]) => `${value}: ${ref}`);
  if (expected.sort().join() !== actual.sort().join())
    complain(`The \`mapping\` must be as in the variants: ${expected.join(', ')}.`, at.child('mapping'));
}
