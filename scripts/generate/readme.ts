import type { KooDriveError } from '../../src/client/outcome.js';
import type { Contract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import { SpecError } from './bundle.js';
import { errorKinds } from './error-kinds.js';

/** The blocks of the README that are made from the spec, by name. */
export const emitReadme = (contract: Contract): Record<string, string> => ({
  'error-kinds': table(
    ['`error.kind`', 'When', 'It has', 'What to do'],
    Object.entries(errorKinds).map(([kind, { when, fields, advice }]) => [`\`${kind}\``, when, fields, advice]),
  ),
  'test-numbers': testNumberTable(contract),
});

/** Puts each text between `<!-- name -->` and `<!-- /name -->`. Throws a {@link SpecError} for a block that is not there. */
export function fillBlocks(markdown: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => {
    const block = new RegExp(`(<!-- ${name} -->\\r?\\n)[^]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new SpecError(`the README has no block <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(block, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
  }, markdown);
}

/** One row for each number: what it brings, and from which operations. Those of the mock's own come last, and have no status. */
const testNumberTable = (contract: Contract): string => {
  const kinds = new Map(errorCodes(contract).flatMap((code) => code.examples.map((key) => [key, code.kind])));
  return table(
    ['Number', 'Status', '`error.kind`', 'Outcome', 'Name', 'Only for'],
    [
      ...testNumbers(contract).map(({ number, status, summary, example, operations }) => [
        number,
        String(status),
        kinds.get(example) ?? '',
        summary,
        example,
        operations.length < contract.operations.length ? operations.join(', ') : '',
      ]),
      ...mockNumbers.map(({ number, name, summary }) => [number, '', faultKinds[name] ?? '', summary, name, '']),
    ].map(([number, status = '', kind, outcome = '', name, only]) => [
      asCode(number),
      status,
      asCode(kind),
      outcome,
      asCode(name),
      asCode(only),
    ]),
  );
};

/** The kind of error that the client finds where the mock answers as real networks do. */
const faultKinds: Readonly<Record<Simulation, KooDriveError['kind'] | undefined>> = {
  noAnswer: 'timeout',
  cutConnection: 'network',
  proxyPage: 'invalid-response',
  successWithoutData: 'invalid-response',
  shortSession: undefined,
};

const asCode = (text = ''): string => text && `\`${text}\``;

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
