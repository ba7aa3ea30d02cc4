import type { Contract, Operation, Response } from '../../src/contract/contract.js';
import { cite } from '../generate/source.js';
import { fieldsOf, typeText, type Variant, variantsOf } from './fields.js';
import { block, code, slug, table } from './markdown.js';
import { sampleBlocks, samplesOf } from './samples.js';

/** Returns the section of one operation: headers, body, samples, and every response with its examples. */
export function operationSection(contract: Contract, operation: Operation, packageName: string): string[] {
  const { id, method, path, summary, description, request, responses } = operation;
  const page = contract.document.info['x-pages']?.[id];
  const variants = variantsOf(contract.document, request?.schema);
  return [
    `## ${summary}`,
    code(`${method} ${path}`),
    `Operation id ${code(id)}. ${page ? `Published as ${cite(page)}` : ''} [Send a request](#try-it).`,
    description,
    `### ${summary}: headers`,
    headerTable(contract, operation),
    `### ${summary}: request body`,
    ...(variants.length > 1 ? [describe(contract, operation)] : [request?.description ?? '']),
    ...variants.flatMap((variant) => [
      ...(variants.length > 1 ? [`#### ${summary}: ${lowerFirst(variant.title)}`] : []),
      variant.description,
      fieldTable(contract, variant, 'Required'),
    ]),
    `### ${summary}: samples`,
    ...(request?.examples ?? []).flatMap((example) => [
      `#### ${summary}: ${lowerFirst(example.summary)}`,
      example.description,
      sampleBlocks(samplesOf(contract, operation, example, packageName)),
    ]),
    `### ${summary}: responses`,
    responseTable(contract, operation),
    ...responses.flatMap((response) => responsePart(contract, summary, response)),
  ];
}

/** Returns the fields of the bodies that several responses share. */
export function sharedBodies(contract: Contract): string[] {
  const shared = new Map(
    contract.operations
      .flatMap(({ responses }) => responses.flatMap(({ schema }) => variantsOf(contract.document, schema)))
      .filter((variant) => isShared(contract, variant))
      .map((variant) => [variant.name, variant]),
  );
  return [
    '## Shared response bodies',
    ...[...shared.values()].flatMap((variant) => [
      `### ${bodyHeading(variant)}`,
      variant.description,
      fieldTable(contract, variant, 'Always present'),
    ]),
  ];
}

const bodyHeading = ({ title }: Variant): string => `${title}: fields`;

const isShared = ({ document, operations }: Contract, { name }: Variant): boolean =>
  name !== '' &&
  operations
    .flatMap(({ responses }) => responses)
    .filter(({ schema }) => variantsOf(document, schema).some((variant) => variant.name === name)).length > 1;

/** The request body in general, where it has several variants: what they have in common, and how they differ. */
function describe({ document }: Contract, { request }: Operation): string {
  const name = request?.schema?.$ref?.split('/').at(-1) ?? '';
  return document.components?.schemas?.[name]?.description ?? request?.description ?? '';
}

function headerTable({ document }: Contract, { request, parameters }: Operation): string {
  return table(
    ['Header', 'Type', 'Required', 'Description'],
    [
      ...(request?.mediaTypes ?? []).map((type) => [code('content-type'), 'string', 'yes', `Always ${code(type)}.`]),
      ...parameters.map(({ name, required, schema, description = '' }) => [
        code(name),
        typeText(document, schema),
        yesNo(required),
        description,
      ]),
    ],
  );
}

const fieldTable = ({ document }: Contract, { schema }: Variant, required: string): string =>
  table(
    ['Field', 'Type', required, 'Description'],
    fieldsOf(document, schema).map((field) => [code(field.path), field.type, yesNo(field.required), field.description]),
  );

const responseTable = (contract: Contract, { summary, responses }: Operation): string =>
  table(
    ['Status', 'Body', 'When'],
    responses.map(({ key, schema, description }) => [
      `[${key}](#${slug(statusHeading(summary, key))})`,
      bodies(contract, summary, key, variantsOf(contract.document, schema)).join(' or '),
      description,
    ]),
  );

const statusHeading = (summary: string, key: string): string =>
  `${summary}: ${key === 'default' ? 'any other status' : `status ${key}`}`;

/** Links to the fields of each body. */
const bodies = (contract: Contract, summary: string, key: string, variants: readonly Variant[]): string[] =>
  variants.map((variant) => {
    const heading = isShared(contract, variant) ? bodyHeading(variant) : statusHeading(summary, key);
    return `[${variant.title}](#${slug(heading)})`;
  });

/** How long an example may be, in characters, to stand in a row of a table. */
const longestInTable = 200;

function responsePart(contract: Contract, summary: string, { key, description, schema, examples }: Response): string[] {
  const variants = variantsOf(contract.document, schema);
  const own = variants.filter((variant) => !isShared(contract, variant));
  const isShort = (body: unknown) => JSON.stringify(body).length <= longestInTable;
  const short = examples.filter(({ body }) => isShort(body));
  const shared = bodies(
    contract,
    summary,
    key,
    variants.filter((variant) => isShared(contract, variant)),
  );
  return [
    `#### ${statusHeading(summary, key)}`,
    `${description} ${shared.length > 0 ? `Fields: ${own.length > 0 ? 'below, or those of ' : ''}${shared.join(' or ')}.` : ''}`,
    ...own.flatMap((variant) => [
      `**${variant.title}.** ${variant.description}`,
      fieldTable(contract, variant, 'Always present'),
    ]),
    ...examples
      .filter(({ body }) => !isShort(body))
      .flatMap((example) => [
        `**Example** ${code(example.key)}: ${example.summary}.\n\n${example.description}`,
        block('json', JSON.stringify(example.body, null, 2)),
      ]),
    ...(short.length > 0 ? [exampleTable(key, short)] : []),
  ];
}

const exampleTable = (key: string, examples: Response['examples']): string =>
  table(
    ['Example', 'Body', 'Test number'],
    examples.map((example) => [
      `${code(example.key)} ${example.summary}. ${String(example.status) === key || key === '200' ? '' : `Status ${example.status}. `}${example.description}`,
      code(JSON.stringify(example.body, null, 1).replaceAll(/\n */g, ' ')),
      example.testNumbers.map(code).join(', '),
    ]),
  );

const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
