import type { Contract, Operation } from '../contract/contract.js';
import { type MockAnswer, refusal } from './refusal.js';

/** The operation that a request names, or the answer to a request that names none. */
export type Route =
  | { readonly operation: Operation }
  | { readonly refusal: MockAnswer; readonly allow?: readonly string[] };

/** Finds the operation for a method and a path. */
export function route(contract: Contract, method: string, path: string): Route {
  const matching = contract.operations.filter((operation) => matches(operation.path, path));
  const operation = matching.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  if (matching.length > 0) {
    const allow = [...new Set(matching.map((candidate) => candidate.method)), 'OPTIONS'];
    const reason = `${method} is not allowed here, only ${allow.join(', ')}`;
    return { refusal: refusal(contract, 405, 'method', reason, { Allow: allow.join(', ') }), allow };
  }
  const near = contract.operations.find((candidate) => matches(candidate.path, withoutSlashes(path)));
  const hint = near ? `did you mean ${near.path}, without a slash at its end?` : `there is ${pathsOf(contract)}`;
  return { refusal: refusal(contract, 404, 'route', `No such path: ${hint}`) };
}

/** How many paths are listed, so that the list fits a message. */
const maxPaths = 4;

/** The paths of the spec, in words. */
function pathsOf({ operations }: Contract): string {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const more = paths.length - maxPaths;
  return [...paths.slice(0, maxPaths), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Whether a path, with percent-encoding, is an instance of a path of the spec. */
function matches(template: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = template.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => part === decode(parts[index] ?? '') || (/^\{.+\}$/.test(part) && parts[index] !== ''))
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A path without the slashes at its end. */
export function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
