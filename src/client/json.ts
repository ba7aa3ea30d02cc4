/** Returns a body as JSON, or an empty text if it has none. A body is serialized once, so that the same text is validated and sent. */
export function serializeJson(body: unknown): string {
  try {
    return JSON.stringify(body) ?? '';
  } catch {
    // The platform's message may quote the body.
    return '';
  }
}

/** A JSON value. */
interface Json {
  readonly value: unknown;
  /** The same value with its long integers as strings, so that they keep all digits. */
  readonly exact: unknown;
}

/** Parses JSON in linear time. Returns an empty object for other text. */
export function parseJson(text: string): Partial<Json> {
  try {
    const value: unknown = JSON.parse(text);
    // A number keeps 15 digits. Longer integers become strings.
    if (!/[:[,\s-]\d{16}/.test(text)) return { value, exact: value };
    let isInString = false;
    const quoted = text.replace(/\\.|"|-?\d[\d.eE+-]*/g, (token) => {
      if (token === '"') isInString = !isInString;
      return !isInString && /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
    });
    return { value, exact: JSON.parse(quoted) };
  } catch {
    return {};
  }
}
