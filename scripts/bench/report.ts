/** One line of a result: a contender and what was measured of it, by column. */
export type Row = Readonly<Record<string, string | number>>;

/** A goal, and whether this run met it. */
export interface Goal {
  readonly says: string;
  readonly met: boolean;
}

/** A line of the README's table. */
export interface Headline {
  readonly what: string;
  readonly ours: string;
  readonly others: string;
}

/** What a part of the benchmark found. */
export interface Result {
  readonly part: string;
  /** How it was measured, in a sentence or two. */
  readonly method: string;
  readonly tables: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  readonly goals: readonly Goal[];
  readonly headlines: readonly Headline[];
}

/** A number with as many digits as mean something, and thousands apart. */
export function figure(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '-';
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const rounded = Number(value.toPrecision(digits));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: places, minimumFractionDigits: Math.min(places, 2) });
}

/** A count, with thousands apart. */
export const whole = (count: number): string => Math.round(count).toLocaleString('en-US');

const text = (cell: string | number | undefined): string => (typeof cell === 'number' ? figure(cell) : (cell ?? ''));

/** Rows as a Markdown table, numbers to the right. */
export function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => text(row[column])));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const numeric = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, index) => (numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, index) => (numeric[index] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(columns), line(rule), ...cells.map(line)].join('\n');
}

/** A result for people who read a terminal. */
export function printed({ part, method, tables, goals }: Result): string {
  const parts = tables.map(({ title, rows }) => `${title}\n\n${table(rows)}\n`);
  const verdicts = goals.map(({ says, met }) => `${met ? 'met   ' : 'MISSED'}  ${says}`);
  return [`\n# ${part}\n`, `${method}\n`, ...parts, ...verdicts].join('\n');
}

/** What a run found, and on what. */
export interface Report {
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly memory: string; readonly node: string };
  readonly results: readonly Result[];
}

/** The README's table: a line for each headline, and the goals that this run missed. */
export function readmeBlock({ machine, results }: Report): string {
  const rows = results.flatMap(({ headlines }) => headlines);
  const missed = results.flatMap(({ goals }) => goals.filter(({ met }) => !met));
  return [
    `\`npm run bench -- --readme\` on ${machine.cpu}, ${machine.memory}, Node ${machine.node.slice(1)}, made this table:`,
    '',
    '| What | Here | Elsewhere |',
    '|---|---|---|',
    ...rows.map(({ what, ours, others }) => `| ${what} | ${ours} | ${others} |`),
    ...(missed.length > 0 ? ['', `Goals missed in this run: ${missed.map(({ says }) => says).join('; ')}.`] : []),
  ].join('\n');
}
