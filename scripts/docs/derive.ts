import { type Operation, readContract } from '../generate/contract.js';
import {
  type Body,
  type Document,
  type Example,
  type OperationObject,
  type Reference,
  resolve,
} from '../generate/openapi.js';
import type { Decision } from '../generate/source.js';
import { type CodeSample, codeSamples } from './samples.js';
import {
  changelogSection,
  decisionLink,
  decisionSection,
  errorSection,
  inferredParagraphMark,
  type Section,
  securitySection,
  testNumberSection,
  trySection,
} from './sections.js';

/** What the page is made of. */
export interface DocsSource {
  document: Document;
  decisions: readonly Decision[];
  changelog: string;
  packageName: string;
}

/** The spec as the renderer gets it: the bundle, with code samples, marks that link to decisions, and sections of prose. */
export function derive({ document, decisions, changelog, packageName }: DocsSource): Document {
  const contract = readContract(document);
  const known = new Set(decisions.map(({ id }) => id));
  const derived = mapDescriptions(document, (text, { $ref }) =>
    mark(withReferred(document, text, $ref), known),
  ) as Document & { tags?: Section[] };
  for (const operation of contract.operations) {
    const object = derived.paths[operation.path]?.[operation.method.toLowerCase()] as OperationObject & {
      'x-codeSamples'?: CodeSample[];
    };
    object['x-codeSamples'] = codeSamples(contract, operation, packageName);
    object.description = `${object.description ?? ''}\n\n[Try it](#/try-it), with [test numbers](#/test-numbers) for each answer.`;
    nameExamples(derived, operation);
  }
  derived.tags = [
    ...(derived.tags ?? []),
    ...securitySection(derived.components?.['securitySchemes']),
    trySection(),
    errorSection(packageName),
    testNumberSection(contract),
    decisionSection(decisions),
    changelogSection(changelog),
  ];
  return derived;
}

/** A description, and what it describes. */
type Change = (text: string, object: Readonly<Record<string, unknown>>) => string;

/** A copy with every description changed. */
function mapDescriptions(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => mapDescriptions(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name === 'description' && typeof item === 'string') return [name, change(item, { ...value })];
      // Examples hold data: a field of theirs that is called description is none of ours.
      if (name === 'value' || (name === 'examples' && Array.isArray(item))) return [name, item];
      return [name, mapDescriptions(item, change)];
    }),
  );
}

/**
 * The description beside a `$ref` with what the one behind it says after its first paragraph, and all there that is inferred. The
 * renderer shows the nearer one only: it names better what stands here, but the rest holds as well.
 */
function withReferred(document: Document, text: string, pointer: unknown): string {
  if (typeof pointer !== 'string') return text;
  const { description = '' } = resolve<{ description?: string }>(document, { $ref: pointer });
  const rest = description.split(/\n{2,}/).filter((part, at) => at > 0 || part.startsWith('> **Inferred'));
  return [text.trim(), ...rest].join('\n\n');
}

/** Turns `**Inferred (D9).**` into a mark with a link to the decision. */
const mark = (text: string, known: ReadonlySet<string>): string =>
  text
    .replaceAll(/^> /gm, '')
    .replaceAll(/^\*\*Inferred (\(D\d+\))\.\*\*/gm, `${inferredParagraphMark} $1`)
    .replace(/\((D\d+)\)/g, (_, id: string) => {
      if (!known.has(id)) throw new Error(`A description cites ${id}, which openapi/source.yaml does not list.`);
      return `(${decisionLink(id)})`;
    });

/** Says in the title of each example which one it is, since a title is all that the renderer shows beside a value. */
function nameExamples(derived: Document, { path, method, responses }: Operation): void {
  const object = derived.paths[path]?.[method.toLowerCase()] as OperationObject;
  if (object.requestBody) {
    object.requestBody = withExamples(derived, object.requestBody, (key, example) => ({
      ...example,
      summary: `Request ${key}: ${example.summary ?? key}`,
    }));
  }
  for (const [status, response] of Object.entries(object.responses)) {
    object.responses[status] = withExamples(derived, response, (key, example) => {
      const numbers = responses[key]?.testNumbers ?? [];
      return {
        ...example,
        summary: `${responses[key]?.status ?? status} ${key}: ${example.summary ?? key}`,
        description: [
          example.description?.trim(),
          numbers.length > 0 ? `Test number: ${numbers.map((number) => `\`${number}\``).join(', ')}` : '',
        ]
          .filter(Boolean)
          .join('\n\n'),
      };
    });
  }
}

/** A body with copies of its examples, changed: a shared example may have another status or name elsewhere. */
function withExamples(
  derived: Document,
  body: Body | Reference,
  change: (key: string, example: Example) => Example,
): Body {
  const resolved = resolve<Body>(derived, body);
  const content = Object.entries(resolved.content ?? {}).map(([type, media]) => {
    const examples = Object.entries(media.examples ?? {}).map(([key, example]) => [
      key,
      change(key, resolve<Example>(derived, example)),
    ]);
    return [type, { ...media, examples: Object.fromEntries(examples) }];
  });
  return { ...resolved, content: Object.fromEntries(content) };
}
