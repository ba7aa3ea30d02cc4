import type { Contract, Operation, RequestExample } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { refName, type Schema } from '../../src/contract/openapi.js';
import { codeSamples } from './samples.js';
import { sections, securitySection, splitDecisions } from './sections.js';
import { code } from './text.js';

/** The whole contract as one Markdown file, for terminals, reviews and coding agents. */
export function reference(contract: Contract, packageName: string): string {
  const { document, title, version, operations } = contract;
  const { rest, decisions } = splitDecisions(document.info.description ?? '');
  const parts = [
    `# ${title} ${version}`,
    `Made from the contract, with nothing left out. The spec itself: \`${packageName}/openapi.yaml\`. *Inferred (D1)* marks what the
publisher's pages do not say; the list of decisions at the end has the reason.`,
    rest.trim(),
    '## Servers',
    contract.servers.map(({ name, url, description }) => `- ${code(url)} (\`servers.${name}\`): ${line(description)}`),
    ...howToCall(contract, packageName),
    ...operations.flatMap(operationPart),
    '## Schemas',
    ...Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => schemaPart(name, schema)),
    ...[...sections(contract), ...securitySection(contract)].flatMap(({ name, description }) => [
      `## ${name}`,
      description.replaceAll(/^(?=[^\n])(.*)\n(?=[^\n-])/gm, '$1 '),
    ]),
    ...(decisions ? ['## Decisions', decisionList(decisions)] : []),
  ];
  return `${parts.map((part) => (Array.isArray(part) ? part.join('\n') : part.trim())).join('\n\n')}\n`;
}

function howToCall(contract: Contract, packageName: string): string[] {
  const { headerNames, successCode } = conventionsOf(contract);
  const samples = contract.operations.slice(0, 1).flatMap((operation) => codeSamples(contract, operation, packageName));
  return [
    '## Call it',
    ...samples.filter(({ lang }) => lang === 'typescript').map(({ source }) => `\`\`\`ts\n${source}\n\`\`\``),
    `\`npx koodrive-auth-mock\` starts the mock at that address. Without the client: send JSON with the header \`${headerNames.agentName}\`, and
take an answer for a success only if its \`code\` is \`${successCode}\` or \`"${successCode}"\`.`,
  ];
}

function operationPart(operation: Operation): (string | string[])[] {
  const { id, method, path, summary, description, parameters, request, responses } = operation;
  return [
    `## ${summary}: \`${id}\``,
    `\`${method} ${path}\``,
    line(description),
    [
      ...parameters.map(
        ({ name, in: place, required, schema = {}, description: text = '' }) =>
          `- ${place} ${code(name)} (${type(schema)}${required ? ', required' : ''}): ${line(text)}`,
      ),
      ...(request ? [`- body (${type(request.schema ?? {})}): ${line(request.description)}`] : []),
      ...(request?.examples ?? []).map((example) => exampleLine(example.key, example)),
    ],
    ...responses.map(({ key, schema, description: text, examples }) => [
      `- **${key}** (${type(schema ?? {})}): ${line(text)}`,
      ...examples.map((example) =>
        exampleLine(`${example.key}${String(example.status) === key ? '' : ` (${example.status})`}`, example),
      ),
    ]),
  ];

  function exampleLine(name: string, { summary: title, description: text, body }: RequestExample): string {
    return `  - ${name}: ${line(title)}. ${line(text)} ${code(JSON.stringify(body))}`;
  }
}

function schemaPart(name: string, schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([field, property]) =>
      `- ${code(field)} (${type(property)}${schema.required?.includes(field) ? ', required' : ''})${
        property.description ? `: ${line(property.description)}` : ''
      }`,
  );
  const { description = '', ...rest } = schema;
  return [`**${name}** (${type(rest)}): ${line(description)}`, ...fields].join('\n');
}

/** A schema in a few words. */
function type(schema: Schema): string {
  const { $ref, oneOf, anyOf, format, minLength, maxLength, pattern } = schema;
  if ($ref) return refName($ref);
  const parts = oneOf ?? anyOf;
  if (parts) return parts.map(type).join(' or ');
  const listed = (values: readonly unknown[]) => values.map((value) => code(JSON.stringify(value))).join(', ');
  const most = maxLength !== undefined && `at most ${maxLength} characters`;
  const least = minLength !== undefined && `at least ${minLength} ${minLength === 1 ? 'character' : 'characters'}`;
  const length = minLength !== undefined && minLength === maxLength ? [`${minLength} characters`] : [least, most];
  const not = schema['not'] as Schema | undefined;
  return [
    [schema.type].flat().filter(Boolean).join(' or '),
    format,
    schema.enum && listed(schema.enum),
    ...length,
    typeof pattern === 'string' && `pattern ${code(pattern)}`,
    not?.enum && `not ${listed(not.enum)}`,
    schema['additionalProperties'] === false && 'no other fields',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A description on one line, its marks in italics. */
const line = (text: string): string =>
  text
    .replaceAll(/^> ?/gm, '')
    .replaceAll(/\*\*Inferred \((D\d+)\)\.\*\*/g, '*Inferred ($1).*')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** One line for each decision. */
const decisionList = (decisions: string): string =>
  decisions
    .split(/^### /m)
    .map((part) => {
      const [, id = '', text = ''] = /^(D\d+)\n([\s\S]*)$/.exec(part) ?? [];
      return id ? `- **${id}** ${line(text.replaceAll(/^- /gm, '').replaceAll('**', ''))}` : part.trim();
    })
    .join('\n')
    .replace(/\n(?=- )/, '\n\n');
