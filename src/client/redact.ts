/** The fields of an object and their types. A question mark ends the name of an optional field. */
export interface Fields {
  readonly [name: string]: Shape;
}

/** The documented type of a value. A `secret` is a string that nothing repeats. */
export type Shape = 'string' | 'secret' | 'integer' | 'number' | 'boolean' | Fields;

/** Returns the name of a field without the question mark of an optional one. */
export const fieldName = (key: string): string => (key.endsWith('?') ? key.slice(0, -1) : key);

/** What replaces a secret. */
export const mask = '***';

/** Replaces each copy of a secret in a text. */
export type Redact = (text: string) => string;

/** Returns the values of the secret fields of an object. */
export function secretsIn(fields: Fields, value: unknown): string[] {
  return Object.entries(fields).flatMap(([key, shape]) => {
    const field: unknown = Object(value)[fieldName(key)];
    if (typeof shape === 'object') return secretsIn(shape, field);
    return shape === 'secret' && /string|number/.test(typeof field) ? [`${field}`] : [];
  });
}

/** Redacts exact copies of secrets: as they are, and as JSON escapes them. A secret under 4 characters is a part of too many words. */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets
    .filter(({ length }) => length >= 4)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    // A shorter secret may be a part of a longer one, whose rest would stay.
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((redacted, form) => redacted.split(form).join(mask), text);
}
