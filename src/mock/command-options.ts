import { parseArgs } from 'node:util';
import { maxDelay } from './delay.js';
import type { StartMockOptions } from './options.js';

/** What the command line asks for. */
export interface CommandOptions extends Pick<StartMockOptions, 'delay' | 'spec' | 'docs'> {
  readonly port: number;
  readonly host: string;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** Says that the command line cannot be read. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/** The port of the command, when none is given. */
export const standardPort = 4010;

/** The text of `--help`: fits a terminal of 80 columns and 24 lines. */
export const usage = `Usage: koodrive-auth-mock [options]

Answers KooDrive login and registration from the spec's examples, and serves
the docs. Keeps no state.

  -p, --port NUMBER   port, 0 for any that is free      (default ${standardPort})
      --host ADDRESS  address to listen on              (default 127.0.0.1)
      --delay TIME    milliseconds answers wait: 800 or 200-1200, up to ${maxDelay}
      --spec FILE     serve another bundled spec, JSON or YAML
      --docs FILE     serve another page as docs
      --json          log as one line of JSON per request
  -q, --quiet         log no requests
  -h, --help          show this
      --version       show the version

A request chooses its answer with a test number as its account or phone, or
with a header:
  Prefer: code=429              Prefer: code=400, example=wrongPassword
  x-mock-delay: 800`;

/**
 * Reads the command line.
 *
 * @throws {CommandLineError} when an option is unknown or lacks its value.
 */
export function readCommandLine(args: readonly string[]): CommandOptions {
  const { values } = parse(args);
  const port = values.port === undefined ? standardPort : Number(values.port || Number.NaN);
  return {
    port,
    host: values.host ?? '127.0.0.1',
    ...(values.delay !== undefined && { delay: values.delay }),
    ...(values.spec !== undefined && { spec: values.spec }),
    ...(values.docs !== undefined && { docs: values.docs }),
    quiet: values.quiet ?? false,
    json: values.json ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', short: 'p' },
        host: { type: 'string' },
        delay: { type: 'string' },
        spec: { type: 'string' },
        docs: { type: 'string' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node takes what begins with a dash for an option, and says so in three lines.
    const [, option] = /'(--\w+)=-XYZ'/.exec(message) ?? [];
    const [sentence] = option
      ? [`${option} needs a value, and what follows it begins with a dash`]
      : message.split(/\.\s/);
    throw new CommandLineError(`${sentence}; see --help`);
  }
}
