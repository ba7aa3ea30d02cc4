import type { Deviation, Source } from '../source/source.js';
import { SpecError } from './bundle.js';
import type { Contract, Operation } from './contract.js';

/** The blocks of the README that are made from the spec, by name. */
export const emitReadme = (contract: Contract, source: Source): Record<string, string> => ({
  'test-numbers': testNumbers(contract.operations),
  decisions: decisions(source.deviations),
});

/** Puts each text between `<!-- name -->` and `<!-- /name -->`. Throws a {@link SpecError} for a block that is not there. */
export function fillBlocks(markdown: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const block = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new SpecError(`the README has no block <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(block, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
  }, markdown);
}

/** One row for each number: what it brings, and from which operations. */
function testNumbers(operations: Operation[]): string {
  const rows = new Map<string, { cells: string[]; ids: string[] }>();
  for (const { id, responses } of operations) {
    for (const [key, { status, summary, testNumbers: numbers }] of Object.entries(responses)) {
      for (const number of numbers) {
        const row = rows.get(number) ?? { cells: [`\`${number}\``, String(status), summary, `\`${key}\``], ids: [] };
        row.ids.push(`\`${id}\``);
        rows.set(number, row);
      }
    }
  }
  const sorted = [...rows]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, { cells, ids }]) => [...cells, ids.join(', ')]);
  return table(['Number', 'Status', 'Outcome', 'Example', 'Operations'], sorted);
}

const decisions = (deviations: Deviation[]): string =>
  table(
    ['Id', 'The pages', 'The contract', 'Why'],
    deviations.map(({ id, says, decision, why }) => [id, says, decision, why]),
  );

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
