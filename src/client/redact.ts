import type { Field } from '../../generated/client.js';

/** Returns the value at a path, or `undefined`. */
export const valueAt = (body: unknown, path: readonly string[]): unknown =>
  path.reduce((value, name) => Object(value)[name], body);

/** What replaces a secret. */
export const mask = '***';

/** Replaces each copy of a secret in a text. Then truncates the text to a limit, if given. */
export type Redact = (text: string, limit?: number) => string;

/** Returns the values of the secret fields of a body. */
export const secretsIn = (fields: readonly Field[], body: unknown): string[] =>
  fields
    .filter(({ type }) => type === 'secret')
    .map(({ path }) => valueAt(body, path))
    .filter((value) => /string|number/.test(typeof value))
    .map(String);

/** Redacts exact copies of secrets: as they are, and as JSON escapes them. A secret under 4 characters is a part of too many words. */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets
    .filter(({ length }) => length >= 4)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    // A shorter secret may be a part of a longer one, whose rest would stay.
    .sort((a, b) => b.length - a.length);
  return (text, limit) => forms.reduce((redacted, form) => redacted.split(form).join(mask), text).slice(0, limit);
}
