import type { IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http';
import type { Contract } from '../contract/contract.js';
import type { Engine, Question } from './answer.js';
import { exampleByTestNumber } from './examples.js';
import type { PrismParts } from './prism.js';
import { oncePerBody, onlyResource, rememberingMocker, silent } from './prism-components.js';
import { type MockAnswer, refusal } from './refusal.js';
import { type BodyValidators, explain, limited, type Violation } from './violations.js';

type Resource = Parameters<PrismHttpComponents['mock']>[0]['resource'];
/** Which response of the spec Prism shall answer with. */
type Choice = { readonly code?: number; readonly exampleKey?: string };

/** How often an answer is made up anew when it is not valid itself. */
const dynamicAttempts = 20;

/**
 * Makes an engine that leaves the two decisions to Prism: whether a request is valid, and which example answers it.
 *
 * @param document the spec, with references into itself only.
 * @param validators explain a refusal better than Prism can, which reports all variants of a body at once.
 */
export async function createPrismEngine(
  parts: PrismParts,
  document: object,
  contract: Contract,
  validators: BodyValidators,
): Promise<Engine> {
  // Prism writes into the document that it is given.
  const resources = await parts.http.getHttpOperationsFromSpec(structuredClone(document));
  for (const resource of resources) {
    keepNamedExamples(resource, contract);
    skipEmptyChecks(resource);
  }
  const keyOf = exampleKeys(resources);
  const resourceOf = new Map(
    resources.map((resource) => [`${resource.method.toUpperCase()} ${resource.path}`, resource]),
  );
  const prism = parts.http.createInstance(
    {
      isProxy: false,
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
      upstreamProxy: undefined,
    },
    { logger: silent, route: onlyResource, mock: rememberingMocker(parts), validateOutput: oncePerBody(parts) },
  );

  const ask = async (resource: Resource, question: Question, choice: Choice, dynamic = false, seed?: string) => {
    const result = await prism.request(requestOf(question), [resource], {
      isProxy: false,
      // Prism writes into this object.
      mock: { dynamic, ...choice, ...(seed !== undefined && { seed }) },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
      upstreamProxy: undefined,
    })();
    if (result._tag === 'Left') throw result.left;
    return result.right;
  };

  const refused = (question: Question, input: readonly Diagnostic[]): Violation[] => {
    const reasons = explain(contract, question.operation, question.header, question.body, validators);
    return reasons.length > 0 ? reasons : limited(input, prismViolation);
  };

  return async (question): Promise<MockAnswer> => {
    const { operation, preference } = question;
    const resource = resourceOf.get(`${operation.method} ${operation.path}`);
    if (!resource) return refusal(contract, 500, 'mock', 'Prism does not know the operation');
    const numbered = preference.example === undefined ? exampleByTestNumber(operation, question.body) : undefined;
    const preferred = choiceOf(preference.status, preference.example);

    let answer = await ask(resource, question, numbered ? choiceOf(numbered.status, numbered.key) : preferred);
    // A test number counts in a valid request only: what is invalid is refused as such.
    if (numbered && answer.validations.input.some(isError)) answer = await ask(resource, question, preferred);
    const invalid = answer.validations.input.some(isError);
    if (preference.dynamic && !invalid && !numbered) {
      const status = preference.status === undefined ? {} : { code: preference.status };
      for (let attempt = 0; attempt < dynamicAttempts; attempt += 1) {
        const seed = attempt === 0 ? preference.seed : preference.seed && `${preference.seed} ${attempt}`;
        const madeUp = await ask(resource, question, status, true, seed);
        if (madeUp.validations.output.some(isError)) continue;
        return { status: madeUp.output.statusCode, body: madeUp.output.body, example: 'dynamic', violations: [] };
      }
    }
    const { statusCode: status, body } = answer.output;
    const violations = invalid ? refused(question, answer.validations.input) : [];
    return { status, body, example: keyOf(body), violations };
  };
}

type Diagnostic = Readonly<{ path?: string[]; severity: number; code?: string | number; message: string }>;

const severities = ['Error', 'Warning', 'Information', 'Hint'] as const;

const isError = ({ severity }: Diagnostic): boolean => severities[severity] === 'Error';

const prismViolation = ({ path = [], severity, code = '', message }: Diagnostic): Violation => ({
  location: ['request', ...path],
  severity: severities[severity] ?? 'Error',
  code: String(code),
  message,
});

const choiceOf = (code: number | undefined, exampleKey: string | undefined): Choice => ({
  ...(code !== undefined && { code }),
  ...(exampleKey !== undefined && { exampleKey }),
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

/** The request as Prism takes it. */
function requestOf({ operation, path, query, headers, body }: Question): IHttpRequest {
  return {
    method: operation.method.toLowerCase() as IHttpRequest['method'],
    url: { path, query: Object.fromEntries(query) },
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !settledHeaders.has(name))),
    body: body ?? null,
  };
}

/** Takes out what Prism puts before the named examples of a response: those of its schema, which all responses with it share. */
function keepNamedExamples({ method, path, responses }: Resource, { operations }: Contract): void {
  const operation = operations.find(
    (candidate) => candidate.path === path && candidate.method === method.toUpperCase(),
  );
  for (const { code, contents = [] } of responses)
    for (const content of contents) {
      const named = operation?.examples.filter(({ response }) => response === code).map(({ key }) => key) ?? [];
      const kept = content.examples?.filter(({ key }) => named.includes(key));
      if (kept && kept.length > 0) content.examples = kept;
    }
}

/** Finds the keys of examples by their bodies: Prism answers with the very objects of its resources. */
function exampleKeys(resources: readonly Resource[]): (body: unknown) => string | undefined {
  const keys = new Map<unknown, string>();
  for (const { responses } of resources)
    for (const { examples = [] } of responses.flatMap(({ contents = [] }) => contents))
      for (const example of examples) if ('value' in example) keys.set(example.value, example.key);
  return (body) => keys.get(body);
}

/** Prism parses path and query of each request even where the spec says nothing about them. */
function skipEmptyChecks({ request }: Resource): void {
  if (request?.path?.length === 0) delete request.path;
  if (request?.query?.length === 0) delete request.query;
}
