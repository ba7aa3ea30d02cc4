import { SpecError } from './bundle.js';
import {
  type Body,
  type Document,
  type Example,
  type MediaType,
  type OperationObject,
  type Parameter,
  type Reference,
  resolve,
  type Schema,
} from './openapi.js';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const json = 'application/json';

/** A named example of a response, with the status that it comes with. */
export interface ResponseExample {
  status: number;
  summary: string;
  illustrative: boolean;
  testNumbers: string[];
  body: unknown;
}

/** What the emitters need to know of one operation. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  request: { schema: Schema; examples: Record<string, unknown> };
  success: { status: string; schema: Schema; data: Schema };
  responses: Record<string, ResponseExample>;
}

/** What the emitters need to know of the whole spec. */
export interface Contract {
  document: Document;
  version: string;
  servers: Record<string, { url: string; description: string }>;
  headerNames: { agentName: string; traceId: string };
  traceIdLength: number;
  successCode: string;
  secretFields: string[];
  operations: Operation[];
}

/** Reads the bundle into what the emitters need, or throws a {@link SpecError} that names the place. */
export function readContract(document: Document): Contract {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => readOperation(document, path, method, item[method] as OperationObject)),
  );
  const first = operations[0];
  if (!first) throw new SpecError('paths: no operation');
  const traceId = sharedHeader(document, 'TraceId');
  const { minLength, maxLength } = traceId.schema ?? {};
  if (typeof minLength !== 'number' || minLength !== maxLength)
    throw new SpecError('components/parameters/TraceId: minLength and maxLength must be the same number');
  return {
    document,
    version: document.info.version,
    servers: readServers(document),
    headerNames: { agentName: sharedHeader(document, 'AgentName').name, traceId: traceId.name },
    traceIdLength: minLength,
    successCode: readSuccessCode(document, operations),
    secretFields: readSecretFields(document),
    operations,
  };
}

function readOperation(document: Document, path: string, method: string, object: OperationObject): Operation {
  const id = object.operationId;
  const where = `${method.toUpperCase()} ${path}`;
  if (!id || !/^[a-z][a-zA-Z0-9]*$/.test(id)) throw new SpecError(`${where}: operationId must be a camelCase name`);
  checkParameters(document, where, object);
  if (!object.requestBody)
    throw new SpecError(`${where}: no requestBody: the generated client sends a JSON object with every operation`);
  const request = mediaType(resolve<Body>(document, object.requestBody), where);
  const status = Object.keys(object.responses).find((key) => /^2\d\d$/.test(key));
  if (!status) throw new SpecError(`${where}: no 2xx response`);
  const { schema } = mediaType(resolve(document, object.responses[status] as Body | Reference), where);
  const data = variants(document, schema).find((variant) => variant.required?.includes('data'))?.properties?.['data'];
  if (!data) throw new SpecError(`${where}: no variant of the ${status} response requires \`data\``);
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: object.summary ?? id,
    description: object.description ?? '',
    request: { schema: request.schema, examples: requestExamples(document, request) },
    success: { status, schema, data },
    responses: responseExamples(document, where, object),
  };
}

/** The client sends the two shared headers and a JSON body; a spec that asks for more must not be half served. */
function checkParameters(document: Document, where: string, object: OperationObject): void {
  const shared = ['AgentName', 'TraceId'].map((name) => sharedHeader(document, name).name);
  for (const entry of object.parameters ?? []) {
    const { name, in: place } = resolve<Parameter>(document, entry);
    if (place !== 'header' || !shared.includes(name))
      throw new SpecError(
        `${where}: parameter ${name} in ${place}: the generated client knows ${shared.join(' and ')} only`,
      );
  }
}

function mediaType(body: Body, where: string): MediaType & { schema: Schema } {
  const content = body.content?.[json];
  if (!content?.schema) throw new SpecError(`${where}: a body without a schema for ${json}`);
  return { ...content, schema: content.schema };
}

/** The alternatives of a schema, each resolved; a schema without alternatives is its own only one. */
export function variants(document: Document, schema: Schema): Schema[] {
  const resolved = resolve<Schema>(document, schema as Schema | Reference);
  const alternatives = resolved.oneOf ?? resolved.anyOf;
  return alternatives ? alternatives.flatMap((alternative) => variants(document, alternative)) : [resolved];
}

function requestExamples(document: Document, { examples = {} }: MediaType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(examples).map(([key, example]) => [key, resolve<Example>(document, example).value]),
  );
}

function responseExamples(document: Document, where: string, { responses }: OperationObject): Operation['responses'] {
  const all: Operation['responses'] = {};
  for (const [status, reference] of Object.entries(responses)) {
    const { examples = {} } = mediaType(resolve(document, reference), `${where} ${status}`);
    for (const [key, entry] of Object.entries(examples)) {
      const example = resolve<Example>(document, entry);
      const code = example['x-status'] ?? Number(status);
      if (!Number.isInteger(code)) throw new SpecError(`${where} ${status}: example ${key} needs an x-status`);
      if (all[key]) throw new SpecError(`${where}: two response examples are named ${key}`);
      const summary = example.summary ?? key;
      const illustrative = summary.includes('(illustrative)');
      const testNumbers = example['x-test-numbers'] ?? [];
      all[key] = { status: code, summary, illustrative, testNumbers, body: example.value };
    }
  }
  return all;
}

function sharedHeader(document: Document, name: string): Parameter {
  const parameter = document.components?.['parameters']?.[name] as Parameter | undefined;
  if (parameter?.in !== 'header') throw new SpecError(`components/parameters/${name}: no such header parameter`);
  return parameter;
}

function readServers(document: Document): Contract['servers'] {
  return Object.fromEntries(
    (document.servers ?? []).map((server) => {
      const name = server['x-name'];
      if (typeof name !== 'string') throw new SpecError(`servers: ${server.url} needs an x-name`);
      return [name, { url: server.url, description: server.description ?? '' }];
    }),
  );
}

function readSuccessCode(document: Document, operations: Operation[]): string {
  const codes = operations.flatMap(({ success }) =>
    variants(document, success.schema)
      .filter((variant) => variant.required?.includes('data'))
      .flatMap((variant) => variants(document, variant.properties?.['code'] ?? {}))
      .flatMap((code) => code.enum ?? []),
  );
  const [code, ...others] = new Set(codes.map(String));
  if (code === undefined || others.length > 0)
    throw new SpecError(
      `the success envelopes must agree on one code; found: ${[code, ...others].join(', ') || 'none'}`,
    );
  return code;
}

function readSecretFields(document: Document): string[] {
  const names = new Set<string>();
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (resolve<Schema>(document, property as Schema | Reference).format === 'password') names.add(name);
    }
  }
  return [...names];
}
