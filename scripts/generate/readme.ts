import type { Contract } from '../../src/contract/contract.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/faults.js';
import { SpecError } from './bundle.js';
import { errorKinds } from './error-kinds.js';

/** The blocks of the README that are made from the spec, by name. */
export const emitReadme = (contract: Contract): Record<string, string> => ({
  'error-kinds': table(
    ['`error.kind`', 'When', 'It has', 'What to do'],
    Object.entries(errorKinds).map(([kind, { when, fields, advice }]) => [`\`${kind}\``, when, fields, advice]),
  ),
  'test-numbers': `${testNumberTable(contract)}\n\n${mockNumberTable()}`,
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
    ['Number', 'Status', 'Outcome', 'Example', 'Only for'],
    testNumbers(contract).map(({ number, status, summary, example, operations }) => [
      `\`${number}\``,
      String(status),
      summary,
      `\`${example}\``,
      operations.length < contract.operations.length ? operations.map((id) => `\`${id}\``).join(', ') : '',
    ]),
  );

/** The numbers that are not the contract's. */
const mockNumberTable = (): string =>
  table(
    ["The mock's own", 'What happens, on any network'],
    mockNumbers.map(({ number, summary }) => [`\`${number}\``, summary]),
  );

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
