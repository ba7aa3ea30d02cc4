import { isDeepStrictEqual } from 'node:util';
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpRequest,
  type PrismHttpComponents,
} from '@stoplight/prism-http';
import { version } from '@stoplight/prism-http/package.json';
import type { Contract, Operation } from '../contract/contract.js';
import type { Headers } from './check.js';
import { type Violation, violation } from './refuse.js';

/** The version of Prism in the mock. */
export const prismVersion: string = version;

/** One operation of the spec in Prism. */
export interface PrismOperation {
  /** Validates a request, and returns what is wrong with it. */
  validate(headers: Headers, body: unknown): Promise<Violation[]>;
  /** Generates a response from its schema. Returns `undefined` if Prism generates none that is valid. */
  generate(status: number | undefined, seed: string | undefined): Promise<Generated | undefined>;
}

type Generated = Readonly<{ status: number; body: unknown }>;

/** Reads the operations of a contract into Prism, by their ids. */
export async function createPrismOperations(contract: Contract): Promise<ReadonlyMap<string, PrismOperation>> {
  // Prism writes into the document that it is given.
  const resources = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const found = contract.operations.flatMap((operation) =>
    resources
      .filter(({ method, path }) => path === operation.path && method.toUpperCase() === operation.method)
      .map((resource) => [operation.id, createOperation(resource, operation)] as const),
  );
  return new Map(found);
}

type Resource = Parameters<PrismHttpComponents['mock']>[0]['resource'];

function createOperation(resource: Resource, operation: Operation): PrismOperation {
  const request = { method: operation.method.toLowerCase() as IHttpRequest['method'], url: { path: operation.path } };
  // The operation is known and Prism selects no example, so it does neither.
  const validator = createPrism({
    route: () => ({ _tag: 'Right', right: resource }),
    mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }),
  });
  const generator = createPrism();
  const declared = new Set(operation.parameters.map(({ name }) => name.toLowerCase()));

  const send = async (prism: Prism, input: IHttpRequest, settings: Partial<IHttpConfig>) => {
    // Prism writes into `mock`, so each request gets a new one.
    const config = { ...standard, mock: { dynamic: false }, ...settings, isProxy: false as const };
    const result = await prism.request(input, [resource], config)();
    if (result._tag === 'Left') throw result.left;
    return result.right;
  };

  return {
    validate: async (headers, body) => {
      // Prism fails on some values of `Accept`.
      const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => declared.has(name)));
      const input = { ...request, headers: kept, body: body ?? null };
      const { validations } = await send(validator, input, { validateRequest: true });
      return validations.input
        .filter(({ severity }) => severity === errorSeverity)
        .map(({ path = [], code = '', message }) => violation(path, String(code), message));
    },
    generate: async (code, seed) => {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        const ownSeed = attempt === 0 ? seed : seed && `${seed} ${attempt}`;
        const mock = { dynamic: true, ...(code !== undefined && { code }), ...(ownSeed && { seed: ownSeed }) };
        const { output, validations } = await send(generator, request, { mock, validateResponse: true });
        const { statusCode: status, body } = output;
        // Prism takes an infinite number for valid, but it arrives as null.
        const isJson = isDeepStrictEqual(JSON.parse(JSON.stringify(body ?? null)), body);
        if (isJson && !validations.output.some(({ severity }) => severity === errorSeverity)) return { status, body };
      }
      return undefined;
    },
  };
}

/** How often to generate a response again if it is not valid itself. */
const maxAttempts = 20;
const errorSeverity = 0;

const standard = {
  isProxy: false,
  mock: { dynamic: false },
  validateRequest: false,
  validateResponse: false,
  checkSecurity: false,
  errors: true,
  upstreamProxy: undefined,
} satisfies IHttpConfig;

type Prism = ReturnType<typeof createInstance>;

/** Creates Prism with some of its parts replaced, and without its own loggers, which print whole requests. */
const createPrism = (parts: Partial<PrismHttpComponents> = {}): Prism =>
  createInstance(standard, { ...parts, logger: createLogger('mock', { enabled: false }) });
