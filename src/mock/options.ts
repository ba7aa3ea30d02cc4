import type { RequestLogEntry } from './log.js';

/** How to start the mock. */
export interface StartMockOptions {
  /** TCP port; `0` picks a free one. @default 0 */
  readonly port?: number | undefined;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** How long each answer waits: milliseconds such as `800`, or a range such as `'200-1200'`. @default no wait */
  readonly delay?: number | string | undefined;
  /** Whether `issuedAt` is the time in the spec, which is long ago, instead of the present. @default false */
  readonly publishedTimes?: boolean | undefined;
  /** Path of another bundled spec to serve, in JSON or YAML. @default the spec of this package */
  readonly spec?: string | undefined;
  /** Path of the page to serve as docs. @default the docs of this package */
  readonly docs?: string | undefined;
  /** Is told of each answered request. Entries hold no body and no value of a field. @default nothing is logged */
  readonly log?: ((entry: RequestLogEntry) => void) | undefined;
}

/** The port of the command, when none is given. */
export const standardPort = 4010;

/** Says that an option has a value that it cannot have. */
export class MockOptionError extends TypeError {
  override readonly name = 'MockOptionError';
  /** The option. The message begins with it. */
  readonly option: keyof StartMockOptions;

  constructor(option: keyof StartMockOptions, problem: string, options?: ErrorOptions) {
    super(`${option} ${problem}`, options);
    this.option = option;
  }
}

/** How long an answer waits, in milliseconds: a random time from `min` to `max`. */
export interface Delay {
  readonly min: number;
  readonly max: number;
}

/** The longest delay, in milliseconds. */
export const maxDelay = 60_000;

/** The request header that sets the delay of its answer. */
export const delayHeader = 'x-mock-delay';

/** Reads a delay such as `800` or `200-1200`, in milliseconds; `undefined` when it is neither. */
export function parseDelay(value: string): Delay | undefined {
  const [, first, second] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(value.trim()) ?? [];
  if (first === undefined) return undefined;
  const delay = { min: Number(first), max: Number(second ?? first) };
  return delay.min <= delay.max && delay.max <= maxDelay ? delay : undefined;
}

/** What a delay must look like, for messages. */
export const delayForm = `milliseconds such as 800, or a range such as 200-1200, up to ${maxDelay}`;

/** Picks a time of a delay, in milliseconds. */
export const pickDelay = ({ min, max }: Delay): number => Math.round(min + Math.random() * (max - min));

/** Checks a port. */
export function checkPort(port: number): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new MockOptionError('port', 'must be a number from 0 to 65535');
}

/** Checks an address to listen on. To Node an empty one means all of them. */
export function checkHost(host: string): string {
  if (host.trim() !== '') return host;
  throw new MockOptionError(
    'host',
    'must not be empty: 127.0.0.1 is for this machine alone, 0.0.0.0 for the network too',
  );
}

/** Checks what is told of each request. */
export function checkLog(log: StartMockOptions['log']): StartMockOptions['log'] {
  if (log === undefined || typeof log === 'function') return log;
  throw new MockOptionError('log', 'must be a function');
}

/** Checks a delay. */
export function checkDelay(delay: number | string | undefined): Delay | undefined {
  if (delay === undefined) return undefined;
  const parsed = parseDelay(typeof delay === 'number' && delay <= maxDelay ? String(Math.round(delay)) : String(delay));
  if (parsed) return parsed;
  throw new MockOptionError('delay', `must be ${delayForm}`);
}

/**
 * Checks that the platform has what is needed.
 *
 * @throws {TypeError} which names what is missing.
 */
export function requireGlobals(...names: readonly string[]): void {
  const missing = names.filter((name) => Reflect.get(globalThis, name) === undefined);
  if (missing.length === 0) return;
  throw new TypeError(
    `The mock needs ${missing.join(' and ')}, which this environment lacks: in Jest, choose testEnvironment 'node', or set it up there`,
  );
}
