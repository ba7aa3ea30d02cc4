import { failureCodes, secretFields } from '../../generated/client.js';

/** What stands in the place of a secret. */
const mask = '***';

/** What one exchange may hold, or no foreign word is told: an honest one has five secrets, twenty values, and is three deep. */
const maxSecrets = 20;
const maxValues = 1_000;
const maxDepth = 100;

/** How often a text may have been encoded, one encoding in the other: as JSON, then in a URL or as HTML. */
const maxEncodings = 3;

/** How many encodings may be mixed in one text before nothing of it is told. */
const maxRounds = 4;

/** Of a secret that is longer, its begin is looked for. Encoded, that is shorter than what is looked at past the end of what is told. */
const maxLength = 300;
const margin = 2_000;

/** Makes foreign words fit to be told: at most so many characters of them, without secrets. */
export interface Filter {
  text(words: string, limit: number): string;
  /** The same for a code, which is what callers decide by: a secret that is a part of its digits does not change it. */
  code(code: string): string;
}

/** Makes the filter for what was sent and what came back. Its work grows with their size, and hardly with the number of secrets. */
export function createFilter(exchanged: readonly unknown[]): Filter {
  const secrets = findSecrets(exchanged);
  if (!secrets) return { text: () => mask, code: (code) => (failureCodes.includes(code) ? code : mask) };
  // The longest first, or the rest of a secret would be left around a shorter one.
  const forms = [...secrets].flatMap(formsOf).sort((a, b) => b.length - a.length);
  const begins = forms.filter(({ length }) => length > maxLength).map((form) => form.slice(0, maxLength));

  const hide = (text: string): string => {
    let pieces = [text.replace(quoted, `$1${mask}`)];
    // The masks are put in last, so that none of them is taken for a secret.
    for (const form of forms) {
      // A password such as "any" is hidden as a word: "many" does not repeat it.
      const isWord = /^\w{1,3}$/.test(form);
      pieces = pieces.flatMap((piece) => piece.split(isWord ? RegExp(`\\b${form}\\b`) : form));
    }
    const hidden = pieces.join(mask);
    const begin = begins.find((begin) => hidden.includes(begin));
    return begin === undefined ? hidden : hidden.slice(0, hidden.indexOf(begin)) + mask;
  };

  const tell = (words: string, limit: number): string => {
    const end = limit + margin;
    let told = hide(words.slice(0, end));
    for (let round = 0; round < maxRounds; round++) {
      const leak = readingsOf(told).find((reading) => hide(reading) !== reading);
      // At the end of what was looked at may be a part of a secret.
      if (leak === undefined) return told.slice(0, words.length > end ? Math.min(limit, told.length - margin) : limit);
      // What held an encoded secret is told decoded.
      told = hide(leak);
    }
    return mask;
  };
  return {
    text: tell,
    code: (code) => {
      if (failureCodes.includes(code)) return code;
      const [, number] = /^(?:[A-Z]+\.)?(\d{1,9})$/.exec(code) ?? [];
      if (number === undefined) return tell(code, 100);
      return forms.includes(code) || forms.includes(number) ? mask : code;
    },
  };
}

/** The values of secret fields, also in strings that hold JSON; nothing if the exchange holds more than an honest one. */
function findSecrets(exchanged: readonly unknown[]): Set<string> | undefined {
  const secrets = new Set<string>();
  let isHonest = true;
  let values = 0;
  const search = (value: unknown, isSecret: boolean, depth: number): void => {
    isHonest &&= ++values < maxValues && depth < maxDepth && secrets.size <= maxSecrets;
    if (Array.isArray(value) && value.length > maxValues) isHonest = false;
    if (!isHonest) return;
    if (typeof value === 'object') {
      for (const key in value) {
        if (!isHonest) break;
        search(Reflect.get(value, key), isSecret || secretFields.includes(key), depth + 1);
      }
    } else if (isSecret) {
      secrets.add(`${value}`);
    } else if (typeof value === 'string' && value.includes('"')) {
      const end = Math.max(value.lastIndexOf('}'), value.lastIndexOf(']')) + 1;
      search(parse(value) ?? parse(value.slice(value.search(/[[{]/), end)), false, depth + 1);
    }
  };
  search(exchanged, false, 0);
  secrets.delete('');
  return isHonest ? secrets : undefined;
}

/** JSON as a value, or nothing if it is none. */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A secret field with its value, in a text that holds JSON or a part of it. */
const quoted = /* @__PURE__ */ RegExp(`("(?:${secretFields.join('|')})"\\s*:\\s*"?)((?:\\\\.|[^"\\\\])+)`, 'gs');

/** A secret as it is, without the scheme of a token (D11), and as either is read when it stands in a URL with its plus signs. */
function formsOf(secret: string): string[] {
  const forms = [secret, secret.replace(/^AT /, '')];
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('+', ' ')]))];
}

/** What a text may mean, if it was encoded up to so many times. Each encoding alone: taken together, one would spoil another's secret. */
function readingsOf(text: string): string[] {
  const readings = new Set<string>();
  let latest = [text];
  for (let encodings = 0; encodings < maxEncodings; encodings++) {
    latest = latest
      .flatMap((reading) => decoders.map((decode) => decode(reading)))
      .filter((made) => !readings.has(made));
    for (const made of latest) readings.add(made);
  }
  return [...readings];
}

/** How to read what JSON, HTML, and URLs and forms write in the place of a character. */
const decoders: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/\\u([\da-f]{4})|\\(.)/gis, (_, hex: string | undefined, char: string) =>
      hex ? characterOf(hex, 16) : ({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[char] ?? char),
    ),
  (text) =>
    text.replace(/&#x([\da-f]{1,5});|&#(\d{1,6});|&(amp|lt|gt|quot|apos);/gi, (found, hex, decimal, name) => {
      if (hex ?? decimal) return hex ? characterOf(hex, 16) : characterOf(decimal, 10);
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[`${name}`.toLowerCase()] ?? found;
    }),
  (text) => text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, percentDecoded),
];

const characterOf = (number: string, radix: number): string => String.fromCodePoint(Number.parseInt(number, radix));

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Older systems write Latin-1.
    return text.replace(/%(..)/g, (_, hex) => characterOf(hex, 16));
  }
}
