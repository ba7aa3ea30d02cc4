import type { Contract } from '../../src/contract/contract.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { SpecError } from './bundle.js';
import type { Decision, Source } from './source.js';

/** The blocks of the README that are made from the spec, by name. */
export const emitReadme = (contract: Contract, source: Source): Record<string, string> => ({
  'test-numbers': testNumberTable(contract),
  decisions: decisions(source.decisions),
});

/** Puts each text between `<!-- name -->` and `<!-- /name -->`. Throws a {@link SpecError} for a block that is not there. */
export function fillBlocks(markdown: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const block = new RegExp(`(<!-- ${name} -->\\r?\\n)[^]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new SpecError(`the README has no block <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(block, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
  }, markdown);
}

/** One row for each number: what it brings, and from which operations. */
const testNumberTable = (contract: Contract): string =>
  table(
    ['Number', 'Status', 'Outcome', 'Example', 'Operations'],
    testNumbers(contract).map(({ number, status, summary, example, operations }) => [
      `\`${number}\``,
      String(status),
      summary,
      `\`${example}\``,
      operations.map((id) => `\`${id}\``).join(', '),
    ]),
  );

const decisions = (all: Decision[]): string =>
  table(
    ['Id', 'The pages', 'The contract', 'Why'],
    all.map(({ id, says, decision, why }) => [id, says, decision, why]),
  );

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
