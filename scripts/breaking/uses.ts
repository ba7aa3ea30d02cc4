import { type Document, type OperationObject, resolvePointer } from '../generate/openapi.js';

/** Who sends a part of the contract: the consumer in a request, or the service in an answer. */
export type Direction = 'request' | 'answer';

/** One way in which a part of the contract is met. */
export interface Use {
  readonly operation: string;
  readonly direction: Direction;
}

/** Finds the uses of the part that a JSON pointer leads to. A component has those of every operation that reaches it. */
export type UsesOf = (pointer: string) => readonly Use[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads from a bundle which operations meet which parts, in which direction. */
export function readUses(document: Document): UsesOf {
  const components = new Map<string, Use[]>();
  const places = new Map<string, Use>();

  const visit = (value: unknown, use: Use, seen: Set<string>): void => {
    if (!isObject(value)) return;
    const { $ref } = value;
    if (typeof $ref === 'string' && !seen.has($ref)) {
      seen.add($ref);
      components.set($ref, [...(components.get($ref) ?? []), use]);
      visit(resolvePointer(document, $ref), use, seen);
    }
    for (const child of Object.values(value)) visit(child, use, seen);
  };

  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, value] of Object.entries(item)) {
      const { operationId, parameters, requestBody, responses } = value as OperationObject;
      const operation = operationId ?? `${method.toUpperCase()} ${path}`;
      const place = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
      for (const key of ['parameters', 'requestBody'])
        places.set(`${place}/${key}`, { operation, direction: 'request' });
      places.set(`${place}/responses`, { operation, direction: 'answer' });
      visit([parameters, requestBody], { operation, direction: 'request' }, new Set());
      visit(responses, { operation, direction: 'answer' }, new Set());
    }
  }

  return (pointer) => {
    const component = /^#\/components\/[^/]+\/[^/]+/.exec(pointer);
    if (component) return components.get(component[0]) ?? [];
    return [...places].filter(([place]) => pointer === place || pointer.startsWith(`${place}/`)).map(([, use]) => use);
  };
}

/** The uses of both documents without repetition. */
export const union = (...lists: (readonly Use[])[]): Use[] => [
  ...new Map(lists.flat().map((use) => [`${use.operation} ${use.direction}`, use])).values(),
];
