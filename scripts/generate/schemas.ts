import type { Contract } from '../../src/contract/contract.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { docComment, pascalCase } from './text.js';
import { validated } from './validators.js';

/** A Standard Schema for each validator. */
export function emitSchemas(contract: Contract): string {
  const schemas = validated(contract);
  const names = schemas.map(({ name }) => name);
  const validator = (name: string) => `validate${pascalCase(name)}`;
  return `
import type { ${names.map(pascalCase).join(', ')} } from './domain.js';
import { type StandardSchema, standardSchema } from '../src/client/schema.js';
import { ${names.map((name) => `${name} as ${validator(name)}`).join(', ')} } from './validators.js';

${schemas
  .map(({ name, schema }) => {
    const type = pascalCase(name);
    const { propertyName = '', mapping = {} } = resolve<Schema>(contract.document, schema)?.discriminator ?? {};
    const variants = propertyName ? `, { ${propertyName}: ${JSON.stringify(Object.keys(mapping))} }` : '';
    return `${docComment(`Standard Schema of {@link ${type}}.`)}
export const ${name}: StandardSchema<${type}> = /* @__PURE__ */ standardSchema<${type}>(${validator(name)}${variants});`;
  })
  .join('\n\n')}
`;
}
