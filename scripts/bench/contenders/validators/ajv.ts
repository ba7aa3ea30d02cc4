import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import schema from '../login-response.json';

/** Ajv, which compiles the schema of the spec at run time. It cannot do so under a content security policy without eval. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: { email: fullFormats.email ?? true, password: true, int64: true },
});

export const accepts: (value: unknown) => boolean = ajv.compile(schema);
