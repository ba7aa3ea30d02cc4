import { secretFields } from '../../generated/client.js';

/** A copy of JSON data in which the values that secret fields have in a compact JSON text are replaced. */
export function cut<T>(data: T, exchanged: string): T {
  const secrets: string[] = [];
  for (const [, number, text = number] of exchanged.matchAll(secretFields)) {
    // A server may repeat it as JSON within JSON.
    secrets.push(text as string, JSON.parse(`"${text}"`));
  }
  // The longest first, or the rest of a secret would be left around a shorter one.
  secrets.sort((a, b) => b.length - a.length);
  return JSON.parse(JSON.stringify(data), (key, part) =>
    // A code is what callers decide by, so what has the form of one is not the user's to change.
    typeof part !== 'string' || (key === 'code' && /^([A-Z]+\.)?\d{1,9}$/.test(part))
      ? part
      : secrets.reduce(
          // A password such as "any" is cut out as a word: "many" does not repeat it.
          (rest, secret) => rest.replaceAll(/^\w{1,3}$/.test(secret) ? RegExp(`\\b${secret}\\b`, 'g') : secret, '***'),
          part,
        ),
  );
}
