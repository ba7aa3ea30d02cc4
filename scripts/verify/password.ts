/** What a prompt reads from: a terminal that can stop showing what is typed. */
export interface Terminal {
  readonly isTTY?: boolean;
  setRawMode(on: boolean): unknown;
  setEncoding(name: 'utf8'): unknown;
  on(event: 'data', listener: (typed: string) => void): unknown;
  off(event: 'data', listener: (typed: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Where a secret may come from. */
export interface PromptOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: Terminal;
  readonly output?: { write(text: string): unknown };
}

/**
 * A secret from the environment variable `name`, or else typed at the terminal, which does not show it.
 *
 * @throws {Error} when there is neither, or the person at the terminal gives up.
 */
export async function readSecret(
  name: string,
  question: string,
  { env = process.env, input = process.stdin, output = process.stderr }: PromptOptions = {},
): Promise<string> {
  const value = env[name];
  if (value) return value;
  if (!input.isTTY)
    throw new Error(`Set the environment variable ${name}, or run this in a terminal to be asked for it.`);
  output.write(`${question} (not shown): `);
  try {
    return await typed(input);
  } finally {
    output.write('\n');
  }
}

function typed(input: Terminal): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (): void => {
      input.off('data', read);
      input.setRawMode(false);
      input.pause();
    };
    const read = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n' || character === '\u0004') {
          end();
          resolve(text);
          return;
        }
        if (character === '\u0003') {
          end();
          reject(new Error('Nothing was sent.'));
          return;
        }
        // Raw mode leaves backspace to us.
        if (character === '\u007f' || character === '\b') text = [...text].slice(0, -1).join('');
        else text += character;
      }
    };
    input.setRawMode(true);
    input.setEncoding('utf8');
    input.on('data', read);
    input.resume();
  });
}
