import type { Contract, Operation, ResponseExample } from '../../src/contract/contract.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { cite } from '../generate/source.js';
import { fieldsOf, typeText, type Variant, variantsOf } from './fields.js';
import { block, code, slug, table } from './markdown.js';
import { sampleBlocks, samplesOf } from './samples.js';

/** Returns the section of one operation: headers, body, samples and responses. */
export function operationSection(contract: Contract, operation: Operation, packageName: string): string[] {
  const { id, method, path, summary, description, request } = operation;
  const page = contract.document.info['x-pages']?.[id];
  return [
    `## ${summary}`,
    `**${method}** ${code(path)}`,
    description,
    `Operation id: ${code(id)}. ${page ? `Published as ${cite(page)}` : ''} [Send a request](#try-it).`,
    `### ${summary}: headers`,
    headerTable(contract, operation),
    `### ${summary}: request body`,
    ...requestBody(contract, operation),
    `### ${summary}: samples`,
    ...(request?.examples ?? []).flatMap((example) => [
      `#### ${summary}: ${lowerFirst(example.summary)}`,
      example.description,
      sampleBlocks(samplesOf(contract, operation, example, packageName)),
    ]),
    `### ${summary}: responses`,
    responseTable(contract, operation),
    ...ownBodies(contract, operation),
    `#### ${summary}: response examples`,
    ...responseExamples(operation.examples),
  ];
}

/** Returns the fields of the bodies that several responses share. */
export function sharedBodies(contract: Contract): string[] {
  const bodies = contract.operations.flatMap((operation) => bodiesOf(contract, operation));
  const shared = new Map(bodies.filter(({ isShared }) => isShared).map((body) => [body.name, body]));
  return ['## Shared response bodies', ...[...shared.values()].flatMap((body) => bodySection(contract, '###', body))];
}

function headerTable({ document }: Contract, { request, parameters }: Operation): string {
  const contentTypes = (request?.mediaTypes ?? []).map((type) => [
    code('content-type'),
    'string',
    'yes',
    `Always ${code(type)}.`,
  ]);
  const others = parameters.map(({ name, required, schema, description = '' }) => [
    code(name),
    typeText(document, schema),
    yesNo(required),
    description,
  ]);
  return table(['Header', 'Type', 'Required', 'Description'], [...contentTypes, ...others]);
}

function requestBody(contract: Contract, { summary, request }: Operation): string[] {
  const variants = variantsOf(contract.document, request?.schema);
  const fields = (variant: Variant) => [variant.description, fieldTable(contract, variant, 'Required')];
  if (variants.length === 1) return variants.flatMap(fields);
  return [
    resolve<Schema>(contract.document, request?.schema)?.description ?? '',
    ...variants.flatMap((variant) => [`#### ${summary}: ${lowerFirst(variant.title)}`, ...fields(variant)]),
  ];
}

function responseTable(contract: Contract, operation: Operation): string {
  const bodies = bodiesOf(contract, operation);
  return table(
    ['Status', 'Body', 'When'],
    operation.responses.map(({ key, description }) => [
      key === 'default' ? 'any other' : key,
      bodies
        .filter((body) => body.key === key)
        .map(({ title, heading }) => `[${title}](#${slug(heading)})`)
        .join(' or '),
      description,
    ]),
  );
}

/** The body of a response: one of its variants. */
interface Body extends Variant {
  /** The response: a status or `default`. */
  readonly key: string;
  readonly heading: string;
  readonly isShared: boolean;
}

/** Returns the bodies of all responses. A body that several responses have is described once, in a section of its own. */
function bodiesOf({ document, operations }: Contract, { summary, responses }: Operation): Body[] {
  const names = operations
    .flatMap((operation) => operation.responses)
    .flatMap(({ schema }) => variantsOf(document, schema).map(({ name }) => name));
  return responses.flatMap(({ key, schema }) =>
    variantsOf(document, schema).map((variant) => {
      const isShared = names.indexOf(variant.name) !== names.lastIndexOf(variant.name);
      const title = isShared ? variant.title : `${summary}: ${lowerFirst(variant.title)}`;
      return { ...variant, key, isShared, heading: `${title} fields` };
    }),
  );
}

const ownBodies = (contract: Contract, operation: Operation): string[] =>
  bodiesOf(contract, operation)
    .filter(({ isShared }) => !isShared)
    .flatMap((body) => bodySection(contract, '####', body));

const bodySection = (contract: Contract, level: string, body: Body): string[] => [
  `${level} ${body.heading}`,
  body.description,
  fieldTable(contract, body, 'Always present'),
];

const fieldTable = ({ document }: Contract, { schema }: Variant, required: string): string =>
  table(
    ['Field', 'Type', required, 'Description'],
    fieldsOf(document, schema).map((field) => [code(field.path), field.type, yesNo(field.required), field.description]),
  );

/** How long an example may be, in characters, to stand in a row of a table. */
const longestInTable = 200;

/** Returns long examples as code blocks, and short ones as rows of a table. */
function responseExamples(examples: readonly ResponseExample[]): string[] {
  const isLong = ({ body }: ResponseExample) => JSON.stringify(body).length > longestInTable;
  const blocks = examples
    .filter(isLong)
    .flatMap(({ status, key, summary, description, body }) => [
      `**${status}** ${code(key)}: ${summary}.\n\n${description}`,
      block('json', JSON.stringify(body, null, 2)),
    ]);
  const rows = examples
    .filter((example) => !isLong(example))
    .map(({ status, key, summary, description, body, testNumbers }) => [
      String(status),
      `${code(key)} ${summary}.\n${description}`,
      code(JSON.stringify(body, null, 1).replaceAll(/\n */g, ' ')),
      testNumbers.map(code).join(', '),
    ]);
  return [...blocks, table(['Status', 'Example', 'Body', 'Test number'], rows)];
}

const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
