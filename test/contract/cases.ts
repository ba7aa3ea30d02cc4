import { Ajv2020 } from 'ajv/dist/2020.js';
import document from '../../generated/openapi.json';
import { type Contract, type Operation, type ResponseExample, readContract } from '../../src/contract/contract.js';
import { encodePart, isObject } from '../../src/contract/openapi.js';

/** A request, and the response that the contract requires for it. */
export interface Case {
  /** Id of the operation. */
  readonly operation: string;
  readonly title: string;
  /** Whether Prism's own server sends the same response. */
  readonly vanilla: boolean;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly response: unknown;
}

export const contract: Contract = readContract(document);

export const traceId = '3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0';

type Fields = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;
type Expected = Pick<ResponseExample, 'status' | 'body'>;

function casesOf(operation: Operation): Case[] {
  const { path, method, parameters, examples } = operation;
  const requests = (operation.request?.examples ?? []).map(({ key, body }) => ({ key, fields: fieldsOf(body) }));
  const [{ fields: first } = { fields: {} }] = requests;
  const success = findExample(operation, ({ status }) => status < 300);
  const refusal = findExample(operation, ({ status }) => status === 400);
  const other = findExample(operation, ({ response }) => response === 'default');
  const ofStatus = (requested: number) =>
    examples.find(({ status }) => status === requested) ?? { ...other, status: requested };
  // Before a request reaches an operation, the mock refuses it with an example of any operation.
  const ofAny = (requested: number) =>
    contract.operations.flatMap((any) => any.examples).find(({ status }) => status === requested) ?? other;
  const expected = (fields: Fields) => (isValid(operation, fields) ? success : refusal);

  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const optional = parameters.filter((parameter) => !parameter.required);
  const usual: Headers = {
    'Content-Type': 'application/json',
    ...Object.fromEntries(required.map((name) => [name, 'my-carrier'])),
  };
  const call = (
    title: string,
    fields: unknown,
    { status, body: response }: Expected,
    { headers = {}, ...more }: Partial<Case> = {},
  ): Case => ({
    operation: operation.id,
    title,
    vanilla: true,
    method,
    path,
    body: typeof fields === 'string' ? fields : JSON.stringify(fields),
    status,
    response,
    ...more,
    headers: { ...usual, ...headers },
  });
  const prefer = (preference: string) => ({ headers: { Prefer: preference } });
  const ours = { vanilla: false };

  const bodies = requests.flatMap(({ key, fields }) => [
    call(`accepts the request ${key}`, fields, success),
    ...Object.keys(fields).flatMap((name) => [
      call(
        `sends the documented response to ${key} without ${name}`,
        without(fields, name),
        expected(without(fields, name)),
      ),
      call(
        `sends the documented response to ${key} with an empty ${name}`,
        { ...fields, [name]: '' },
        expected({ ...fields, [name]: '' }),
      ),
      ...[1, null, {}].map((value) =>
        call(`refuses ${key} with ${JSON.stringify(value)} as ${name}`, { ...fields, [name]: value }, refusal),
      ),
    ]),
    call(`refuses ${key} with an unknown field`, { ...fields, unknown: 'x' }, refusal),
  ]);
  const preferences = examples.flatMap((example) => {
    const { key, status } = example;
    const first200 = examples.find((candidate) => candidate.key === key && candidate.status < 300) ?? example;
    return [
      call(`sends ${key} if Prefer requests it`, first, example, prefer(`code=${status}, example=${key}`)),
      call(`finds ${key} by its key alone`, first, first200, { ...ours, ...prefer(`example="${key}"`) }),
    ];
  });
  const headers = [
    ...required.flatMap((name) => [
      call(`refuses an empty ${name}`, first, refusal, { headers: { [name]: '' } }),
      { ...call(`refuses a request without ${name}`, first, refusal), headers: without(usual, name) },
    ]),
    ...optional.flatMap(({ name, schema }) => {
      const length = Number(schema?.['minLength']);
      const value = (characters: number) => ({ headers: { [name]: 'x'.repeat(characters) } });
      return [
        call(`accepts ${name}`, first, success, value(length)),
        call(`refuses a short ${name}`, first, refusal, value(length - 1)),
        call(`refuses a long ${name}`, first, refusal, value(length + 1)),
        call(`refuses an empty ${name}`, first, refusal, { ...ours, ...value(0) }),
      ];
    }),
    ...['application/x-www-form-urlencoded', 'text/plain;charset=UTF-8'].map((type) =>
      call(`refuses a body of type ${type}`, first, refusal, { headers: { 'Content-Type': type } }),
    ),
    ...['*', 'text/html;q=x, application/xml'].map((Accept) =>
      call(`ignores Accept: ${Accept}`, first, success, { ...ours, headers: { Accept } }),
    ),
  ];
  return [
    ...bodies,
    ...preferences,
    ...headers,
    ...testNumberCases(operation, requests, success, refusal, call),
    ...['null', '[]', '"text"', '1', '{}'].map((body) => call(`refuses the body ${body}`, body, refusal)),
    ...['{', '', '{"a":"1",}', '{"a":01}', '{"a":"\u0000"}', '{"__proto__":{"admin":true}}', '{"密码":1,"😀":2}'].map(
      (body) => call(`refuses the body ${JSON.stringify(body)}`, body, refusal, ours),
    ),
    ...[400, 401, 404, 413, 429, 500, 502, 504, 418].map((code) =>
      call(`sends the first example of ${code}`, first, ofStatus(code), { ...ours, ...prefer(`code=${code}`) }),
    ),
    call('refuses a body over 1 MiB', { ...first, more: 'x'.repeat(1024 * 1024) }, ofAny(413), ours),
    call('serves no path with a slash at its end', first, ofAny(404), { ...ours, path: `${path}/` }),
    ...['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
      .filter((wrong) => wrong !== method)
      .map((wrong): Case => {
        const { body: _, ...bare } = call(`refuses the method ${wrong}`, undefined, other, { ...ours, method: wrong });
        const reason = `${wrong} is not allowed here, only ${method}, OPTIONS`;
        return { ...bare, status: 405, response: { ...fieldsOf(other.body), error_msg: reason } };
      }),
  ];
}

/** The cases of an operation that has a field for test numbers. */
function testNumberCases(
  { request, examples }: Operation,
  requests: readonly { key: string; fields: Fields }[],
  success: Expected,
  refusal: Expected,
  call: (title: string, fields: unknown, expected: Expected, more?: Partial<Case>) => Case,
): Case[] {
  const numbered = examples.flatMap((example) => example.testNumbers.map((number) => ({ ...example, number })));
  const [{ fields: first } = { fields: {} }] = requests;
  const [field] = request?.testFields.filter((name) => name in first) ?? [];
  const last = numbered.at(-1);
  if (field === undefined || last === undefined) return [];
  const ours = { vanilla: false };
  const secrets = Object.keys(first).filter((name) => request?.secretPaths.some(([key]) => key === name));
  return [
    ...requests.flatMap(({ key, fields }) =>
      numbered.map(({ number, ...example }) =>
        call(`sends ${example.key} for ${key} with ${number}`, { ...fields, [field]: number }, example, ours),
      ),
    ),
    call('refuses an invalid request with a test number', { ...first, [field]: last.number, x: 1 }, refusal, ours),
    ...secrets.map((name) =>
      call(`reads no test number from ${name}`, { ...first, [name]: last.number }, success, ours),
    ),
    call('prefers the header to a test number', { ...first, [field]: last.number }, success, {
      ...ours,
      headers: { Prefer: `example=${examples[0]?.key}` },
    }),
  ];
}

/** Returns the first example of an operation that matches. */
function findExample({ id, examples }: Operation, matches: (example: ResponseExample) => boolean): ResponseExample {
  const found = examples.find(matches);
  if (!found) throw new Error(`${id} lacks an example`);
  return found;
}

/** Returns the fields of an example's body. */
export function fieldsOf(body: unknown): Fields {
  if (!isObject(body)) throw new Error('The body of an example is not an object');
  return body;
}

const without = <T>(fields: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'spec');

/** Returns whether a body is valid, by a validator of Ajv that this package does not prepare. */
function isValid({ path, method }: Operation, body: unknown): boolean {
  const content = `spec#/paths/${encodePart(path)}/${method.toLowerCase()}/requestBody/content`;
  return ajv.validate({ $ref: `${content}/application~1json/schema` }, body);
}

/** Every case of every operation, made from its parameters, schemas and examples. */
export const cases: readonly Case[] = contract.operations.flatMap(casesOf);
