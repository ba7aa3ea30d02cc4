import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { ContractError } from '../contract/openapi.js';
import { MockOptionError, type RunningMock, type StartMockOptions, startMock } from '../mock.js';
import { banner } from './banner.js';
import { jsonLine, painter, printable, textLine } from './log.js';
import { maxDelay, standardPort } from './options.js';
import { prismVersion } from './prism.js';

/** The text of `--help`: fits a terminal of 80 columns and 24 lines. */
export const usage = `Usage: koodrive-auth-mock [options]

Answers KooDrive login and registration from the spec's examples, and serves
the docs. Keeps no state.

  -p, --port NUMBER      port, 0 for any that is free   (default ${standardPort})
      --host ADDRESS     address to listen on           (default 127.0.0.1)
      --delay TIME       milliseconds answers wait: 800 or 200-1200, up to ${maxDelay}
      --published-times  keep the times of the spec: its sessions are over
      --spec FILE        serve another bundled spec, JSON or YAML
      --docs FILE        serve another page as docs
      --json             log as one line of JSON per request
  -q, --quiet            log no requests
  -h, --help             show this
      --version          show the version

A request chooses its answer with a test number as its account or phone, or
with a header:
  Prefer: code=429              Prefer: code=400, example=wrongPassword
  x-mock-delay: 800`;

/** The process that started this one, read as soon as this one runs: it may be gone before the mock listens. */
const parent = process.ppid;

/**
 * Runs the mock's command until a signal ends the process.
 *
 * @param args the command line, without the names of program and file.
 * @returns the mock, or nothing when the command only had something to say or could not start. Then the exit code is set.
 */
export async function runCommand(args: readonly string[]): Promise<RunningMock | undefined> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const warn = (text: string): void =>
    void process.stderr.write(`koodrive-auth-mock: ${printable(text, maxWarningLength)}\n`);
  try {
    const { quiet, json, help, version: versionAsked, ...options } = readCommandLine(args);
    if (help) return void say(usage);
    if (versionAsked) return void say(`${version} (Prism ${prismVersion})`);
    const paint = painter(process.stdout.isTTY, process.env);
    const mock = await startMock({
      ...options,
      ...(!quiet && { log: (entry) => say(json ? jsonLine(entry) : textLine(entry, paint)) }),
    });
    endOnSignal(mock);
    if (process.env['npm_command'] ?? process.env['npm_lifecycle_event']) endWithParent(mock);
    if (json) say(JSON.stringify({ time: new Date().toISOString(), event: 'listening', url: mock.url }));
    else say(quiet ? `Mock on ${mock.url}` : banner(mock.url, mock.contract, paint));
    // A reader of the log that goes away, such as `head`, is no reason to stop answering.
    process.stdout.on('error', () => {});
    if (await isOpenToNetwork(options.host))
      warn(`--host ${options.host} opens the mock to the network: other machines can reach it`);
    return mock;
  } catch (error) {
    if (!isExpected(error)) throw error;
    // Its message begins with the name of an option.
    warn(error instanceof MockOptionError ? `--${error.message}` : error.message);
    process.exitCode = 1;
    return undefined;
  }
}

const maxWarningLength = 1000;

/** Says that the command line cannot be read. */
class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

const isExpected = (error: unknown): error is Error =>
  [CommandLineError, MockOptionError, ContractError].some((expected) => error instanceof expected);

/** What the command line asks for. */
interface CommandOptions extends Omit<StartMockOptions, 'log'> {
  readonly host: string;
  readonly quiet?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly version?: boolean | undefined;
}

function readCommandLine(args: readonly string[]): CommandOptions {
  try {
    const {
      port,
      'published-times': publishedTimes,
      ...others
    } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', short: 'p', default: String(standardPort) },
        host: { type: 'string', default: '127.0.0.1' },
        delay: { type: 'string' },
        'published-times': { type: 'boolean' },
        spec: { type: 'string' },
        docs: { type: 'string' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    }).values;
    return { ...others, publishedTimes, port: port === '' ? Number.NaN : Number(port) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node takes what begins with a dash for an option, and says so in three lines.
    const [, option] = /'(--[\w-]+)=-XYZ'/.exec(message) ?? [];
    const [sentence] = option
      ? [`${option} needs a value, and what follows it begins with a dash`]
      : message.split(/\.\s/);
    throw new CommandLineError(`${sentence}; see --help`);
  }
}

/** Ends the process on the first signal, once the mock has closed, and on a second one at once. */
function endOnSignal(mock: RunningMock): void {
  let closing = false;
  const end = (): void => {
    if (closing) process.exit(0);
    closing = true;
    void mock.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/**
 * Ends the process when the one that started it has ended. A package manager hands a signal to a shell, and some shells end without a
 * word to the program that they run, which would keep its port for ever.
 */
function endWithParent(mock: RunningMock): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void mock.close().finally(() => process.exit(0));
  }, 200);
  timer.unref();
}

/** Whether other machines may reach what listens on an address, or on the address of a name. */
export async function isOpenToNetwork(host: string): Promise<boolean> {
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8);
  loopback.addAddress('::1', 'ipv6');
  const { address, family } = await lookup(host);
  return !loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
