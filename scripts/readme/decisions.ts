import { readSource } from '../source/source.js';

/** The decisions of openapi/source.yaml as a Markdown table. */
export function decisionsTable(): string {
  const rows = readSource().deviations.map(
    ({ id, says, decision, why }) =>
      `| ${[id, says, decision, why].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return ['| id | The pages | The contract | Why |', '|---|---|---|---|', ...rows].join('\n');
}
