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
import { isObject } from '../contract/openapi.js';
import type { Headers } from './check.js';
import { type Violation, violation } from './refuse.js';
import { changeLifetime } from './simulate.js';

/** The version of Prism in the mock. */
export const prismVersion: string = version;

/** One operation of the spec in Prism. */
export interface PrismOperation {
  /** Validates a request, and returns what is wrong with it. */
  validate(headers: Headers, body: unknown): Promise<Violation[]>;
  /** Generates a response from its schema, with values that an app can use. Returns `undefined` if none is valid. */
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

const defaultConfig = {
  isProxy: false,
  mock: { dynamic: false },
  validateRequest: false,
  validateResponse: false,
  checkSecurity: false,
  errors: true,
  upstreamProxy: undefined,
} satisfies IHttpConfig;

/** How often to try to generate a valid response. */
const maxAttempts = 20;
const errorSeverity = 0;

type Resource = Parameters<PrismHttpComponents['mock']>[0]['resource'];

function createOperation(resource: Resource, operation: Operation): PrismOperation {
  const request = { method: operation.method.toLowerCase() as IHttpRequest['method'], url: { path: operation.path } };
  // No operation has parameters in path or query, but Prism would parse the template of the path for each request.
  const { path: _, query: __, ...headersAndBody } = resource.request ?? {};
  const validated = { ...resource, request: headersAndBody };
  // The mock routes and selects examples itself, so Prism's router and mocker are stubs.
  const validator = createPrism({
    route: () => ({ _tag: 'Right', right: validated }),
    mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }),
  });
  const generator = createPrism();
  const declared = new Set(operation.parameters.map(({ name }) => name.toLowerCase()));

  const send = async (prism: Prism, input: IHttpRequest, settings: Partial<IHttpConfig>) => {
    // Prism writes into `mock`, so each request gets a new one.
    const config = { ...defaultConfig, mock: { dynamic: false }, ...settings, isProxy: false as const };
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
        // For Prism an infinite number is valid, but JSON has null for it.
        const isJson = isDeepStrictEqual(JSON.parse(JSON.stringify(body ?? null)), body);
        if (isJson && !validations.output.some(({ severity }) => severity === errorSeverity))
          return { status, body: withUsableValues(body, status, operation) };
      }
      return undefined;
    },
  };
}

type Prism = ReturnType<typeof createInstance>;

/** Creates Prism with some of its parts replaced, and without its own loggers, which print whole requests. */
const createPrism = (parts: Partial<PrismHttpComponents> = {}): Prism =>
  createInstance(defaultConfig, { ...parts, logger: createLogger('mock', { enabled: false }) });

/** Makes a generated body usable: a session lasts from a minute to an hour, and its code is one that the contract lists. */
function withUsableValues(generated: unknown, status: number, operation: Operation): unknown {
  const body = changeLifetime(generated, operation, (seconds) => 60 + (Math.abs(Math.trunc(seconds)) % 3540));
  const similar = operation.examples.find(
    (example) =>
      (example.status === status || example.response === 'default') && envelopeKey(example.body) === envelopeKey(body),
  );
  if (!isObject(body) || !isObject(similar?.body)) return body;
  const usable: Record<string, unknown> = { ...body };
  for (const name of ['code', 'error_code']) {
    const listed = similar.body[name];
    // An equal code keeps its type, number or string.
    if (listed !== undefined && String(usable[name]) !== String(listed)) usable[name] = listed;
  }
  return usable;
}

/** Returns the names of the fields that tell envelopes apart. */
const envelopeKey = (body: unknown): string =>
  ['code', 'error_code', 'data'].filter((name) => isObject(body) && name in body).join(' ');
