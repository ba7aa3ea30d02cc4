import { follow, nameOf, nearest, sayTo, successOf } from './follow.js';

// What types, validators and docs can be made of.

const keywords = new Set(
  `$ref type format title description example examples deprecated readOnly writeOnly enum required properties additionalProperties
  items oneOf anyOf allOf not discriminator minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minItems maxItems uniqueItems minProperties maxProperties default`.split(/\s+/),
);

const formats = ['email', 'password', 'int32', 'int64', 'float', 'double'];

/** A schema says nothing that is lost on the way to types, validators and docs. */
export function ServedSchemas() {
  const types = new Map();
  const schemas = new Map();
  const finite = new Set();
  return {
    Schema(schema, { report, location, resolve }) {
      const say = sayTo(report);
      for (const keyword of Object.keys(schema))
        if (!keywords.has(keyword) && !keyword.startsWith('x-'))
          say(`No validator knows \`${keyword}\`.`, location.child(keyword).key());
      const { format, required = [], properties = {} } = schema;
      if (format !== undefined && !formats.includes(format))
        say(`There is no format \`${format}\` here.`, location.child('format'), nearest(`${format}`, formats));
      for (const [index, name] of required.entries()) {
        const meant = name in properties ? [] : nearest(name, Object.keys(properties));
        if (meant.length > 0) say(`There is no property ${name}.`, location.child(['required', index]), meant);
      }
      if (Array.isArray(schema.type))
        say('Write `oneOf` with one type each: other generators know no list of types.', location.child('type'));
      if (schema.discriminator) checkDiscriminator(schema, say, location, resolve);
      const circle = circleOf(schema, location, resolve, finite);
      if (circle) say(`${nameOf(circle)} contains itself, and a recursive schema has no validator.`, location);
      if (isNamed(location)) schemas.set(nameOf(location), location);
      if (isNamed(location) && !/^[A-Z][a-zA-Z0-9]*$/.test(nameOf(location)))
        say('A schema is also a type: its name starts with a capital and has letters and digits only.', location);
    },
    Operation(operation, { location, resolve }) {
      const { operationId = '', requestBody } = operation;
      const prefix = operationId.charAt(0).toUpperCase() + operationId.slice(1);
      const body = follow(requestBody, location, resolve);
      const { $ref } = body.node.content?.['application/json']?.schema ?? {};
      const request = $ref && follow({ $ref }, body.location, resolve).location;
      const [{ node = {}, location: at } = {}] = successOf(operation, location, resolve)?.envelopes ?? [];
      const data = at && follow(node.properties?.data, at.child(['properties', 'data']), resolve).location;
      types.set(`${prefix}Request`, request).set(`${prefix}Data`, data).set(`${prefix}Response`, undefined);
    },
    Root: {
      leave(_, { report }) {
        for (const [name, location] of schemas)
          if (types.has(name) && types.get(name)?.absolutePointer !== location.absolutePointer)
            report({ message: `${name} is also the name of a type of an operation: rename the schema.`, location });
      },
    },
  };
}

/** Whether a schema is a component of the bundle. */
const isNamed = ({ pointer }) => pointer === '#/' || /^#\/components\/schemas\/[^/]+$/.test(pointer);

/** Every schema of its own, and every property, is described. */
export function SchemasAreDescribed() {
  return {
    Schema(schema, { report, location }) {
      if ((isNamed(location) || /\/properties\/[^/]+$/.test(location.pointer)) && !schema.description)
        report({ message: `${nameOf(location)} needs a description.`, location });
    },
  };
}

/** Ajv reads the variants from their enums, others from the mapping: both must say the same. */
function checkDiscriminator(schema, say, location, resolve) {
  const { propertyName, mapping = {} } = schema.discriminator;
  const at = location.child('discriminator');
  if (schema.type !== 'object') say('A discriminator needs `type: object` beside it.', at);
  const left = new Set(Object.keys(mapping));
  for (const [index, variant] of (schema.oneOf ?? []).entries()) {
    const place = location.child(['oneOf', index]);
    const { node, location: target } = follow(variant, place, resolve);
    const property = follow(node.properties?.[propertyName], target, resolve).node;
    for (const value of property.enum ?? [undefined]) {
      left.delete(String(value));
      if (mapping[String(value)] !== variant.$ref)
        say(`The mapping of ${propertyName} and the enum of this variant differ at ${value}.`, place);
    }
  }
  for (const value of left) say(`No variant has the ${propertyName} ${value}.`, at.child(['mapping', value]));
}

/** The place of a schema on the way from this one that leads back to itself. `finite` holds those that are known not to. */
function circleOf(value, at, resolve, finite, path = []) {
  if (typeof value !== 'object' || value === null) return undefined;
  const { node, location } =
    typeof value.$ref === 'string' ? follow(value, at, resolve) : { node: value, location: at };
  const id = location.absolutePointer;
  if (finite.has(id)) return undefined;
  if (path.includes(id)) return location;
  for (const [key, child] of Object.entries(node)) {
    if (['examples', 'example', 'enum', 'discriminator', 'default', '$ref'].includes(key)) continue;
    const found = circleOf(child, location.child(key), resolve, finite, [...path, id]);
    if (found) return found;
  }
  finite.add(id);
  return undefined;
}
