/** The text of a body, or nothing if it is over 1 MiB. Rejects if the connection breaks. */
export async function readBody(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  // A length header counts compressed bytes, and may be absent: what arrives is counted.
  let room = 2 ** 20;
  for (;;) {
    const value = (await reader?.read())?.value;
    room -= value?.length ?? 0;
    if (room < 0) return undefined;
    text += decoder.decode(value, { stream: !!value });
    if (!value) return text;
  }
}
