import type { Contract, Operation } from '../contract/contract.js';
import { testNumbers } from '../contract/test-numbers.js';
import { type Paint, printable } from './log.js';
import { mockNumbers } from './simulate.js';

/** What the command says when the mock listens: where it is, what to paste, and which numbers bring which answers. */
export function banner(url: string, contract: Contract, paint: Paint, platform = process.platform): string {
  const rows = [
    ['docs', `${url}/  ${url}/reference.md`],
    ['spec', `${url}/openapi.yaml  ${url}/openapi.json`],
    ...contract.operations.map(({ id, method, path }) => [printable(id), printable(`${method} ${path}`)]),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const [operation] = contract.operations;
  return [
    `${paint('bold', printable(`${contract.title} ${contract.version}`))} mock on ${paint('cyan', url)}`,
    '',
    ...rows.map(([name = '', value]) => `  ${paint('dim', name.padEnd(width))}  ${value}`),
    '',
    ...(operation ? [...call(url, operation, platform), ''] : []),
    ...numbers(contract, paint),
    paint('dim', 'Ctrl+C stops it.'),
    '',
  ].join('\n');
}

/** A command that calls an operation with its first example. On Windows it is Node's, since each shell there quotes in a way of its own. */
function call(url: string, { path, method, parameters, request }: Operation, platform: string): string[] {
  const body = request?.examples[0]?.body;
  const required = parameters.filter((parameter) => parameter.in === 'header' && parameter.required);
  const headers = Object.fromEntries(required.map(({ name }) => [name, 'my-carrier']));
  if (body !== undefined) headers['content-type'] = request?.mediaTypes[0] ?? '';
  if (platform === 'win32') {
    const sent = body === undefined ? '' : `,body:JSON.stringify(${literal(body)})`;
    const init = `{method:'${method}',headers:${literal(headers)}${sent}}`;
    return [printable(`  node -e "fetch(${literal(url + path)},${init}).then(r=>r.text()).then(console.log)"`, 2000)];
  }
  const lines = [
    `  curl ${method === 'POST' ? '' : `-X ${method} `}${url}${path}`,
    ...Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body === undefined ? [] : [`-d ${quote(JSON.stringify(body))}`]),
  ].map((line) => printable(line, 2000));
  return lines.map((line, index) => `${index === 0 ? line : `    ${line}`}${index < lines.length - 1 ? ' \\' : ''}`);
}

/** A value in JavaScript that can stand in double quotes in any shell: in single quotes itself, and what a shell would read by its number. */
const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/\\[^"]|\\"|['$`%!]|[^ -~]/g, (found) =>
      /^\\[^"]/.test(found) ? found : `\\u${found.slice(-1).charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll('"', "'");

/** Quotes text for a shell. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The test numbers of the contract, each with the answer that it brings, and under a heading of their own those of the mock. */
function numbers(contract: Contract, paint: Paint): string[] {
  const { operations } = contract;
  const fields = [...new Set(operations.flatMap(({ request }) => request?.testFields ?? []))];
  if (fields.length === 0) return [];
  const rows = testNumbers(contract).map(({ number, status, example, operations: ids }) => ({
    number,
    answer: `${status} ${example}`,
    only: ids.length === operations.length ? '' : `${ids.join(', ')} only`,
  }));
  const width = Math.max(...rows.map(({ answer }) => answer.length));
  return [
    ...(rows.length > 0 ? ['  Test numbers, as an account or phone:'] : []),
    ...rows.map(({ number, answer, only }) =>
      only === ''
        ? printable(`  ${number}  ${answer}`)
        : `${printable(`  ${number}  ${answer.padEnd(width)}`)}  ${paint('dim', printable(only))}`,
    ),
    ...(rows.length > 0 ? [''] : []),
    '  Numbers of the mock, not of the contract:',
    ...mockNumbers.map(({ number, summary }) => `  ${number}  ${summary}`),
    '',
  ];
}
