import type { Contract } from '../../src/contract/contract.js';
import { type ErrorCode, errorCodes } from '../../src/contract/error-codes.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { errorKinds } from '../generate/error-kinds.js';
import { cite } from '../generate/source.js';
import { code, plain } from './text.js';

/** A part of the page that no operation has: the renderer shows it as a tag without operations. */
export interface Section {
  readonly name: string;
  readonly description: string;
}

// Each section is Markdown of paragraphs and lists: in the search of the page the cells of a table would run together, and a list fits a phone.

/** What every section but the decisions says: on the page as parts of their own, in reference.md as chapters. */
export const sections = (contract: Contract): Section[] => [
  errorCodeSection(contract),
  errorKindSection(),
  testNumberSection(contract),
];

const errorCodeSection = (contract: Contract): Section => {
  const codes = errorCodes(contract);
  const list = (by: ErrorCode['kind']) => codes.filter(({ kind }) => kind === by).map(aboutCode);
  return {
    name: 'Error codes',
    description: `Decide by a published code, else by the status, and never by a message. What is *illustrative* is made up, and no real answer
will have it. New codes may appear at any time.

The service, in \`code\`:

${list('service').join('\n')}

The API gateway, in \`error_code\`:

${list('gateway').join('\n')}`,
  };
};

const aboutCode = ({ code: value, statuses, meaning, advice, illustrative, page, testNumbers: numbers }: ErrorCode) =>
  [
    `- **${plain(value)}**${illustrative ? ' (illustrative)' : ''}, status ${statuses.join(' or ')}: ${plain(meaning)}.`,
    plain(advice),
    page ? `Source: ${cite(page)}` : '',
    numbers.length > 0 ? `Test number: ${numbers.map(code).join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

const errorKindSection = (): Section => ({
  name: 'Kinds of error',
  description: `The client never rejects for what a server or a network does. A call that fails resolves with \`{ ok: false, error }\`, and
\`error.kind\` tells these kinds apart. Each error has \`operation\` and \`traceId\` besides the fields listed.

${Object.entries(errorKinds)
  .map(([kind, { when, fields, advice }]) => `- **${kind}**: ${when} ${advice} Fields: ${fields}.`)
  .join('\n')}`,
});

const testNumberSection = (contract: Contract): Section => ({
  name: 'Test numbers',
  description: `The mock answers with a certain example when a field of the request holds its number: ${contract.operations
    .filter(({ request }) => request && request.testFields.length > 0)
    .map(({ summary, request }) => `${plain(summary)} takes it in ${request?.testFields.map(code).join(', ')}`)
    .join('; ')}. Any other value brings the success.

Numbers of the contract:

${testNumbers(contract)
  .map(
    ({ number, status, example, summary, operations }) =>
      `- ${code(number)}: ${status}, ${plain(summary)}. Example ${code(example)} of ${operations.map(code).join(' and ')}.`,
  )
  .join('\n')}

Numbers of the mock's own, for what happens on real networks:

${mockNumbers.map(({ number, summary }) => `- ${code(number)}: ${plain(summary)}.`).join('\n')}`,
});

/** The doubts that the spec's description lists, apart from the rest of it. */
export function splitDecisions(description: string): { readonly rest: string; readonly decisions: string } {
  const [rest = '', decisions = ''] = description.split(/^## Decisions$/m);
  return { rest, decisions: decisions.trim() };
}

/**
 * The decisions, a paragraph each with an anchor: a heading would get a place in the contents. The anchors are Markdoc's, the dialect
 * of the renderer.
 */
export const decisionSection = (decisions: string): Section => ({
  name: 'Decisions',
  description: decisions.replaceAll(
    /^### (D\d+)\n\n((?:- .*\n?)+)/gm,
    (_, id: string, points: string) =>
      `**${id}.** ${points
        .replaceAll(/^- \*\*(.*?)\*\*/gm, '*$1*')
        .replaceAll('\n', ' ')
        .trim()} {% #${id.toLowerCase()} %}\n`,
  ),
});

/** What the spec says of its security schemes: the renderer shows only those that an operation asks for. */
export function securitySection({ document }: Contract): Section[] {
  const schemes = Object.values(document.components?.['securitySchemes'] ?? {}) as { description?: string }[];
  const description = schemes.map((scheme) => scheme.description ?? '').join('\n\n');
  return description ? [{ name: 'Session token', description }] : [];
}

export const trySection = (): Section => ({
  name: 'Try it',
  description: `Send a request to the mock that serves this page, and see what it answers: [open the form](#/try-it/form). It reaches no other
server, and a reload forgets what was typed.

The whole contract as one Markdown file, for terminals and coding agents: [reference.md](reference.md). The spec itself:
[openapi.yaml](openapi.yaml), [openapi.json](openapi.json).`,
});

/** The changelog without its title, its versions in bold: a heading would get a place in the contents. */
export const changelogSection = (changelog: string): Section => ({
  name: 'Changelog',
  description: changelog.replace(/^# .*\n+/, '').replaceAll(/^#+ (.*)$/gm, '**$1**'),
});
