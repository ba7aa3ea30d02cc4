export { stringifyYaml } from '@redocly/openapi-core';
export { emitClient } from './client.js';
export { emitDomain } from './domain.js';
export { emitExamples } from './examples.js';
export { emitReadme } from './readme.js';
export { emitSchemas } from './schemas.js';
export { emitTypes } from './types.js';
export { emitValidatorTypes } from './validated.js';
