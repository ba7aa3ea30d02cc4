import type { MockContract, MockOperation } from './contract.js';
import type { Paint } from './log.js';

/** What the command says when the mock listens: where it is, what to paste, and which numbers bring which answers. */
export function banner(url: string, contract: MockContract, paint: Paint): string {
  const rows = [
    ['docs', `${url}/`],
    ['spec', `${url}/openapi.yaml  ${url}/openapi.json`],
    ...contract.operations.map(({ id, method, path }) => [id, `${method} ${path}`]),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const [operation] = contract.operations;
  return [
    `${paint('bold', `${contract.title} ${contract.version}`)} mock on ${paint('cyan', url)}`,
    '',
    ...rows.map(([name = '', value]) => `  ${paint('dim', name.padEnd(width))}  ${value}`),
    '',
    ...(operation ? [...curl(url, operation), ''] : []),
    ...testNumbers(contract, paint),
    paint('dim', 'Ctrl+C stops it.'),
    '',
  ].join('\n');
}

/** A command that calls an operation with its first example. */
function curl(url: string, { path, method, headers, mediaTypes, requests }: MockOperation): string[] {
  const body = requests[0]?.body;
  const lines = [
    `  curl ${method === 'POST' ? '' : `-X ${method} `}${url}${path}`,
    ...headers.filter(({ required }) => required).map(({ name }) => `-H '${name}: my-carrier'`),
    ...(body === undefined ? [] : [`-H 'content-type: ${mediaTypes[0]}'`, `-d ${quote(JSON.stringify(body))}`]),
  ];
  return lines.map((line, index) => `${index === 0 ? line : `    ${line}`}${index < lines.length - 1 ? ' \\' : ''}`);
}

/** Quotes text for a shell. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The test numbers of all operations, each with the answer that it brings. */
function testNumbers({ operations }: MockContract, paint: Paint): string[] {
  const answers = new Map<string, { answer: string; operations: string[] }>();
  for (const { id, examples } of operations)
    for (const { testNumbers: numbers, status, key } of examples)
      for (const number of numbers) {
        const answer = `${status} ${key}`;
        const name = `${number} ${answer}`;
        answers.set(name, { answer, operations: [...(answers.get(name)?.operations ?? []), id] });
      }
  if (answers.size === 0) return [];
  const rows = [...answers].map(([name, row]) => ({ ...row, number: name.slice(0, name.indexOf(' ')) }));
  const width = Math.max(...rows.map(({ answer }) => answer.length));
  const line = ({ number, answer, operations: ids }: (typeof rows)[number]) =>
    ids.length === operations.length
      ? `  ${number}  ${answer}`
      : `  ${number}  ${answer.padEnd(width)}  ${paint('dim', `${ids.join(', ')} only`)}`;
  return ['  Test numbers, as account or phone:', ...rows.sort((a, b) => (a.number < b.number ? -1 : 1)).map(line), ''];
}
