import { Examples } from './examples.js';
import { Files } from './files.js';
import { Operations } from './operations.js';
import { Schemas } from './schemas.js';

/** The rules by their names in redocly.yaml. */
export const rules = { files: Files, examples: Examples, operations: Operations, schemas: Schemas };
