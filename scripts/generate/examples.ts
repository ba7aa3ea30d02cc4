import type { Contract, Operation } from '../../src/contract/contract.js';
import { docComment, pascalCase } from './text.js';

/** Emits every named example of the spec as a typed constant. */
export function emitExamples({ operations }: Contract): string {
  const imported = operations.map(({ id }) => `${pascalCase(id)}Request`);
  return `
import type { ${imported.join(', ')} } from './domain.js';

/** An example of a response: its status, its body, and the test numbers that select it in the mock. */
export interface ResponseExample<Body = unknown> {
  /** The HTTP status. */
  readonly status: number;
  /** What happened, in a few words. */
  readonly summary: string;
  /** Whether the code and the message are made up, since the publisher does not list them. */
  readonly illustrative: boolean;
  /** Values of \`account\` or \`phone\` that select this example in the mock. */
  readonly testNumbers: readonly string[];
  readonly body: Body;
}

${operations.map(emitOperation).join('\n\n')}

/** Every named example, by operation. */
export const examples = { ${operations.map(({ id }) => id).join(', ')} } as const;
`;
}

function emitOperation({ id, request, examples }: Operation): string {
  const requests = (request?.examples ?? []).map(
    ({ key, body }) => `${key}: ${JSON.stringify(body)} satisfies ${pascalCase(id)}Request,`,
  );
  const responses = examples.map(({ key, status, summary, illustrative, testNumbers, body }) => {
    const known = JSON.stringify({ status, summary, illustrative }).slice(1, -1);
    // A tuple: with an array, `testNumbers[0]` would be `string | undefined`.
    const numbers = `${JSON.stringify(testNumbers)} as const`;
    const value = `{ ${known}, testNumbers: ${numbers}, body: ${JSON.stringify(body)} }`;
    return `${docComment(`${summary}.`)}\n${key}: ${value} satisfies ResponseExample,`;
  });
  return `
/** The examples of \`${id}\`. */
export const ${id} = {
requests: {
${requests.join('\n')}
},
responses: {
${responses.join('\n')}
},
} as const;`;
}
