import { type Contract, type Operation, readContract } from '../../src/contract/contract.js';
import { type Document, isObject, resolve } from '../../src/contract/openapi.js';
import { codeSamples, mockOrigin } from './samples.js';
import {
  changelogSection,
  decisionSection,
  type Section,
  sections,
  securitySection,
  splitDecisions,
  trySection,
} from './sections.js';

/** What the page is made of. */
export interface DocsSource {
  readonly document: Document;
  readonly changelog: string;
  readonly packageName: string;
}

/** The spec as the renderer gets it: the bundle, with code samples, links from marks to decisions, and sections of prose. */
export function derive({ document, changelog, packageName }: DocsSource): object {
  const contract = readContract(document);
  const { rest, decisions } = splitDecisions(document.info.description ?? '');
  const known = new Set([...decisions.matchAll(/^### (D\d+)$/gm)].map(([, id = '']) => id));
  const link = (text: string) => forSearch(withLinks(text, known));
  const derived = mapDescriptions({ ...document, info: { ...document.info, description: rest } }, link);
  if (!isObject(derived)) throw new TypeError('The spec is no object.');
  const tags = [
    trySection(),
    ...sections(contract),
    ...securitySection(contract),
    ...(decisions ? [decisionSection(decisions)] : []),
    changelogSection(changelog),
  ].map(({ name, description }): Section => ({ name, description: link(description) }));
  return {
    ...derived,
    servers: [
      { url: mockOrigin, description: 'The mock of this package.' },
      // A place where the renderer shows Markdown as it stands.
      ...contract.servers.map(({ url, description }) => ({
        url,
        description: description.replaceAll(/\*\*|^> /gm, ''),
      })),
    ],
    tags,
    'x-tagGroups': [
      { name: 'Operations', tags: [''] },
      { name: 'Reference', tags: tags.map(({ name }) => name) },
    ],
    paths: pathsOf(contract, packageName, link),
  };
}

type Change = (text: string) => string;

const pathsOf = (contract: Contract, packageName: string, link: Change): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of contract.operations) {
    // Redoc shows the operations of one tag at a time, and those without a tag always: to it their tag is ''.
    const { tags: _, ...object } = withExamples(contract, operation);
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: {
        ...(mapDescriptions(object, link) as object),
        'x-codeSamples': codeSamples(contract, operation, packageName),
        parameters: mapDescriptions(operation.parameters, link),
      },
    };
  }
  return paths;
};

/** A copy with every description changed. Examples hold data: a field of theirs that is called description is none of ours. */
function mapDescriptions(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => mapDescriptions(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name === 'description' && typeof item === 'string') return [name, change(item)];
      if (name === 'value' || (name === 'examples' && Array.isArray(item))) return [name, item];
      return [name, mapDescriptions(item, change)];
    }),
  );
}

/** A text in which each id of a decision, `(D9)`, leads to it. */
const withLinks = (text: string, known: ReadonlySet<string>): string =>
  text.replaceAll(/\(((?:D\d+(?:, )?)+)\)/g, (_, ids: string) => {
    const links = ids.split(', ').map((id) => {
      if (!known.has(id)) throw new Error(`A description cites ${id}, which is none of the decisions of the spec.`);
      return `[${id}](#/decisions#${id.toLowerCase()})`;
    });
    return `(${links.join(', ')})`;
  });

/** A text whose lines and points do not run together in the search of the page, which drops the ends of both: a blank that stays. */
const forSearch = (text: string): string =>
  text
    .trim()
    .replaceAll(/(?<=\S)\n *(?:> )?(?=[^\s-])/g, ' ')
    .replaceAll(/^- .*$/gm, '$&&#32;');

type OperationObject = { readonly tags?: unknown; readonly responses: unknown };

/** Says in the title of each example of a response which one it is and its status, and below it its test numbers. */
function withExamples({ document }: Contract, { cursor: { value: object }, responses }: Operation): OperationObject {
  const shown = responses.map(({ key, examples }) => {
    const body =
      resolve<{ content?: Record<string, object> }>(document, Reflect.get(Object(object['responses']), key)) ?? {};
    const titled = examples.map(({ key: name, status, summary, description, testNumbers, body: value }) => {
      const numbers = testNumbers.map((number) => `\`${number}\``).join(', ');
      const text = [description.trim(), numbers && `Test number: ${numbers}`].filter(Boolean).join('\n\n');
      return [name, { summary: `${status} ${name}: ${summary}`, description: text, value }];
    });
    const content = Object.entries(body.content ?? {}).map(([type, media]) => [
      type,
      { ...media, examples: Object.fromEntries(titled) },
    ]);
    return [key, { ...body, content: Object.fromEntries(content) }];
  });
  return { ...object, responses: Object.fromEntries(shown) };
}
