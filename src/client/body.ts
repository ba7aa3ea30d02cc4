/** The text of a body, or nothing if it is over 1 MiB. Rejects if the connection breaks. */
export async function readBody(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let last: Uint8Array | undefined;
  // A length header counts compressed bytes, and may be absent: what arrives is counted.
  let room = 2 ** 20;
  while (room >= 0) {
    const bytes = (await reader?.read())?.value;
    // One chunk late: a body that comes whole, as nearly all do, is decoded quicker when that is known.
    if (last) text += decoder.decode(last, { stream: !!bytes });
    if (!bytes) return text;
    room -= bytes.length;
    last = bytes;
  }
  return undefined;
}
