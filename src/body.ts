/** The most that is read of a body, in bytes. */
const limit = 2 ** 20;

/** The bytes of a body, or nothing if there are more than the limit: the rest is then still on its way. */
export async function readBody(response: Response): Promise<Uint8Array | undefined> {
  // The length header counts compressed bytes, and may be absent: it can refuse early, but what arrives is counted.
  if (Number(response.headers.get('content-length')) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) return undefined;
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) {
    size -= chunk.length;
    bytes.set(chunk, size);
  }
  return bytes;
}
