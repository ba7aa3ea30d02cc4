import { readFileSync } from 'node:fs';
import type { KooDriveError } from '../../src/client/outcome.js';
import type { Contract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import { code, table } from '../docs/markdown.js';
import { SpecError } from './bundle.js';

/** The table of the client's error kinds, which is hand-written. */
export const errorKinds = readFileSync(new URL('error-kinds.md', import.meta.url), 'utf8').trim();

/** Returns the blocks of the README that are made from the spec or shared with the docs, by name. */
export const emitReadme = (contract: Contract): Record<string, string> => ({
  'error-kinds': errorKinds,
  'test-numbers': testNumberTable(contract),
  'undocumented-behavior': listBelow(contract.document.info.description ?? '', 'Undocumented behavior'),
});

/** Puts each text between `<!-- name -->` and `<!-- /name -->`. Throws a {@link SpecError} if a block is missing. */
export function fillBlocks(markdown: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const block = new RegExp(`(<!-- ${name} -->\\r?\\n)[^]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new SpecError(`the README has no block <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(block, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
  }, markdown);
}

/** Returns one row for each test number. Those of the mock itself come last, and have no status. */
export function testNumberTable(contract: Contract): string {
  const kinds = new Map(errorCodes(contract).flatMap(({ examples, kind }) => examples.map((key) => [key, kind])));
  const fromSpec = testNumbers(contract).map(({ number, status, summary, example, operations }) => {
    const isForAll = operations.length === contract.operations.length;
    const kind = kinds.get(example);
    return [
      code(number),
      `${status}`,
      codeCell(kind),
      text(summary),
      code(example),
      isForAll ? '' : operations.map(code).join(', '),
    ];
  });
  const fromMock = mockNumbers.map(({ number, name, summary }) => {
    return [code(number), '', codeCell(simulatedKinds[name]), text(summary), code(name), ''];
  });
  return table(['Number', 'Status', '`error.kind`', 'Outcome', 'Name', 'Only for'], [...fromSpec, ...fromMock]);
}

/** The kind of error that the client reports for each simulation of the mock. */
const simulatedKinds: Readonly<Record<Simulation, KooDriveError['kind'] | undefined>> = {
  noAnswer: 'timeout',
  cutConnection: 'network',
  proxyPage: 'invalid-response',
  successWithoutData: 'invalid-response',
  shortSession: undefined,
};

/** Returns the list below a heading of a Markdown text. */
function listBelow(markdown: string, heading: string): string {
  const [, content = ''] = markdown.split(`## ${heading}\n`);
  const [section = ''] = content.split('\n## ');
  const start = section.search(/^- /m);
  if (start < 0) throw new SpecError(`info.description has no list below the heading "${heading}"`);
  return section.slice(start).trim();
}

/** Returns plain text as Markdown. */
const text = (plain: string): string => plain.replaceAll(/[\\`*_<[\]]/g, '\\$&');

/** Returns a value as code, or an empty cell. */
const codeCell = (value = ''): string => value && code(value);
