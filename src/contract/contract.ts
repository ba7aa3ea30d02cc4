import { ContractError, type Document, isObject, type Page, type Schema } from './openapi.js';
import { BundleCursor, type CurrentTime, currentTimes, entries, fieldsOf, secretPaths, text } from './walk.js';

/** A bundled spec as scripts, mock and MSW handlers use it. */
export interface Contract {
  readonly title: string;
  /** The version of the spec, such as `1.0.0`. */
  readonly version: string;
  /** `name` is the `x-name` of a server. */
  readonly servers: readonly { readonly name: string; readonly url: string; readonly description: string }[];
  readonly operations: readonly Operation[];
  /** The document itself, for parts that are not read here. */
  readonly document: Document;
}

export interface Operation {
  /** The `operationId`. */
  readonly id: string;
  /** In capital letters. */
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly request: RequestBody | undefined;
  /** By status; `default` is last. */
  readonly responses: readonly Response[];
  /** The examples of all responses. */
  readonly examples: readonly ResponseExample[];
  /** The operation in the document, for parts that are not read here. */
  readonly cursor: BundleCursor;
}

/** A header of an operation. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
  /** By key. */
  readonly examples?: Readonly<Record<string, unknown>>;
}

interface Message {
  readonly description: string;
  readonly mediaTypes: readonly string[];
  readonly schema: Schema | undefined;
  /** The keys that lead to each property with `format: password`. */
  readonly secretPaths: readonly (readonly string[])[];
}

export interface RequestBody extends Message {
  readonly examples: readonly RequestExample[];
  /** Fields in which the mock looks for a test number: those with a phone number in an example. Without any, all free texts. */
  readonly testFields: readonly string[];
}

export interface Response extends Message {
  /** A status or `default`. */
  readonly key: string;
  readonly examples: readonly ResponseExample[];
  /** The times in a body that the mock makes current. */
  readonly currentTimes: readonly CurrentTime[];
}

/** A named example of a request. */
export interface RequestExample {
  /** Its key in the spec, such as `withPassword`. */
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly body: unknown;
}

/** A named example of a response, and how to get it from the mock. */
export interface ResponseExample extends RequestExample {
  /** The HTTP status that it is sent with. */
  readonly status: number;
  /** The key of its response. */
  readonly response: string;
  /** Whether its code and message are made up, since the publisher lists none for the case. */
  readonly illustrative: boolean;
  /** Values of a test field that select it. None if the operation has no such field. */
  readonly testNumbers: readonly string[];
  /** What an app should do when it gets this failure. */
  readonly advice: string;
  /** The page that publishes its code. */
  readonly page: Page | undefined;
}

/**
 * Reads a bundled OpenAPI 3 document. `npm run generate` checks it by the rules of the spec; here a missing part is empty.
 *
 * @throws {ContractError} if the document has no operation, or has a reference that leads out of it or nowhere.
 */
export function readContract(root: unknown): Contract {
  if (!isDocument(root)) throw new ContractError('it is not an OpenAPI 3 document');
  const operations = entries(new BundleCursor(root).child('paths')).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => /^(get|put|post|delete|options|head|patch|trace)$/.test(method))
      .map(([method, operation]) => readOperation(method, path, operation, root)),
  );
  if (operations.length === 0) throw new ContractError('it has no operation');
  return {
    title: root.info?.title ?? '',
    version: root.info?.version ?? '',
    servers: (root.servers ?? []).map(({ url, description = '', 'x-name': name = '' }) => ({ name, url, description })),
    operations,
    document: root,
  };
}

/** Checks the version of a document. Its parts may still be missing. */
const isDocument = (value: unknown): value is Document => isObject(value) && String(value['openapi']).startsWith('3.');

function readOperation(method: string, path: string, cursor: BundleCursor, { info }: Document): Operation {
  const request = cursor.value['requestBody'] ? readRequest(cursor.child('requestBody')) : undefined;
  const responses = entries(cursor.child('responses')).map(([key, response]): Response => {
    const { content, examples, ...message } = readMessage(response);
    return {
      ...message,
      key,
      currentTimes: currentTimes(content),
      examples: examples.map(([example, shared]) => ({
        ...shared,
        response: key,
        status: Number(example.value['x-status'] ?? key),
        illustrative: / \(illustrative\)$/.test(shared.summary),
        testNumbers: request?.testFields.length
          ? ((example.value['x-test-numbers'] as string[] | undefined) ?? [])
          : [],
        advice: text(example, 'x-advice'),
        page: info?.['x-pages']?.[text(example, 'x-page')],
      })),
    };
  });
  return {
    id: text(cursor, 'operationId'),
    method: method.toUpperCase(),
    path,
    summary: text(cursor, 'summary'),
    description: text(cursor, 'description'),
    parameters: entries(cursor.child('parameters')).map(([, parameter]) => ({
      name: text(parameter, 'name'),
      required: Boolean(parameter.value.required),
      description: text(parameter, 'description'),
      schema: parameter.child('schema').value,
      examples: parameter.child('examples').value,
    })),
    request,
    responses,
    examples: responses.flatMap(({ examples }) => examples),
    cursor,
  };
}

function readRequest(body: BundleCursor): RequestBody {
  const { content, examples, ...message } = readMessage(body);
  const top = fieldsOf(content).filter(({ path }) => path.length === 1);
  const free = top.filter(
    ({ schema: { value } }) => value.type === 'string' && value.format !== 'password' && !value.enum,
  );
  const names = [...new Set(free.flatMap(({ path }) => path))];
  const bodies = examples.map(([, { body }]) => Object(body));
  const phones = names.filter((name) => bodies.some((body) => /^00\d{6,}$/.test(body[name])));
  const testFields = phones.length > 0 ? phones : names;
  return { ...message, examples: examples.map(([, example]) => example), testFields };
}

/** Reads what requests and responses have in common. `content` is the schema of the body. */
function readMessage(message: BundleCursor) {
  const [[mediaType = '', media] = []] = entries(message.child('content'));
  const content = message.child('content', mediaType, 'schema');
  const examples = media ? entries(media.child('examples')) : [];
  return {
    content,
    description: text(message, 'description'),
    mediaTypes: mediaType ? [mediaType] : [],
    schema: media?.value['schema'] as Schema | undefined,
    secretPaths: secretPaths(content),
    examples: examples.map(([key, example]): [BundleCursor, RequestExample] => [
      example,
      {
        key,
        summary: text(example, 'summary') || key,
        description: text(example, 'description'),
        body: example.value['value'],
      },
    ]),
  };
}
