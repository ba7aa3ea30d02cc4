import { attempt } from './check.js';

/**
 * The text of a body, or nothing if it is over 1 MiB or not UTF-8: an invalid byte would else become a character of a token.
 * Rejects if the connection breaks.
 */
export async function readBody(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  // A length header counts compressed bytes, and may be absent: what arrives is counted.
  let room = 2 ** 20;
  for (;;) {
    const value = (await reader?.read())?.value;
    room -= value?.length ?? 0;
    const piece = attempt(() => decoder.decode(value, { stream: !!value }));
    if (piece === undefined || room < 0) return undefined;
    text += piece;
    if (!value) return text;
  }
}
