import {
  type Body,
  ContractError,
  type Document,
  type Example,
  isDocument,
  isObject,
  type MediaType,
  methods,
  type OperationObject,
  type Page,
  type Parameter,
  type PathItem,
  resolve,
  type Schema,
  type TimeFormat,
} from './openapi.js';

/** A bundled spec, read: what the generator, the docs, the gates, the mock and the handlers of MSW know of it. */
export interface Contract {
  readonly title: string;
  /** Version of the contract, such as `1.0.0`. */
  readonly version: string;
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** Names of the properties that are secret wherever they stand: those with `format: password`. */
  readonly secretFields: readonly string[];
  /** The document itself, for what is not read here. */
  readonly document: Document;
}

/** An origin that serves the operations. */
export interface Server {
  /** Its `x-name`, or its place in the list. */
  readonly name: string;
  readonly url: string;
  readonly description: string;
}

/** One operation. */
export interface Operation {
  /** Its `operationId`, or method and path. */
  readonly id: string;
  /** In capital letters. */
  readonly method: string;
  /** Path, a template where a part of it is in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Those of the path too, unless the operation has one of the same name and place. */
  readonly parameters: readonly Parameter[];
  readonly request: RequestBody | undefined;
  /** In the spec's order. */
  readonly responses: readonly Response[];
  /** The examples of all responses. */
  readonly examples: readonly ResponseExample[];
  /** The operation as it stands in the document. */
  readonly object: OperationObject;
}

/** What an operation is sent. */
export interface RequestBody {
  readonly description: string;
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
  /** Schema of the first media type. */
  readonly schema: Schema | undefined;
  readonly examples: readonly RequestExample[];
  /** Fields in which a test number counts: every text field at the top that is not secret. */
  readonly testFields: readonly string[];
}

/** A named example of a request body. */
export interface RequestExample {
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly body: unknown;
}

/** What an operation answers with. */
export interface Response {
  /** A status, a range such as `4XX`, or `default`. */
  readonly key: string;
  readonly description: string;
  readonly mediaTypes: readonly string[];
  /** Schema of the first media type. */
  readonly schema: Schema | undefined;
  readonly examples: readonly ResponseExample[];
  /** The times in a body that the mock makes current. */
  readonly currentTimes: readonly CurrentTime[];
}

/** A time in the body of a response that depends on when the response was sent (`x-current-time` in its schema). */
export interface CurrentTime {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  readonly format: TimeFormat;
  /** Seconds from the present, for a time that is an end. */
  readonly offsetSeconds: number;
}

/** A named example of a response, and what makes the mock answer with it. */
export interface ResponseExample {
  /** Its key in the spec, such as `wrongPassword`. */
  readonly key: string;
  /** HTTP status of an answer with it. */
  readonly status: number;
  /** Key of the response that it stands under. */
  readonly response: string;
  readonly summary: string;
  readonly description: string;
  /** Whether its code and message are made up, since the publisher lists none for the case. */
  readonly illustrative: boolean;
  /** Values of a test field that bring it. None where the operation has no such field. */
  readonly testNumbers: readonly string[];
  /** What to do about it, of a failure. */
  readonly advice: string;
  /** The page that publishes its code. */
  readonly page: Page | undefined;
  readonly body: unknown;
}

/**
 * Reads a bundled OpenAPI 3 document, whether or not client and mock can serve all of it.
 *
 * @throws {ContractError} when the document has no operation, or a reference on the way leads out of it or nowhere.
 */
export function readContract(root: unknown): Contract {
  if (!isDocument(root)) throw new ContractError('it is not an OpenAPI 3 document');
  const operations = Object.entries(root.paths ?? {}).flatMap(([path, value]) => {
    const item = resolve<PathItem>(root, value) ?? {};
    return methods.flatMap((method) => {
      const object = item[method];
      return isObject(object) ? [readOperation(root, method, path, item, object)] : [];
    });
  });
  if (operations.length === 0) throw new ContractError('it has no operation');
  return {
    title: root.info?.title ?? '',
    version: root.info?.version ?? '',
    servers: (root.servers ?? []).map(({ url, description = '', 'x-name': name }, index) => ({
      name: name ?? String(index),
      url,
      description,
    })),
    operations,
    secretFields: secretFields(root),
    document: root,
  };
}

function readOperation(
  root: Document,
  method: string,
  path: string,
  item: PathItem,
  object: OperationObject,
): Operation {
  const request = readRequest(root, resolve<Body>(root, object.requestBody));
  const takesNumbers = request !== undefined && request.testFields.length > 0;
  const responses = Object.entries(object.responses ?? {}).map(([key, value]) =>
    readResponse(root, key, resolve<Body>(root, value) ?? {}, takesNumbers),
  );
  return {
    id: object.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: object.summary ?? '',
    description: object.description ?? '',
    parameters: readParameters(root, item, object),
    request,
    responses,
    examples: responses.flatMap(({ examples }) => examples),
    object,
  };
}

function readParameters(root: Document, item: PathItem, object: OperationObject): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const entry of [...(item.parameters ?? []), ...(object.parameters ?? [])]) {
    const parameter = resolve<Parameter>(root, entry);
    if (parameter) found.set(`${parameter.in} ${parameter.name.toLowerCase()}`, parameter);
  }
  return [...found.values()];
}

function readRequest(root: Document, body: Body | undefined): RequestBody | undefined {
  if (!body) return undefined;
  const media = Object.values(body.content ?? {});
  const schema = media[0]?.schema;
  return {
    description: body.description ?? '',
    required: body.required ?? false,
    mediaTypes: Object.keys(body.content ?? {}),
    schema,
    examples: namedExamples(root, media).map(([key, { summary = key, description = '', value }]) => ({
      key,
      summary,
      description,
      body: value,
    })),
    testFields: [...new Set(media.flatMap((entry) => textFields(root, entry.schema)))],
  };
}

function readResponse(root: Document, key: string, body: Body, takesNumbers: boolean): Response {
  const media = Object.values(body.content ?? {});
  const schema = media[0]?.schema;
  const times = timesIn(root, schema).map((time) => [JSON.stringify(time.path), time] as const);
  return {
    key,
    description: body.description ?? '',
    mediaTypes: Object.keys(body.content ?? {}),
    schema,
    currentTimes: [...new Map(times).values()],
    examples: namedExamples(root, media).map(([name, example]) => ({
      key: name,
      response: key,
      status: statusOf(key, example['x-status']),
      summary: example.summary ?? name,
      description: example.description ?? '',
      illustrative: /\billustrative\b/i.test(example.summary ?? ''),
      testNumbers: takesNumbers ? (example['x-test-numbers'] ?? []).map(String) : [],
      advice: example['x-advice'] ?? '',
      page: root.info?.['x-pages']?.[example['x-page'] ?? ''],
      body: example.value,
    })),
  };
}

const namedExamples = (root: Document, media: readonly MediaType[]): [string, Example][] =>
  media.flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([key, entry]): [string, Example] => [key, resolve<Example>(root, entry) ?? {}]),
  );

function statusOf(response: string, declared: number | undefined): number {
  if (typeof declared === 'number') return declared;
  const status = Number(response.replaceAll(/x/gi, '0'));
  return Number.isInteger(status) ? status : 500;
}

/** How deep schemas are looked into: a recursive one has no end. */
const maxDepth = 8;

/** The schemas that a schema is made of, itself among them, with its references followed: all that may say which fields there are. */
export function alternatives(root: object, schema: Schema | undefined, depth = 0): Schema[] {
  const own = resolve<Schema>(root, schema);
  if (!own || depth > maxDepth) return [];
  const parts = [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])];
  return [own, ...parts.flatMap((part) => alternatives(root, part, depth + 1))];
}

/** Names of the text fields at the top of a body, without the secret ones. */
const textFields = (root: Document, schema: Schema | undefined): string[] =>
  alternatives(root, schema).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, property]) => {
      const { type, format, enum: values } = resolve<Schema>(root, property) ?? {};
      return type === 'string' && format !== 'password' && !values ? [name] : [];
    }),
  );

/** The times in a body that depend on when it is sent. */
const timesIn = (root: Document, schema: Schema | undefined, path: readonly string[] = []): CurrentTime[] =>
  path.length > maxDepth
    ? []
    : alternatives(root, schema).flatMap((part) => [
        ...currentTime(part['x-current-time'], path),
        ...Object.entries(part.properties ?? {}).flatMap(([name, property]) =>
          timesIn(root, property, [...path, name]),
        ),
      ]);

function currentTime(declared: Schema['x-current-time'], path: readonly string[]): CurrentTime[] {
  if (declared === undefined) return [];
  const { format, offsetSeconds = 0 } = typeof declared === 'string' ? { format: declared } : declared;
  return [{ path, format, offsetSeconds }];
}

/** Names of all properties in the document that are secret. */
function secretFields(root: Document): string[] {
  const names = new Set<string>();
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { properties } = value as Schema;
    if (isObject(properties))
      for (const [name, property] of Object.entries(properties))
        if (isObject(property) && isSecret(root, property)) names.add(name);
    Object.values(value).forEach(walk);
  };
  walk(root.paths);
  walk(root.components);
  return [...names];
}

const isSecret = (root: Document, property: Schema): boolean =>
  alternatives(root, property).some(({ format }) => format === 'password');
