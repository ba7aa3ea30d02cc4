import type { Contract, Operation } from '../generate/contract.js';
import type { Decision } from '../generate/source.js';
import { errorKinds } from './error-kinds.js';
import { escapeHtml, inline } from './text.js';

/** A part of the page that no operation has: the renderer shows it as a tag without operations. */
export interface Section {
  name: string;
  description: string;
}

/** The mark of a statement that rests on a decision, not on the publisher's pages. */
const inferredMark = '<mark class="inferred">Inferred</mark>';
/** The same mark at the head of a paragraph, all of which is inferred. */
export const inferredParagraphMark = '<mark class="inferred whole">Inferred</mark>';
export const documentedMark = '<mark class="documented">Documented</mark>';

const decisionAnchor = (id: string): string => `decision-${id.toLowerCase()}`;

/** A link to a decision: the renderer's route of the section, and the place in it. */
export const decisionLink = (id: string): string =>
  `<a class="decision" href="#/decisions#${decisionAnchor(id)}">${id}</a>`;

/** What the spec says of its security schemes: the renderer shows only those that an operation asks for. */
export function securitySection(schemes: object = {}): Section[] {
  const described = Object.entries(schemes as Record<string, { description?: string }>);
  const description = described.map(([name, scheme]) => `**${name}.** ${scheme.description ?? ''}`).join('\n\n');
  return description ? [{ name: 'Security', description }] : [];
}

/** The console that sends requests: an element that the page's own script brings to life. */
export const trySection = (): Section => ({
  name: 'Try it',
  description: `Send a request to the mock that serves this page, and see what it answers. Requests go to this page's own origin only.

<try-it></try-it>`,
});

export const errorSection = (packageName: string): Section => ({
  name: 'Errors',
  description: `The client of \`${packageName}\` never rejects for what a server or a network does. A call that fails resolves with
\`{ ok: false, error }\`, and \`error.kind\` tells six kinds apart. Each error has \`operation\` and \`traceId\` besides the fields below.

${table(
  'kinds',
  ['Kind', 'When', 'Fields', 'What to do'],
  Object.entries(errorKinds).map(([kind, { when, fields, advice }]) => ({
    cells: [`<code>${kind}</code>`, inline(when), inline(fields), inline(advice)],
  })),
)}`,
});

/** A table for each operation of the values that make the mock answer with a certain example. */
export const testNumberSection = ({ operations }: Contract): Section => ({
  name: 'Test numbers',
  description: `The mock answers with a certain example when the request holds its number, as \`account\` in a login and as \`phone\` in a
registration. Any other value brings the success. Numbers are digits only, so a form for phone numbers accepts them.

${operations
  .map(({ id, summary, responses }) =>
    table(
      'numbers',
      ['Number', 'Status', 'Answer', 'Example'],
      Object.entries(responses).flatMap(([key, example]) =>
        example.testNumbers.map((number) => ({ cells: numberCells(number, key, example), id: `${id}-${number}` })),
      ),
      summary,
    ),
  )
  .join('\n\n')}`,
});

const numberCells = (
  number: string,
  key: string,
  { status, summary, body }: Operation['responses'][string],
): string[] => {
  const { code, error_code: gatewayCode } = body as { code?: unknown; error_code?: unknown };
  return [
    `<code>${number}</code>`,
    String(status),
    `${escapeHtml(summary)}, code <code>${escapeHtml(String(code ?? gatewayCode))}</code>`,
    `<code>${key}</code>`,
  ];
};

/** What the pages say on the left, what the contract decided on the right. */
export const decisionSection = (decisions: readonly Decision[]): Section => ({
  name: 'Decisions',
  description: `Where the publisher's pages contradict themselves or leave something open, the contract had to decide. On this page,
what bears no mark is documented; a paragraph that starts with ${inferredMark} rests on one of these decisions.

${table(
  'decisions',
  ['Id', `${documentedMark} The pages say`, `${inferredMark} The contract says`, 'Why'],
  decisions.map(({ id, says, decision, why }) => ({
    id: decisionAnchor(id),
    cells: [`<strong>${id}</strong>`, inline(says), inline(decision), inline(why)],
  })),
)}`,
});

/** The changelog without its title, its versions one level deeper so that they stand below the section's own heading. */
export const changelogSection = (changelog: string): Section => ({
  name: 'Changelog',
  description: changelog.replace(/^# .*\n+/, '').replace(/^##/gm, '###'),
});

/** A table whose cells are HTML. Each cell repeats its column's name for narrow screens, where rows become blocks. */
function table(kind: string, head: string[], rows: { cells: string[]; id?: string }[], caption = ''): string {
  const plain = head.map((name) => name.replace(/<[^>]+>[^<]*<[^>]+>\s*/, ''));
  const body = rows.map(({ cells, id }) => {
    const [first, ...others] = cells.map((cell, at) =>
      at === 0 ? `<th scope="row">${cell}</th>` : `<td data-column="${plain[at]}">${cell}</td>`,
    );
    return `<tr${id ? ` id="${id}"` : ''}>${first}${others.join('')}</tr>`;
  });
  // On one line: a blank line or an indented one would end the HTML for a Markdown parser.
  return `<table class="wide ${kind}">${caption && `<caption>${escapeHtml(caption)}</caption>`}<thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
