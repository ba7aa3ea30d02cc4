import type { Operation, ResponseExample } from '../contract/contract.js';
import { isObject } from '../contract/openapi.js';
import { mockNumbers, type Simulation } from './simulate.js';

/** What a caller requests with the `Prefer` header. */
export interface Preference {
  readonly example?: ResponseExample;
  /** Whether to generate the response from the schema. */
  readonly dynamic: boolean;
  /** Makes generated responses repeatable. */
  readonly seed: string | undefined;
}

/** A preference that cannot be met: why, and what the operation has. It never quotes the header. */
export type UnsatisfiablePreference = Readonly<{ problem: string }>;

/** What to respond to a valid request. */
export interface Selection {
  readonly example: ResponseExample | undefined;
  /** Whether a test number of the contract selected the example. */
  readonly byNumber: boolean;
  readonly simulation: Simulation | undefined;
}

/** Selects the response to a valid request: by the `Prefer` header, else by a test number in the body, else the first success. */
export function selectExample(operation: Operation, body: unknown, { example }: Preference): Selection {
  if (example) return { example, byNumber: false, simulation: undefined };
  const { examples, request } = operation;
  const fields = request?.testFields ?? [];
  const values = fields.map((field) => (isObject(body) && Object.hasOwn(body, field) ? body[field] : undefined));
  const numbered = examples.find(({ testNumbers }) => testNumbers.some((number) => values.includes(number)));
  return {
    example: numbered ?? examples.find(({ status }) => isSuccess(status)),
    byNumber: numbered !== undefined,
    simulation: mockNumbers.find(({ number }) => values.includes(number))?.name,
  };
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

const preferences = ['code', 'example', 'dynamic', 'seed'];
/** Preferences that HTTP registers. Servers may ignore them, and the mock does. */
const registered = ['respond-async', 'return', 'wait', 'handling', 'depth-noroot', 'safe', 'odata', 'transclude'];

/** Reads the `Prefer` header. Unlike Prism it finds an example by its key alone. */
export function readPreference(operation: Operation, header: string | undefined): Preference | UnsatisfiablePreference {
  const given = new Map<string, string>();
  for (const [name, value] of parsePreferences(header ?? '')) {
    if (registered.includes(name)) continue;
    if (!preferences.includes(name)) return unsatisfiable(operation, 'Prefer has a name that the mock does not know');
    if (!given.has(name)) given.set(name, value);
  }
  const [code, key, dynamic, seed] = preferences.map((name) => given.get(name));
  if (code !== undefined && !/^\d{3}$/.test(code)) return unsatisfiable(operation, 'Prefer: code must be a status');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false')
    return unsatisfiable(operation, 'Prefer: dynamic must be true or false');
  const options = { dynamic: dynamic === 'true', seed };
  if (code === undefined && key === undefined) return options;
  const example = findExample(operation, code === undefined ? undefined : Number(code), key);
  if (example) return { ...options, example };
  const missing =
    key === undefined ? 'example of that status' : code === undefined ? 'such example' : 'such example of that status';
  return unsatisfiable(operation, `Prefer: ${operation.id} has no ${missing}`);
}

/** Finds the example with a status, a key, or both. */
function findExample(
  { examples }: Operation,
  status: number | undefined,
  key: string | undefined,
): ResponseExample | undefined {
  const named = examples.filter((example) => key === undefined || example.key === key);
  if (status === undefined) return named.find((example) => isSuccess(example.status)) ?? named[0];
  const exact = named.find((example) => example.status === status);
  if (exact) return exact;
  // As in Prism, `default` stands for any other status of a failure.
  if (status < 400 || status > 599 || examples.some((example) => example.status === status)) return undefined;
  const other = named.find(({ response }) => response === 'default');
  return other && { ...other, status };
}

function unsatisfiable({ examples }: Operation, problem: string): UnsatisfiablePreference {
  const names = examples.map(({ key, status }) => `${key} (${status})`).join(', ');
  return { problem: `${problem}. Available: example=NAME or code=STATUS of ${names}; dynamic=true; seed=TEXT` };
}

/** The texts between commas and semicolons, unless these stand in quotes. One pass reads any header. */
const parts = /[^,;"]*(?:"[^"\\]*(?:\\.[^"\\]*)*"?[^,;"]*)*/gs;

/** Splits `a=1, b="x, y"; c` into names, in lower case, and values without quotes. */
function parsePreferences(header: string): [name: string, value: string][] {
  return Array.from(header.matchAll(parts), ([part]): [string, string] => {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    return [name.trim().toLowerCase(), unquote(value)];
  }).filter(([name]) => name !== '');
}

const unquote = (value: string): string =>
  value.replace(/^"(.*?)"?$/s, (_, text: string) => text.replaceAll(/\\(.)/gs, '$1'));
