import { styleText as paint, parseArgs } from 'node:util';
import { version } from '../../package.json';
import type { Contract, Operation } from '../contract/contract.js';
import { ContractError } from '../contract/openapi.js';
import { testNumbers } from '../contract/test-numbers.js';
import { jsonLine, printable, textLine } from './log.js';
import { invalidPort, MockOptionError, maxDelay, standardPort } from './options.js';
import { prismVersion } from './prism.js';
import { mockNumbers } from './simulate.js';
import { type ReloadableMock, start } from './start.js';

/** The text of `--help`. It fits a terminal of 80 columns and 24 lines. */
export const usage = `Usage: koodrive-auth-mock [options]

Responds to KooDrive login and registration with the examples of the spec, and
serves the docs. Keeps no state.

  -p, --port NUMBER      port to listen on, or 0 for a free one (default ${standardPort})
      --host ADDRESS     address to listen on (default 127.0.0.1)
      --delay TIME       wait before each response, in milliseconds up to ${maxDelay}:
                         800, or a random time such as 200-1200
      --published-times  keep the published times: sessions have expired
      --json             log each request as a line of JSON
  -q, --quiet            do not log requests
  -h, --help             show this text
      --version          show the version

To select a response, send a test number as account or phone. The mock lists
the test numbers when it starts, and so do its docs. Or send one of these
headers with a valid request:

  Prefer: example=wrongPassword    Prefer: code=429    Prefer: dynamic=true
  x-mock-delay: 800`;

/** The process that started this one. It may be gone before the mock listens. */
const parent = process.ppid;

/** Runs the command. Returns the mock, or `undefined` if the command only printed something or could not start. */
export async function runCommand(args: readonly string[]): Promise<ReloadableMock | undefined> {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const warn = (text: string): void => void process.stderr.write(`koodrive-auth-mock: ${printable(text, 1000)}\n`);
  try {
    const { quiet, json, help, version: showVersion, port, ...options } = readCommandLine(args);
    if (help) return void print(usage);
    if (showVersion) return void print(`${version} (Prism ${prismVersion})`);
    if (!/^\d+$/.test(port)) throw invalidPort(JSON.stringify(port));
    const mock = await start({
      ...options,
      port: Number(port),
      ...(!quiet && { log: (entry) => print(json ? jsonLine(entry) : textLine(entry)) }),
    });
    endOnSignal(mock);
    // The mock continues when a reader of its log ends, such as `head`.
    process.stdout.on('error', () => {});
    if (json) print(JSON.stringify({ time: new Date().toISOString(), event: 'listening', url: mock.url }));
    else print(quiet ? `Mock on ${mock.url}` : banner(mock.url, mock.contract));
    if (!/^(127(\.\d+){1,3}|localhost|::1)$/.test(options.host))
      warn(`--host ${options.host} opens the mock to the network: other machines can reach it`);
    return mock;
  } catch (error) {
    // The message of a MockOptionError begins with the name of the option.
    if (error instanceof MockOptionError) warn(`--${error.message}`);
    else if (error instanceof CommandLineError || error instanceof ContractError) warn(error.message);
    else throw error;
    process.exitCode = 1;
    return undefined;
  }
}

class CommandLineError extends Error {}

function readCommandLine(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', short: 'p', default: String(standardPort) },
        host: { type: 'string', default: '127.0.0.1' },
        delay: { type: 'string' },
        'published-times': { type: 'boolean' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
    const { 'published-times': publishedTimes, ...others } = values;
    return { ...others, publishedTimes };
  } catch (error) {
    // Node explains some mistakes in several sentences.
    const [problem] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new CommandLineError(`${problem}; see --help`);
  }
}

/** Ends the process on a signal, or when the npm that started it ends: a shell between them may not forward the signal. */
function endOnSignal(mock: ReloadableMock): void {
  let isClosing = false;
  const end = (): void => {
    if (isClosing) process.exit(0);
    isClosing = true;
    void mock.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if ((process.env['npm_command'] ?? process.env['npm_lifecycle_event']) === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 200);
  timer.unref();
}

/** Returns what the command prints when the mock listens: the addresses, a request to paste, and the test numbers. */
export function banner(url: string, contract: Contract, platform = process.platform): string {
  const { operations } = contract;
  const [operation] = operations;
  const ofContract = testNumbers(contract);
  const numbers = [
    ...ofContract.map(({ number, status, example }) => [number, `${status} ${example}`] as const),
    ...mockNumbers.map(({ number, name }) => [number, name] as const),
  ];
  const half = Math.ceil(numbers.length / 2);
  const cells = numbers.map(([number, outcome]) => `  ${paint('dim', number)}  ${outcome.padEnd(24)}`);
  const fields = new Set(operations.flatMap(({ request }) => request?.testFields ?? []));
  const exclusive = operations.flatMap(({ id }) => {
    const own = ofContract.filter((one) => one.operations.length === 1 && one.operations[0] === id);
    return own.length > 0 ? [`Only for ${id}: ${own.map(({ example }) => example).join(', ')}`] : [];
  });
  return [
    `Mock of ${paint('bold', `${contract.title} ${contract.version}`)} on ${paint('cyan', url)}`,
    `${paint('dim', 'Docs:')} ${url}/   ${paint('dim', 'Spec:')} ${url}/openapi.yaml`,
    '',
    'Send a request:',
    ...(operation ? requestToPaste(url, operation, platform) : []),
    '',
    `Send a test number as ${[...fields].join(' or ')} to get its response:`,
    ...cells.slice(0, half).map((cell, index) => (cell + (cells[index + half] ?? '')).trimEnd()),
    ...exclusive,
    '',
    paint('dim', 'Press Ctrl+C to stop.'),
    '',
  ].join('\n');
}

/** Returns a command that sends an operation's first example. On Windows Node sends it: each shell there quotes in another way. */
function requestToPaste(url: string, { path, method, parameters, request }: Operation, platform: string): string[] {
  const required = parameters
    .filter((parameter) => parameter.required)
    .map(({ name }) => [name, 'my-carrier'] as const);
  const headers = Object.fromEntries([['content-type', 'application/json'], ...required]);
  const body = JSON.stringify(request?.examples[0]?.body);
  if (platform === 'win32') {
    const init = `{method:'${method}',headers:${JSON.stringify(headers)},body:JSON.stringify(${body})}`;
    return [`  node -e "fetch('${url}${path}',${init.replaceAll('"', "'")}).then(r=>r.text()).then(console.log)"`];
  }
  const fields = Object.entries(headers).map(([name, value]) => ` -H '${name}: ${value}'`);
  return [`  curl ${url}${path} \\`, `   ${fields.join('')} \\`, `    -d '${body.replaceAll("'", "'\\''")}'`];
}
