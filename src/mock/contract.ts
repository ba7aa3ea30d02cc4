/** A named example of a response, and what makes the mock answer with it. */
export interface MockExample {
  /** Key of the example in the spec, such as `wrongPassword`. */
  readonly key: string;
  /** HTTP status of an answer with this example. */
  readonly status: number;
  /** Key of the response that the example stands under: a status, a range such as `4XX`, or `default`. */
  readonly response: string;
  readonly summary: string;
  readonly illustrative: boolean;
  /** Values of a request field that bring this example. */
  readonly testNumbers: readonly string[];
  readonly body: unknown;
}

/** A header that an operation takes. */
export interface MockHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A field that tells the variants of a body apart. */
export interface Variants {
  readonly field: string;
  readonly values: readonly string[];
}

/** What the mock needs to know of one operation. */
export interface MockOperation {
  readonly id: string;
  readonly summary: string;
  /** In capital letters. */
  readonly method: string;
  readonly path: string;
  readonly headers: readonly MockHeader[];
  /** Media types of the request body. */
  readonly mediaTypes: readonly string[];
  /** The field of the request body that tells its variants apart, and its values, if there are variants. */
  readonly variants: Variants | undefined;
  /** Request fields in which a test number counts: every text field at the top that is not secret. */
  readonly testFields: readonly string[];
  readonly requests: readonly { readonly key: string; readonly body: unknown }[];
  readonly examples: readonly MockExample[];
  /** Keys of the responses, in the spec's order. */
  readonly responses: readonly string[];
}

/** What the mock needs to know of a spec. */
export interface MockContract {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly MockOperation[];
}

/** Says that a document cannot be served, and why. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

type Node = Readonly<Record<string, unknown>>;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const node = (value: unknown): Node => (isNode(value) ? value : {});
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads what the mock needs from an OpenAPI document, in which every reference points into the document itself.
 *
 * @throws {ContractError} when the document has no operation, or a reference leads out of it or nowhere.
 */
export function readContract(document: unknown): MockContract {
  const root = node(document);
  if (!text(root['openapi']).startsWith('3.')) throw new ContractError('it is not an OpenAPI 3 document');

  const follow = (value: unknown, depth = 0): Node => {
    const reference = node(value)['$ref'];
    if (typeof reference !== 'string') return node(value);
    if (!reference.startsWith('#/')) throw new ContractError(`${reference} leads out of the document: bundle it first`);
    const target = reference
      .slice(2)
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((parent, part) => node(parent)[part], root);
    if (!isNode(target) || depth > 50) throw new ContractError(`${reference} leads nowhere`);
    return follow(target, depth + 1);
  };

  /** Names of the text fields of a schema and of its variants, without the secret ones. */
  const textFields = (schema: unknown, depth = 0): string[] => {
    const { properties, allOf, anyOf, oneOf } = follow(schema);
    if (depth > 8) return [];
    const own = Object.entries(node(properties)).flatMap(([name, property]) => {
      const { type, format } = follow(property);
      return type === 'string' && format !== 'password' ? [name] : [];
    });
    const inVariants = [allOf, anyOf, oneOf].flatMap(list).flatMap((variant) => textFields(variant, depth + 1));
    return [...new Set([...own, ...inVariants])];
  };

  const readVariants = (schema: unknown): Variants | undefined => {
    const { propertyName, mapping } = node(follow(schema)['discriminator']);
    return propertyName === undefined ? undefined : { field: text(propertyName), values: Object.keys(node(mapping)) };
  };

  const readExamples = ([response, value]: [string, unknown]): MockExample[] =>
    Object.values(node(follow(value)['content'])).flatMap((media) =>
      Object.entries(node(node(media)['examples'])).map(([key, entry]) => {
        const example = follow(entry);
        const summary = text(example['summary']);
        return {
          key,
          response,
          status: statusOf(response, example['x-status']),
          summary,
          illustrative: /\billustrative\b/i.test(summary),
          testNumbers: list(example['x-test-numbers']).map(String),
          body: example['value'],
        };
      }),
    );

  const readOperation = (method: string, path: string, item: Node, operation: Node): MockOperation => {
    const content = node(follow(operation['requestBody'])['content']);
    return {
      id: text(operation['operationId']) || `${method} ${path}`,
      summary: text(operation['summary']),
      method: method.toUpperCase(),
      path,
      headers: [...list(item['parameters']), ...list(operation['parameters'])]
        .map((parameter) => follow(parameter))
        .filter((parameter) => parameter['in'] === 'header')
        .map(({ name, required, schema }) => ({
          name: text(name),
          required: required === true,
          schema: follow(schema),
        })),
      mediaTypes: Object.keys(content),
      variants: Object.values(content)
        .map((media) => readVariants(node(media)['schema']))
        .find((variants) => variants !== undefined),
      testFields: Object.values(content).flatMap((media) => textFields(node(media)['schema'])),
      requests: Object.values(content).flatMap((media) =>
        Object.entries(node(node(media)['examples'])).map(([key, entry]) => ({ key, body: follow(entry)['value'] })),
      ),
      examples: Object.entries(node(operation['responses'])).flatMap(readExamples),
      responses: Object.keys(node(operation['responses'])),
    };
  };

  const operations = Object.entries(node(root['paths'])).flatMap(([path, value]) => {
    const item = follow(value);
    return methods
      .filter((method) => isNode(item[method]))
      .map((method) => readOperation(method, path, item, node(item[method])));
  });
  if (operations.length === 0) throw new ContractError('it has no operation');
  const info = node(root['info']);
  return { title: text(info['title']), version: text(info['version']), operations };
}

function statusOf(response: string, declared: unknown): number {
  if (typeof declared === 'number') return declared;
  const status = Number(response.replaceAll(/x/gi, '0'));
  return Number.isInteger(status) ? status : 500;
}
