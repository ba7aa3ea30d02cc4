import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, resolve, type Schema } from '../../src/contract/openapi.js';
import { type Key, mapSubschemas } from '../../src/contract/walk.js';

/** Emits `paths`, `components` and `operations`, as openapi-typescript writes them. */
export const emitTypes = async (document: Document): Promise<string> =>
  astToString(
    // A property with a default stays optional in a request.
    await openapiTS(JSON.stringify(forEditors(document)), {
      defaultNonNullable: false,
      silent: true,
      transformProperty,
    }),
  );

/** Lets an optional property be `undefined` too, since consumers may set `exactOptionalPropertyTypes`. */
const transformProperty = (property: ts.PropertySignature): ts.PropertySignature | undefined =>
  property.questionToken && property.type
    ? ts.factory.updatePropertySignature(
        property,
        property.modifiers,
        property.name,
        property.questionToken,
        ts.factory.createUnionTypeNode([
          property.type,
          ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
        ]),
      )
    : undefined;

/**
 * Returns a copy for editors. A direct property of a component that refers to a scalar schema holds that schema, so that editors show
 * its description. Drops the examples of objects, which fill the tooltip, and the discriminator, which repeats the enums.
 */
function forEditors(document: Document): Document {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    const inlineScalar = (property: Schema, [keyword]: readonly Key[]) => {
      const target = resolve<Schema>(document, property);
      if (keyword !== 'properties' || target?.type === 'object') return property;
      const shown: Record<string, unknown> = { ...target, ...property, $ref: undefined };
      return { ...shown, examples: readableExamples(shown['examples']) };
    };
    const { discriminator: _, examples, ...rest } = mapSubschemas(schema, inlineScalar);
    return [name, rest.type === 'object' ? rest : { ...rest, examples: readableExamples(examples) }];
  });
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

/** Returns the examples that differ as text, since `@example` shows no quotation marks. An empty text would be an empty tag. */
const readableExamples = (examples: unknown = []): unknown[] =>
  [...new Map([examples].flat().map((example) => [`${example}`, example])).values()].filter(
    (example) => example !== '',
  );
