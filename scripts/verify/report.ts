import { cut } from '../../src/client/secrets.js';
import type { Judgement, Severity } from './judge.js';

/** Everything that was found, in the order of the calls. */
export interface Report {
  readonly baseUrl: string;
  /** The version of the contract that the service was compared with. */
  readonly contract: string;
  readonly calls: readonly Judgement[];
}

/** What the process ends with: the gravest finding decides. */
export const exitCodes = { ok: 0, warning: 1, error: 2, unchecked: 3 } as const;

/** The exit code for a report. An error counts more than something that could not be looked at. */
export function exitCode({ calls }: Report): number {
  const found = new Set(calls.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
  const gravest = (['error', 'unchecked', 'warning'] as const).find((severity) => found.has(severity));
  return exitCodes[gravest ?? 'ok'];
}

/** A copy of the report without the secrets of what was exchanged, as compact JSON, and without what a terminal would act on. */
export function clean(report: Report, exchanged: string): Report {
  return JSON.parse(JSON.stringify(cut(report, exchanged)), (_, part) =>
    typeof part === 'string' ? printable(part) : part,
  );
}

function printable(text: string): string {
  const visible = text.replaceAll(/\p{C}/gu, '\ufffd');
  return visible.length > 300 ? `${visible.slice(0, 299)}…` : visible;
}

/** The report for people. */
export function render(report: Report): string {
  const { baseUrl, contract, calls } = report;
  const lines = calls.flatMap(({ name, status, milliseconds, traceId, findings }) => [
    `${findings.length === 0 ? 'ok   ' : 'DIFF '} ${name.padEnd(30)} ${status ?? '---'} ${String(milliseconds).padStart(6)} ms  trace id ${traceId}`,
    ...findings.map(({ severity, what }) => `      ${severity}: ${what}`),
  ]);
  return [`${baseUrl} against contract ${contract}`, ...lines, summary(calls)].join('\n');
}

function summary(calls: readonly Judgement[]): string {
  const count = (severity: Severity, one: string, many: string) => {
    const number = calls.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
    return number > 0 ? [`${number} ${number === 1 ? one : many}`] : [];
  };
  const counts = [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('unchecked', 'thing unchecked', 'things unchecked'),
  ];
  return counts.length > 0 ? `${counts.join(', ')}.` : 'No difference.';
}
