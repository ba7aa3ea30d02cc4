import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, resolve, type Schema } from '../../src/contract/openapi.js';

/** `paths`, `components` and `operations`, as openapi-typescript writes them. */
export const emitTypes = async (document: Document): Promise<string> =>
  astToString(
    // A default must make no property of a request required.
    await openapiTS(JSON.stringify(forEditors(document)), {
      defaultNonNullable: false,
      silent: true,
      transformProperty,
    }),
  );

/** An optional property may be given as `undefined` too, whatever a consumer's compiler makes of the difference. */
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
 * A copy in which a property that refers to a scalar schema holds that schema, so that an editor shows its description on the
 * property, in which objects carry no example, which would fill the editor's window, and in which no discriminator asks for
 * what the enums of the variants say already.
 */
function forEditors(document: Document): Document {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    const { discriminator: _, examples, ...rest } = schema;
    const properties = Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const { $ref, ...siblings } = property;
      const target = resolve<Schema>(document, property);
      return [key, !$ref || target?.type === 'object' ? property : { ...target, ...siblings }];
    });
    return [
      name,
      {
        ...rest,
        ...(schema.type !== 'object' && examples !== undefined && { examples }),
        ...(schema.properties && { properties: Object.fromEntries(properties) }),
      },
    ];
  });
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}
