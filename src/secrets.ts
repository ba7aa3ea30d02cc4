import { secretFields } from '../generated/client.js';
import type { PreparedRequest } from './request.js';

/** The values of every secret field in a JSON text, found without parsing it: it may be cut short, or nested past the stack. */
export function secretsIn(json: string): string[] {
  const field = new RegExp(`"(?:${secretFields.join('|')})"\\s*:\\s*("[^"\\\\]*(?:\\\\.[^"\\\\]*)*"|\\d+)`, 'g');
  return Array.from(json.matchAll(field), ([, value = '']) => {
    try {
      return String(JSON.parse(value));
    } catch {
      return value;
    }
  });
}

/** The secrets that a call has sent and got. */
export const secretsOf = ({ content = '', headers }: PreparedRequest, answer = ''): string[] => [
  ...secretsIn(content),
  ...secretsIn(answer),
  ...(headers['authorization'] ? [headers['authorization']] : []),
];

/** Every way in which a server is likely to repeat a secret. */
function formsOf(secret: string): string[] {
  // A token is also known without the scheme in front of it (D11).
  const forms = [secret, JSON.stringify(secret).slice(1, -1), secret.replace(/^[A-Z]+ /, '')];
  try {
    forms.push(encodeURIComponent(secret));
  } catch {
    // Half of a surrogate pair has no such form.
  }
  return forms;
}

/**
 * Replaces each secret of at least `shortest` characters in a text.
 */
export function cutSecrets(text: string, secrets: readonly string[], shortest = 1): string {
  const forms = secrets.flatMap(formsOf).filter((form) => form.length >= shortest);
  // The longest first, or what is left of a secret would show around a shorter one.
  return forms.sort((a, b) => b.length - a.length).reduce((rest, form) => rest.replaceAll(form, '***'), text);
}
