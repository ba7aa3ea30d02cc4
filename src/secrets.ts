import { secretFields } from '../generated/client.js';

/** The values of all secret fields in a JSON text. Throws if it is nested deeper than the stack. */
export function secretsIn(json = '{}'): string[] {
  const secrets: string[] = [];
  JSON.parse(json, (key, value) => {
    if ((secretFields as readonly string[]).includes(key)) secrets.push(`${value}`);
  });
  return secrets;
}

/** A copy of JSON data, in which the secrets are replaced in each way in which a server is likely to repeat them. */
export function cut<T>(data: T, secrets: readonly string[]): T {
  // A secret may be repeated as JSON within JSON. A token is also known without the scheme before it (D11).
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), secret.replace('AT ', '')]);
  // The longest first, or the rest of a secret would be left around a shorter one.
  const cuts = forms.filter(Boolean).sort((a, b) => b.length - a.length);
  return JSON.parse(JSON.stringify(data), (key, part) =>
    // A code is what callers decide by, so what has the form of one is not the user's to change.
    typeof part !== 'string' || (key === 'code' && /^([A-Z]+\.)?\d{1,9}$/.test(part))
      ? part
      : cuts.reduce(
          (rest, form) =>
            // A password such as "any" is cut out as a word: "many" does not repeat it.
            /^\w{1,3}$/.test(form)
              ? rest.replace(/\w+/g, (word) => (word === form ? '***' : word))
              : rest.replaceAll(form, '***'),
          part,
        ),
  );
}
