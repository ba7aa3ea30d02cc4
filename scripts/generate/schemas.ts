import type { Contract } from './contract.js';
import { docComment, pascalCase } from './text.js';
import { validated } from './validators.js';

/** A Standard Schema for each validator. */
export function emitSchemas(contract: Contract): string {
  const names = validated(contract).map(({ name }) => name);
  const validator = (name: string) => `validate${pascalCase(name)}`;
  return `
import type { ${names.map(pascalCase).join(', ')} } from './domain.js';
import { type StandardSchema, standardSchema } from './standard-schema.js';
import { ${names.map((name) => `${name} as ${validator(name)}`).join(', ')} } from './validators.js';

${names
  .map(
    (name) => `${docComment(`Standard Schema of {@link ${pascalCase(name)}}.`)}
export const ${name}: StandardSchema<${pascalCase(name)}> = /* @__PURE__ */ standardSchema<${pascalCase(name)}>(${validator(name)});`,
  )
  .join('\n\n')}
`;
}
