import document from '../../generated/openapi.json';
import { alternatives, type Contract, type Operation, readContract } from '../../src/contract/contract.js';

/** A request, and the answer that the contract demands for it. */
export interface Case {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly answer: unknown;
}

export const contract: Contract = readContract(document);

export const traceId = '3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0';
const agent = { 'x-hw-agentName': 'my-carrier' };
const json = { 'Content-Type': 'application/json' };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The request examples of an operation, as fields. */
const requestsOf = (operation: Operation) =>
  (operation.request?.examples ?? []).map(({ key, body }) => {
    if (!isFields(body)) throw new Error(`Example ${key} is no object`);
    return { key, fields: body };
  });

type Example = Operation['examples'][number];

const exampleOf = (operation: Operation, key: string): Example => {
  const example = operation.examples.find((candidate) => candidate.key === key);
  if (!example) throw new Error(`${operation.id} has no example ${key}`);
  return example;
};

const call = (
  operation: Operation,
  title: string,
  fields: unknown,
  { status, body }: { status: number; body: unknown },
  headers: Readonly<Record<string, string>> = { ...agent, ...json },
): Case => ({
  title: `${operation.id}: ${title}`,
  method: operation.method,
  path: operation.path,
  headers,
  body: typeof fields === 'string' ? fields : JSON.stringify(fields),
  status,
  answer: body,
});

/** Whether a field of a request may be left out. */
const isOptional = ({ request }: Operation, name: string): boolean =>
  !alternatives(contract.document, request?.schema).some(({ required }) => required?.includes(name));

/** The example that stands for a success: the first of status 2xx. */
const successOf = ({ examples }: Operation) => examples.find(({ status }) => status < 300);

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

/** What Prism's own server answers as the contract says. */
export const contractCases: readonly Case[] = contract.operations.flatMap((operation) => {
  const requests = requestsOf(operation);
  const [first] = requests;
  const success = successOf(operation);
  const refusal = exampleOf(operation, 'invalidParameters');
  if (!first || !success) throw new Error(`${operation.id} has no examples`);
  return [
    ...requests.map(({ key, fields }) => call(operation, `answers the request ${key}`, fields, success)),
    call(operation, 'takes a trace id', first.fields, success, { ...agent, ...json, 'X-Traceid': traceId }),
    ...operation.examples.map((example) =>
      call(operation, `answers ${example.key} when Prefer asks for it`, first.fields, example, {
        ...agent,
        ...json,
        Prefer: `code=${example.status}, example=${example.key}`,
      }),
    ),
    ...requests.flatMap(({ key, fields }) =>
      Object.keys(fields).flatMap((name) => [
        isOptional(operation, name)
          ? call(operation, `takes ${key} without ${name}`, without(fields, name), success)
          : call(operation, `refuses ${key} without ${name}`, without(fields, name), refusal),
        call(operation, `refuses ${key} with a number as ${name}`, { ...fields, [name]: 1 }, refusal),
        call(operation, `refuses ${key} with null as ${name}`, { ...fields, [name]: null }, refusal),
        call(operation, `refuses ${key} with an object as ${name}`, { ...fields, [name]: {} }, refusal),
      ]),
    ),
    ...requests.map(({ key, fields }) =>
      call(operation, `refuses ${key} with a field that it does not know`, { ...fields, unknown: 'x' }, refusal),
    ),
    ...['null', '[]', '"text"', '1', 'true', '{}'].map((body) =>
      call(operation, `refuses the body ${body}`, body, refusal),
    ),
    call(operation, 'refuses a request without the agent name', first.fields, refusal, json),
    call(operation, 'refuses an empty agent name', first.fields, refusal, { ...json, 'x-hw-agentName': '' }),
    call(operation, 'refuses a trace id of 57 characters', first.fields, refusal, {
      ...agent,
      ...json,
      'X-Traceid': traceId.slice(1),
    }),
    call(operation, 'refuses a trace id of 59 characters', first.fields, refusal, {
      ...agent,
      ...json,
      'X-Traceid': `${traceId}0`,
    }),
    call(operation, 'refuses a body of another type', 'account=1', refusal, {
      ...agent,
      'Content-Type': 'application/x-www-form-urlencoded',
    }),
    call(operation, 'refuses text/plain, which browsers send for a string', first.fields, refusal, {
      ...agent,
      'Content-Type': 'text/plain;charset=UTF-8',
    }),
  ];
});

/** What a test number brings, in a field for it. */
function numberCases(operation: Operation, field: string, success: Example): Case[] {
  const { testNumbers } = exampleOf(operation, 'credentialsRefused');
  const secrets = contract.secretFields;
  return [
    ...requestsOf(operation).flatMap(({ key, fields }) =>
      operation.examples.flatMap((example) =>
        example.testNumbers.map((number) =>
          call(
            operation,
            `answers ${example.key} to ${key} with its test number`,
            { ...fields, [field]: number },
            example,
          ),
        ),
      ),
    ),
    ...requestsOf(operation).flatMap(({ key, fields }) =>
      testNumbers.flatMap((number) => [
        ...Object.keys(fields)
          .filter((name) => secrets.includes(name))
          .flatMap((secret) => [
            call(
              operation,
              `refuses ${key} without ${secret} in spite of a test number`,
              without({ ...fields, [field]: number }, secret),
              exampleOf(operation, 'invalidParameters'),
            ),
            call(operation, `takes no ${secret} of ${key} for a test number`, { ...fields, [secret]: number }, success),
          ]),
        call(
          operation,
          `prefers the header to a test number in ${key}`,
          { ...fields, [field]: number },
          exampleOf(operation, 'rateLimited'),
          { ...agent, ...json, Prefer: 'example=rateLimited' },
        ),
      ]),
    ),
  ];
}

/** What only the mock and the handlers answer as the contract says, or only they can do. */
export const mockCases: readonly Case[] = contract.operations.flatMap((operation) => {
  const requests = requestsOf(operation);
  const [first] = requests;
  const success = successOf(operation);
  const refusal = exampleOf(operation, 'invalidParameters');
  const unknownApi = exampleOf(operation, 'unknownApi');
  const unknownRefusal = exampleOf(operation, 'unknownRefusal');
  const others = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((method) => method !== operation.method);
  if (!first || !success) throw new Error(`${operation.id} has no examples`);
  const [field = Object.keys(first.fields)[0] ?? ''] = operation.request?.testFields ?? [];
  return [
    ...numberCases(operation, field, success),
    ...operation.examples.map((example) =>
      call(
        operation,
        `finds ${example.key} by its key alone`,
        first.fields,
        operation.examples.find(({ key, status }) => key === example.key && status < 300) ?? example,
        { ...agent, ...json, Prefer: `example="${example.key}"` },
      ),
    ),
    ...[400, 401, 404, 413, 429, 500, 502, 504].map((status) => {
      const example = operation.examples.find((candidate) => candidate.status === status) ?? unknownRefusal;
      return call(operation, `answers the first example of status ${status}`, first.fields, example, {
        ...agent,
        ...json,
        Prefer: `code=${status}`,
      });
    }),
    call(
      operation,
      'answers any other failure as the gateway does',
      first.fields,
      { ...unknownRefusal, status: 418 },
      { ...agent, ...json, Prefer: 'code=418' },
    ),
    ...['{', '', '{"account":"1",}', '{"account":01}', `{"${field}":"\u0000"}`].map((body) =>
      call(operation, `refuses the malformed body ${JSON.stringify(body)}`, body, refusal),
    ),
    call(operation, 'refuses a field called __proto__', '{"__proto__":{"admin":true}}', refusal),
    call(
      operation,
      'refuses a field with a Chinese name',
      { ...first.fields, 密码: 'x', '😀': 1, '\u2028': 2 },
      refusal,
    ),
    call(operation, 'does not mind a malformed Accept', first.fields, success, { ...agent, ...json, Accept: '*' }),
    call(operation, 'does not mind an Accept that JSON does not meet', first.fields, success, {
      ...agent,
      ...json,
      Accept: 'text/html;q=x, application/xml',
    }),
    call(
      operation,
      'refuses a body over 1 MiB',
      { ...first.fields, [field]: 'x'.repeat(1024 * 1024) },
      exampleOf(operation, 'payloadTooLarge'),
    ),
    {
      ...call(operation, 'knows no path with a slash at its end', first.fields, unknownApi),
      path: `${operation.path}/`,
    },
    ...others.map((method): Case => {
      const { body: _, ...request } = call(operation, `does not know ${method}`, undefined, unknownRefusal);
      const reason = `${method} is not allowed here, only ${operation.method}, OPTIONS`;
      return {
        ...request,
        method,
        status: 405,
        answer: { ...(isFields(unknownRefusal.body) ? unknownRefusal.body : {}), error_msg: reason },
      };
    }),
  ];
});
