import type { Operation, ResponseExample } from '../contract/contract.js';
import { isObject } from '../contract/openapi.js';
import { mockNumbers, type Simulation } from './simulate.js';

/** What a request asks for with the `Prefer` header. */
export interface Preference {
  readonly example?: ResponseExample;
  /** Whether to generate the response from the schema. */
  readonly dynamic: boolean;
  /** Makes generated responses repeatable. */
  readonly seed: string | undefined;
}

/** Why a preference cannot be met, and what the operation has. It never quotes the header. */
export type UnsatisfiablePreference = Readonly<{ problem: string }>;

/** How to respond to a valid request. */
export interface Selection {
  readonly example: ResponseExample | undefined;
  /** Whether a test number of the contract selected the example. */
  readonly byNumber: boolean;
  readonly simulation: Simulation | undefined;
}

/** Selects the response to a valid request: by an example in the `Prefer` header, else by a test number in the body, else the first success. */
export function selectExample(operation: Operation, body: unknown, { example }: Preference): Selection {
  if (example) return { example, byNumber: false, simulation: undefined };
  const { examples, request } = operation;
  const fields = request?.testFields ?? [];
  const values = fields.map((field) => (isObject(body) && Object.hasOwn(body, field) ? body[field] : undefined));
  const numbered = examples.find(({ testNumbers }) => testNumbers.some((number) => values.includes(number)));
  return {
    example: numbered ?? examples.find(({ status }) => status >= 200 && status < 300),
    byNumber: numbered !== undefined,
    simulation: mockNumbers.find(({ number }) => values.includes(number))?.name,
  };
}

const preferences = ['code', 'example', 'dynamic', 'seed'];
/** The registered preferences of HTTP. Servers may ignore them, and the mock does. */
const registered = ['respond-async', 'return', 'wait', 'handling', 'depth-noroot', 'safe', 'odata', 'transclude'];

/** Reads the `Prefer` header. Unlike Prism it finds an example by its key alone. */
export function readPreference(operation: Operation, header: string | undefined): Preference | UnsatisfiablePreference {
  const given = new Map<string, string>();
  for (const [name, value] of parsePreferences(header ?? '')) {
    if (registered.includes(name)) continue;
    if (!preferences.includes(name)) return unsatisfiable(operation, 'Prefer has a name that the mock does not know');
    if (!given.has(name)) given.set(name, value);
  }
  const { code, example: key, dynamic, seed } = Object.fromEntries(given);
  if (code !== undefined && !/^\d{3}$/.test(code)) return unsatisfiable(operation, 'Prefer: code must be a status');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false')
    return unsatisfiable(operation, 'Prefer: dynamic must be true or false');
  const options = { dynamic: dynamic === 'true', seed };
  if (code === undefined && key === undefined) return options;
  const example = findExample(operation, code === undefined ? undefined : Number(code), key);
  return example ? { ...options, example } : unsatisfiable(operation, `Prefer: ${operation.id} has no such example`);
}

/** Finds the example with a status, a key, or both. */
function findExample(
  { examples }: Operation,
  status: number | undefined,
  key: string | undefined,
): ResponseExample | undefined {
  const named = examples.filter((example) => key === undefined || example.key === key);
  if (status === undefined) return named[0];
  const exact = named.find((example) => example.status === status);
  if (exact) return exact;
  // As in Prism, the response `default` serves any other status of a failure.
  if (status < 400 || status > 599 || examples.some((example) => example.status === status)) return undefined;
  const other = named.find(({ response }) => response === 'default');
  return other && { ...other, status };
}

function unsatisfiable({ examples }: Operation, problem: string): UnsatisfiablePreference {
  const names = examples.map(({ key, status }) => `${key} (${status})`).join(', ');
  return { problem: `${problem}. Available: example=NAME or code=STATUS of ${names}; dynamic=true; seed=TEXT` };
}

/** Splits `a=1, b="x"; c` into names, in lower case, and values without quotes. */
function parsePreferences(header: string): [name: string, value: string][] {
  const parts = header.split(/[,;]/).filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    return [name.trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
  });
}
