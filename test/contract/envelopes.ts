import { Ajv2020 } from 'ajv/dist/2020.js';
import document from '../../generated/openapi.json';

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const format of ['password', 'int64', 'email']) ajv.addFormat(format, true);
ajv.addSchema(document, 'spec');
const envelopes = Object.keys(document.components.schemas)
  .filter((name) => name.endsWith('Envelope'))
  .map((name) => ({ name, validate: ajv.compile({ $ref: `spec#/components/schemas/${name}` }) }));

/** The names of the spec's envelopes that a text of JSON is valid against. */
export function envelopesOf(text: string): string[] {
  const value: unknown = JSON.parse(text);
  return envelopes.filter(({ validate }) => validate(value)).map(({ name }) => name);
}
