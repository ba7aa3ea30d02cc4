import type { Contract, Operation, ResponseExample } from '../../src/contract/contract.js';
import { BundleCursor, text, variants } from '../../src/contract/walk.js';
import { cite } from '../generate/source.js';
import { fieldTable, typeText, yesNo } from './fields.js';
import { block, code, slug, table } from './markdown.js';
import { samplesOf } from './samples.js';

/** Returns the section of one operation: headers, body, samples and responses. */
export function operationSection(contract: Contract, operation: Operation): string[] {
  const { id, method, path, summary, description, request, examples } = operation;
  const page = contract.document.info['x-pages']?.[id];
  return [
    `## ${summary}`,
    `**${method}** ${code(path)}`,
    description,
    `Operation id: ${code(id)}. ${page ? `Published as ${cite(page)}` : ''} [Send a request](#try-it).`,
    `### ${summary}: headers`,
    headerTable(contract, operation),
    `### ${summary}: request body`,
    ...requestBody(operation),
    `### ${summary}: samples`,
    timeoutNote,
    ...(request?.examples ?? []).flatMap((example) => [
      `#### ${summary}: ${lowerFirst(example.summary)}`,
      example.description,
      ...samplesOf(contract, operation, example).map((sample) => block(sample.language, sample.source, sample.label)),
    ]),
    `### ${summary}: responses`,
    responseTable(operation),
    ...responseBodies(operation),
    `#### ${summary}: response examples`,
    ...responseExamples(examples),
  ];
}

const timeoutNote = `curl, the client and \`fetch\` wait at most 10 seconds for the whole response. Python waits at most 10 seconds for each part of it, and Java for its headers. If no complete response arrives, curl prints the reason, and the client returns an error of kind \`timeout\` or \`network\`. \`fetch\` rejects, Python raises an \`OSError\` or an \`http.client.HTTPException\`, and Java throws an \`IOException\`. Catch them in your app: the service may have processed the request.`;

function headerTable({ document }: Contract, { parameters }: Operation): string {
  const contentType = [code('content-type'), 'string', 'yes', `Always ${code('application/json')}.`];
  const others = parameters.map(({ name, required, schema, description = '' }) => [
    code(name),
    typeText(new BundleCursor(document, schema)),
    yesNo(required),
    description,
  ]);
  return table(['Header', 'Type', 'Required', 'Description'], [contentType, ...others]);
}

/** Returns the schema of the body of a request or a response. */
const schemaOf = (message: BundleCursor): BundleCursor => message.child('content', 'application/json', 'schema');

function requestBody({ summary, cursor }: Operation): string[] {
  const body = schemaOf(cursor.child('requestBody'));
  const alternatives = variants(body);
  const describe = (variant: BundleCursor) => [text(variant, 'description'), fieldTable(variant, 'Required')];
  if (alternatives.length === 1) return describe(body);
  return [
    text(body, 'description'),
    ...alternatives.flatMap((variant) => [
      `#### ${summary}: ${lowerFirst(text(variant, 'title'))}`,
      ...describe(variant),
    ]),
  ];
}

/** Returns the bodies that a response may have. */
const bodiesOf = ({ cursor }: Operation, key: string): BundleCursor[] =>
  variants(schemaOf(cursor.child('responses', key)));

const bodyHeading = ({ summary }: Operation, body: BundleCursor): string =>
  `${summary}: ${lowerFirst(text(body, 'title'))} fields`;

const responseTable = (operation: Operation): string =>
  table(
    ['Status', 'Body', 'When'],
    operation.responses.map(({ key, description }) => [
      key === 'default' ? 'any other' : key,
      bodiesOf(operation, key)
        .map((body) => `[${text(body, 'title')}](#${slug(bodyHeading(operation, body))})`)
        .join(' or '),
      description,
    ]),
  );

/** Returns each body once, also one that several responses have. */
function responseBodies(operation: Operation): string[] {
  const bodies = operation.responses.flatMap(({ key }) => bodiesOf(operation, key));
  const different = new Map(bodies.map((body) => [body.value, body])).values();
  return [...different].flatMap((body) => [
    `#### ${bodyHeading(operation, body)}`,
    text(body, 'description'),
    fieldTable(body, 'Always present'),
  ]);
}

/** Returns examples over 200 characters as code blocks, and shorter ones as rows of a table. */
function responseExamples(examples: readonly ResponseExample[]): string[] {
  const isLong = ({ body }: ResponseExample) => JSON.stringify(body).length > 200;
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

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
