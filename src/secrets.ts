import { secretFields } from '../generated/client.js';
import { attempt } from './check.js';

/**
 * Makes the function that copies JSON data with every secret replaced that the JSON texts in `source` hold, in each way in which a
 * server is likely to repeat it. The texts are searched, not parsed: one may be cut short, or nested deeper than the stack.
 */
export function secretCutter(source: string): <T>(value: T) => T {
  const field = new RegExp(`"(?:${secretFields.join('|')})"\\s*:\\s*"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)`, 'g');
  const forms = [...source.matchAll(field)].flatMap(([, escaped = '']) => {
    const secret = attempt((): string => JSON.parse(`"${escaped}"`)) ?? '';
    // A token is also known without the scheme before it (D11). Half of a surrogate pair has no encoded form.
    return [escaped, secret, secret.replace(/^AT /, ''), attempt(() => encodeURIComponent(secret)) ?? ''];
  });
  // The longest first, or the rest of a secret would be left around a shorter one.
  forms.sort((a, b) => b.length - a.length);
  const cut = (text: string, shortest: number) =>
    forms.reduce((rest, form) => (form.length < shortest ? rest : rest.replaceAll(form, '***')), text);
  return (value) =>
    JSON.parse(JSON.stringify(value), (key, part) =>
      // A user who typed the password "1" must still get the code that says that it is wrong.
      typeof part === 'string' ? cut(part, key === 'code' ? 4 : 1) : part,
    );
}
