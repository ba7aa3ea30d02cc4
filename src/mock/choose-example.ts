import type { Operation, ResponseExample } from '../contract/contract.js';

/** What a request has in the fields that may hold a test number. */
export function testValues({ request }: Operation, body: unknown): unknown[] {
  if (!request || typeof body !== 'object' || body === null) return [];
  return request.testFields.map((field): unknown => Object.getOwnPropertyDescriptor(body, field)?.value);
}

/** The example whose test number stands in one of the fields that may hold one. */
export function exampleByTestNumber(operation: Operation, body: unknown): ResponseExample | undefined {
  const values = testValues(operation, body);
  return operation.examples.find(({ testNumbers }) => testNumbers.some((number) => values.includes(number)));
}

/** The example that answers a valid request: what was asked for, else what a test number stands for, else the first success. */
export function exampleForValid(
  operation: Operation,
  body: unknown,
  preference: Preference,
): ResponseExample | undefined {
  const wanted = operation.examples.filter(({ key }) => key === preference.example);
  return (
    wanted.find(({ status }) => status === preference.status) ??
    (wanted[0] && { ...wanted[0], status: preference.status ?? wanted[0].status }) ??
    exampleByTestNumber(operation, body) ??
    firstSuccess(operation)
  );
}

/** The example that answers an invalid request: as in Prism the first one of 422, 400 or `default`, or of these the one asked for. */
export function exampleForInvalid(operation: Operation, preference: Preference): ResponseExample | undefined {
  const response = ['422', '400', '4XX', 'default'].find((key) =>
    operation.responses.some((candidate) => candidate.key === key),
  );
  const candidates = operation.examples.filter((example) => example.response === response);
  const asked = preference.status === 422 || preference.status === 400 ? preference.example : undefined;
  const example = candidates.find(({ key }) => key === asked) ?? candidates[0];
  return example && response === 'default' ? { ...example, status: 422 } : example;
}

function firstSuccess({ examples }: Operation): ResponseExample | undefined {
  const successes = examples.filter(({ status }) => isSuccess(status));
  const lowest = Math.min(...successes.map(({ status }) => status));
  return successes.find(({ status }) => status === lowest) ?? examples[0];
}

/** What a caller asks for with the `Prefer` header, by names of the spec. */
export interface Preference {
  readonly status?: number;
  readonly example?: string;
  /** Whether the answer shall be made up from the schema. */
  readonly dynamic?: boolean;
  /** Makes made-up answers repeatable. */
  readonly seed?: string;
}

/** The preference, or why it names nothing and what there is to name. */
export type PreferenceResult =
  | { readonly ok: true; readonly preference: Preference }
  | { readonly ok: false; readonly reason: string; readonly offer: string };

const names = ['code', 'example', 'dynamic', 'seed'];
/** Preferences that HTTP registers; servers may ignore them, and the mock does. */
const registered = ['respond-async', 'return', 'wait', 'handling', 'depth-noroot', 'safe', 'odata', 'transclude'];

/**
 * Reads the `Prefer` header, or without one the query parameters `__code`, `__example`, `__dynamic` and `__seed`, as Prism does.
 * Unlike Prism it finds an example by its key alone under any status, and lists what there is when nothing has the name.
 */
export function readPreference(
  operation: Operation,
  header: string | undefined,
  query: URLSearchParams,
): PreferenceResult {
  const given =
    header === undefined
      ? names.flatMap((name): [string, string][] => query.getAll(`__${name}`).map((value) => [name, value]))
      : parse(header);
  const wanted = new Map<string, string>();
  for (const [name, value] of given) {
    if (registered.includes(name)) continue;
    if (!names.includes(name)) return refuse(operation, `${quote(name)} is no preference`);
    if (!wanted.has(name)) wanted.set(name, value);
  }

  const code = wanted.get('code');
  const example = wanted.get('example');
  const dynamic = wanted.get('dynamic');
  const seed = wanted.get('seed');
  if (code !== undefined && !/^\d{3}$/.test(code)) return refuse(operation, `${quote(code)} is no status`);
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false')
    return refuse(operation, 'dynamic is either true or false');

  const options = {
    ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
    ...(seed !== undefined && { seed }),
  };
  if (code === undefined && example === undefined) return { ok: true, preference: options };

  const status = code === undefined ? undefined : Number(code);
  const found = find(operation, status, example);
  if (!found) {
    const sought = [example !== undefined && `example ${quote(example)}`, code && `status ${code}`];
    return refuse(operation, `it has no ${sought.filter(Boolean).join(' with ')}`);
  }
  return { ok: true, preference: { ...options, status: status ?? found.status, example: found.key } };
}

/** The example that an operation answers with, given a status, a key, or both. */
function find(operation: Operation, status: number | undefined, key: string | undefined): ResponseExample | undefined {
  const named = operation.examples.filter((example) => key === undefined || example.key === key);
  if (status === undefined) return named.find((example) => isSuccess(example.status)) ?? named[0];
  const declared = operation.examples.some((example) => example.status === status);
  return (
    named.find((example) => example.status === status) ??
    // As in Prism, `default` stands for any other status of a failure.
    (!declared && status >= 400 && status < 600 ? named.find((example) => example.response === 'default') : undefined)
  );
}

/** Whether a status is that of a success. */
const isSuccess = (status: number) => status >= 200 && status < 300;

function refuse({ id, examples }: Operation, reason: string): PreferenceResult {
  const offer = examples.map(({ key, status }) => `${key} (${status})`).join(', ');
  return {
    ok: false,
    reason: `Prefer asks ${id} for what is not there: ${reason}`,
    offer: `There is: example=NAME and code=STATUS with ${offer}; dynamic=true; seed=TEXT`,
  };
}

/** What a caller sent, in quotes and not longer than it helps. */
const quote = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** The texts between commas and semicolons, unless these stand in quotes. It takes whatever comes in one pass. */
const parts = /[^,;"]*(?:"[^"\\]*(?:\\.[^"\\]*)*"?[^,;"]*)*/gs;

/** Splits `a=1, b="x, y"; c` into names, in small letters, and values without quotes. */
function parse(header: string): [string, string][] {
  return Array.from(header.matchAll(parts), ([part]): [string, string] => {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    return [name.trim().toLowerCase(), unquote(value)];
  }).filter(([name]) => name !== '');
}

const unquote = (value: string): string =>
  value.replace(/^"(.*?)"?$/s, (_, text: string) => text.replaceAll(/\\(.)/gs, '$1'));
