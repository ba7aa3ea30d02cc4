import { docComment, pascalCase } from './text.js';
import type { Compiled } from './validators.js';

/** Emits a Standard Schema for each validator. */
export function emitSchemas({ schemas }: Compiled): string {
  const names = Object.keys(schemas);
  const validator = (name: string) => `validate${pascalCase(name)}`;
  return `
import type { ${names.map(pascalCase).join(', ')} } from './domain.js';
import { type StandardSchema, standardSchema } from '../src/client/schema.js';
import { ${names.map((name) => `${name} as ${validator(name)}`).join(', ')} } from './validators.js';

${Object.entries(schemas)
  .map(([name, { variants, unions }]) => {
    const type = pascalCase(name);
    const texts = [variants, unions].map((part) => JSON.stringify(part)).join(', ');
    return `${docComment(`Standard Schema of {@link ${type}}.`)}
export const ${name}: StandardSchema<${type}> = /* @__PURE__ */ standardSchema<${type}>(${validator(name)}, ${texts});`;
  })
  .join('\n\n')}
`;
}
