import type { MockExample, MockOperation } from './contract.js';

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
  operation: MockOperation,
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
    if (!names.includes(name)) return refuse(operation, `${JSON.stringify(name)} is no preference`);
    if (!wanted.has(name)) wanted.set(name, value);
  }

  const code = wanted.get('code');
  const example = wanted.get('example');
  const dynamic = wanted.get('dynamic');
  const seed = wanted.get('seed');
  if (code !== undefined && !/^\d{3}$/.test(code)) return refuse(operation, `${JSON.stringify(code)} is no status`);
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
    const sought = [example !== undefined && `an example ${JSON.stringify(example)}`, code && `status ${code}`];
    return refuse(operation, `it has no ${sought.filter(Boolean).join(' with ').replace(/^an /, '')}`);
  }
  return { ok: true, preference: { ...options, status: status ?? found.status, example: found.key } };
}

/** The example that an operation answers with, given a status, a key, or both. */
function find(operation: MockOperation, status: number | undefined, key: string | undefined): MockExample | undefined {
  const named = operation.examples.filter((example) => key === undefined || example.key === key);
  if (status === undefined) return named.find((example) => isSuccess(example.status)) ?? named[0];
  const declared = operation.examples.some((example) => example.status === status);
  return (
    named.find((example) => example.status === status) ??
    // As in Prism, `default` stands for any other status of a failure.
    (!declared && status >= 400 && status < 600 ? named.find((example) => example.response === 'default') : undefined)
  );
}

const isSuccess = (status: number) => status >= 200 && status < 300;

function refuse({ id, examples }: MockOperation, reason: string): PreferenceResult {
  const offer = examples.map(({ key, status }) => `${key} (${status})`).join(', ');
  return {
    ok: false,
    reason: `Prefer asks ${id} for what is not there: ${reason}`,
    offer: `There is: example=NAME and code=STATUS with ${offer}; dynamic=true; seed=TEXT`,
  };
}

/** Splits `a=1, b="x, y"; c` into names, in small letters, and values without quotes. */
function parse(header: string): [string, string][] {
  const pairs = header.matchAll(/\s*([^=,;\s]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^,;]*)))?\s*[,;]?/g);
  return [...pairs].map(([, name = '', quoted, plain = '']) => [
    name.toLowerCase(),
    quoted?.replaceAll(/\\(.)/g, '$1') ?? plain.trim(),
  ]);
}
