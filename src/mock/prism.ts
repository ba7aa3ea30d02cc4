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
import type { Engine, Question } from './answer.js';
import { exampleByTestNumber } from './choose-example.js';
import { invalidRequest, limited, refusal, type Violation } from './refusal.js';
import { type BodySchemas, explain } from './validators.js';

/** The version of Prism that the mock runs on. */
export const prismVersion: string = version;

/**
 * Makes an engine that leaves both decisions to Prism: whether a request is valid, and which example answers it.
 *
 * @param contract of a spec with references into itself only.
 * @param schemas refuse first what they know to be invalid. They explain it better than Prism, which reports all variants of a
 *   body at once, takes seconds for a body of many faults, and an empty header for a missing one.
 */
export async function createPrismEngine(contract: Contract, schemas: BodySchemas): Promise<Engine> {
  // Prism writes into the document that it is given.
  const resources = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const servants = new Map(
    contract.operations.map((operation) => {
      const resource = resources.find(
        ({ method, path }) => path === operation.path && method.toUpperCase() === operation.method,
      );
      return [operation.id, resource && serve(resource, operation)];
    }),
  );
  return async (question) => {
    const { operation, preference, headers, body } = question;
    const servant = servants.get(operation.id);
    if (!servant) return refusal(contract, 500, 'mock', 'Prism does not know the operation');
    const preferred = choiceOf(preference.status, preference.example);

    const reasons = explain(contract, operation, headers, body, schemas);
    if (reasons.length > 0) return invalidRequest(contract, operation, preference, reasons);
    const diagnostics = await servant.judge(question);
    if (diagnostics.some(isError))
      return { ...(await servant.choose(preferred, diagnostics)), violations: limited(diagnostics, violationOf) };
    // A test number counts in a valid request only: what is invalid is refused as such.
    const numbered = preference.example === undefined ? exampleByTestNumber(operation, body) : undefined;
    if (preference.dynamic && !numbered) {
      const madeUp = await servant.makeUp(preference.status, preference.seed);
      if (madeUp) return { ...madeUp, violations: [] };
    }
    const choice = numbered ? choiceOf(numbered.status, numbered.key) : preferred;
    return { ...(await servant.choose(choice, [])), violations: [] };
  };
}

type Resource = Parameters<PrismHttpComponents['mock']>[0]['resource'];
type Diagnostic = Readonly<{ path?: string[]; severity: number; code?: string | number; message: string }>;
/** Which response of the spec Prism shall answer with. */
type Choice = Readonly<{ code?: number; exampleKey?: string }>;
type Chosen = Readonly<{ status: number; body: unknown; example: string | undefined }>;

/** One operation as Prism serves it, step by step: a step whose outcome cannot change is taken once. */
interface Servant {
  /** What Prism finds wrong with a request. */
  judge(question: Question): Promise<readonly Diagnostic[]>;
  /** The answer from the examples to a request with these faults. */
  choose(choice: Choice, diagnostics: readonly Diagnostic[]): Promise<Chosen>;
  /** An answer made up from the schema of a response, unless Prism makes up none that is valid. */
  makeUp(code: number | undefined, seed: string | undefined): Promise<Chosen | undefined>;
}

function serve(resource: Resource, operation: Operation): Servant {
  keepNamedExamples(resource, operation);
  // Prism parses path and query of each request even where the spec says nothing about them.
  if (resource.request?.path?.length === 0) delete resource.request.path;
  if (resource.request?.query?.length === 0) delete resource.request.query;

  const method = operation.method.toLowerCase() as IHttpRequest['method'];
  const plain: IHttpRequest = { method, url: { path: operation.path } };
  // The operation is known, so Prism need not look for it.
  const judging = instance({
    route: () => ({ _tag: 'Right', right: resource }),
    mock: () => () => ({ _tag: 'Right', right: { statusCode: 200 } }),
  });
  const makingUp = instance();
  const chosen = new Map<string, Promise<Chosen>>();

  const ask = async (prism: Instance, request: IHttpRequest, settings: Partial<IHttpConfig>) => {
    // Prism writes into the settings that it is given.
    const result = await prism.request(request, [resource], { ...standard, ...settings, isProxy: false })();
    if (result._tag === 'Left') throw result.left;
    return result.right;
  };

  const choose = async (choice: Choice, [first, ...others]: readonly Diagnostic[]): Promise<Chosen> => {
    const choosing = instance(first && { validateInput: () => ({ _tag: 'Left', left: [first, ...others] }) });
    const mock = { dynamic: false, ...choice };
    const { output } = await ask(choosing, plain, { mock, validateRequest: first !== undefined });
    const { statusCode: status, body } = output;
    const same = operation.examples.filter((example) => isDeepStrictEqual(example.body, body));
    const example =
      same.find(({ key }) => key === choice.exampleKey) ?? same.find((one) => one.status === status) ?? same[0];
    return { status, body, example: example?.key };
  };

  return {
    judge: async ({ path, query, headers, body }) => {
      const kept = Object.entries(headers).filter(([name]) => !settledHeaders.has(name));
      const url = { path, query: Object.fromEntries(query) };
      const request = { method, url, headers: Object.fromEntries(kept), body: body ?? null };
      const { validations } = await ask(judging, request, { validateRequest: true, checkSecurity: true });
      return validations.input;
    },
    choose: (choice, diagnostics) => {
      // Of the faults it only counts whether there are any, and whether one is that the caller may not.
      const unauthorized = diagnostics.some(({ code }) => code === 401);
      const key = JSON.stringify([choice, diagnostics.length > 0, unauthorized]);
      const known = chosen.get(key) ?? choose(choice, diagnostics);
      chosen.set(key, known);
      return known;
    },
    makeUp: async (code, seed) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const ownSeed = attempt === 0 ? seed : seed && `${seed} ${attempt}`;
        const mock = { dynamic: true, ...(code !== undefined && { code }), ...(ownSeed && { seed: ownSeed }) };
        const { output, validations } = await ask(makingUp, plain, { mock, validateResponse: true });
        const { statusCode: status, body } = output;
        // An infinite number passes for valid, but arrives as null.
        const arrives = isDeepStrictEqual(JSON.parse(JSON.stringify(body ?? null)), body);
        if (arrives && !validations.output.some(isError)) return { status, body, example: 'dynamic' };
      }
      return undefined;
    },
  };
}

/** How often an answer is made up anew when it is not valid itself. */
const attempts = 20;

/** What Prism does with a request unless told otherwise: it answers, without a look at the request or at the answer. */
const standard = {
  isProxy: false,
  mock: { dynamic: false },
  validateRequest: false,
  validateResponse: false,
  checkSecurity: false,
  errors: true,
  upstreamProxy: undefined,
} satisfies IHttpConfig;

/** Prism with some of its parts replaced, and without its own loggers, which print whole requests. */
const instance = (parts: Partial<PrismHttpComponents> = {}): Instance =>
  createInstance(standard, { ...parts, logger: createLogger('mock', { enabled: false }) });

type Instance = ReturnType<typeof createInstance>;

const choiceOf = (code: number | undefined, exampleKey: string | undefined): Choice => ({
  ...(code !== undefined && { code }),
  ...(exampleKey !== undefined && { exampleKey }),
});

const severities = ['Error', 'Warning', 'Information', 'Hint'] as const;

const isError = ({ severity }: Diagnostic): boolean => severities[severity] === 'Error';

const violationOf = ({ path = [], severity, code = '', message }: Diagnostic): Violation => ({
  location: ['request', ...path],
  severity: severities[severity] ?? 'Error',
  code: String(code),
  message,
});

/** Headers that are dealt with before Prism. On some values of `Accept` it fails, and the contract knows JSON alone. */
const settledHeaders = new Set([
  'accept',
  'content-type',
  'content-length',
  'prefer',
  'host',
  'connection',
  'user-agent',
]);

/** Takes out what Prism puts before the named examples of a response: those of its schema, which all responses with it share. */
function keepNamedExamples({ responses }: Resource, { examples }: Operation): void {
  for (const { code, contents = [] } of responses)
    for (const content of contents) {
      const named = examples.filter(({ response }) => response === code).map(({ key }) => key);
      const kept = content.examples?.filter(({ key }) => named.includes(key));
      if (kept && kept.length > 0) content.examples = kept;
    }
}
