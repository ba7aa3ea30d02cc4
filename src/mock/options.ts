import type { RequestLogEntry } from './log.js';

/** How to start the mock. */
export interface StartMockOptions {
  /** TCP port; `0` picks a free one. @default 0 */
  readonly port?: number | undefined;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** How long each response of an operation waits: milliseconds such as `800`, or a range such as `'200-1200'`. @default no wait */
  readonly delay?: number | string | undefined;
  /** Whether sessions keep the published times, which are long ago, instead of starting now. @default false */
  readonly publishedTimes?: boolean | undefined;
  /** Receives an entry for each request except `OPTIONS`. Entries hold no body and no value of a field. @default nothing is logged */
  readonly log?: ((entry: RequestLogEntry) => void) | undefined;
}

/** The default port of the command. */
export const standardPort = 4010;

/** Reports an option with an invalid value. */
export class MockOptionError extends TypeError {
  override readonly name = 'MockOptionError';
  /** The option. The message begins with it. */
  readonly option: keyof StartMockOptions;

  constructor(option: keyof StartMockOptions, problem: string, options?: ErrorOptions) {
    super(`${option} ${problem}`, options);
    this.option = option;
  }
}

/** Creates the error for an invalid port. */
export const invalidPort = (given: string): MockOptionError =>
  new MockOptionError('port', `must be a number from 0 to 65535, got ${given}`);

/** Checks that options are an object with known names only. The error never quotes a value. */
export function checkOptionNames(caller: string, options: unknown, known: readonly string[]): void {
  const available = `the options of ${caller} are ${known.join(', ')}`;
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${caller} takes an object of options: ${available}`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`Unknown option ${JSON.stringify(unknown)}: ${available}`);
}

/** How long a response waits, in milliseconds: a random time from `min` to `max`. */
export type Delay = Readonly<{ min: number; max: number }>;

/** The longest delay, in milliseconds. */
export const maxDelay = 60_000;

/** Describes a valid delay, for messages. */
export const delayForm = `milliseconds such as 800, or a range such as 200-1200, up to ${maxDelay}`;

/** Reads a delay such as `800` or `200-1200`, in milliseconds. Returns `undefined` for any other text. */
export function parseDelay(text: string): Delay | undefined {
  const [, first, second] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const delay = { min: Number(first), max: Number(second ?? first) };
  return delay.min <= delay.max && delay.max <= maxDelay ? delay : undefined;
}

/** Returns a random time from a delay, in milliseconds. */
export const pickDelay = ({ min, max }: Delay): number => Math.round(min + Math.random() * (max - min));

/** Reads the option `delay`. */
export function checkDelay(delay: number | string | undefined): Delay | undefined {
  if (delay === undefined) return undefined;
  const parsed = parseDelay(String(typeof delay === 'number' ? Math.round(delay) : delay));
  if (parsed) return parsed;
  throw new MockOptionError('delay', `must be ${delayForm}`);
}

/** Reads an option that is true or false. */
export function checkFlag(name: string, flag: boolean | undefined): boolean {
  if (flag !== undefined && typeof flag !== 'boolean') throw new TypeError(`${name} must be true or false`);
  return flag ?? false;
}

/** Checks the options of the server, and adds the defaults. */
export function checkOptions(options: StartMockOptions) {
  checkOptionNames('startMock', options, ['port', 'host', 'delay', 'publishedTimes', 'log']);
  const { port = 0, host = '127.0.0.1', delay, publishedTimes, log } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw invalidPort(typeof port === 'number' ? String(port) : `a value of type ${typeof port}`);
  // With an empty address, Node would listen on all addresses.
  if (typeof host !== 'string' || host.trim() === '')
    throw new MockOptionError('host', 'must be an address: 127.0.0.1 for this machine alone, 0.0.0.0 for the network');
  if (log !== undefined && typeof log !== 'function') throw new MockOptionError('log', 'must be a function');
  return { port, host, delay: checkDelay(delay), publishedTimes: checkFlag('publishedTimes', publishedTimes), log };
}

/** Checks that the platform has these global names. */
export function requireGlobals(...names: readonly string[]): void {
  const missing = names.filter((name) => Reflect.get(globalThis, name) === undefined);
  if (missing.length === 0) return;
  throw new TypeError(
    `The mock needs ${missing.join(' and ')}, which this environment lacks: in Jest, choose testEnvironment 'node', or set it up there`,
  );
}
