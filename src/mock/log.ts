import { cut, standIn, type Violation } from './refusal.js';

/** One answered request, as the log names it. It never holds a body, a query or the value of a field. */
export interface RequestLogEntry {
  /** When the answer was ready. */
  readonly time: Date;
  readonly method: string;
  readonly path: string;
  /** 0 where no answer was sent. */
  readonly status: number;
  /** Key of the example that was answered with. */
  readonly example?: string | undefined;
  /** Value of the `X-Traceid` header. */
  readonly traceId?: string | undefined;
  readonly milliseconds: number;
  /** Why the request was refused. */
  readonly reasons: readonly string[];
}

/** Makes a log entry. Texts of the caller are made harmless for terminals and cut to a sensible length. */
export function logEntry(
  request: { method: string | undefined; path: string; traceId: string | undefined },
  answer: { status: number; example?: string | undefined; violations: readonly Violation[] },
  milliseconds: number,
): RequestLogEntry {
  return {
    time: new Date(),
    method: printable(request.method ?? '-', 20),
    path: printable(request.path, 200),
    status: answer.status,
    example: answer.example === undefined ? undefined : printable(answer.example, 100),
    traceId: request.traceId === undefined ? undefined : printable(request.traceId, 80),
    milliseconds: Math.round(milliseconds * 10) / 10,
    reasons: reasonsOf(answer.violations),
  };
}

/** How long all reasons of an entry are as JSON, so that no line of the log is longer than 2,000 characters. */
const maxReasonsLength = 1000;

function reasonsOf(violations: readonly Violation[]): string[] {
  const reasons: string[] = [];
  let length = 0;
  for (const [index, { message }] of violations.entries()) {
    const reason = printable(message, 300);
    length += JSON.stringify(reason).length;
    if (length > maxReasonsLength) return [...reasons, standIn(violations.slice(index)).message];
    reasons.push(reason);
  }
  return reasons;
}

/** Replaces what a terminal would obey, or could not show as one line, by escapes, and cuts what is longer than `length`. */
export const printable = (text: string, length = 200): string =>
  cut(
    cut(text, length).replaceAll(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    ),
    length + 1,
  );

/** A log entry as one line of JSON. */
export const jsonLine = ({ time, reasons, ...entry }: RequestLogEntry): string =>
  JSON.stringify({ time: time.toISOString(), ...entry, ...(reasons.length > 0 && { reasons }) });

/** Paints text for a terminal, or leaves it as it is. */
export type Paint = (style: keyof typeof styles, text: string) => string;

const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** A painter for a stream: colour only on a terminal, and as `NO_COLOR` and `FORCE_COLOR` wish. */
export function painter(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  const colourful = !NO_COLOR && (forced || (isTerminal && TERM !== 'dumb'));
  return (style, text) => (colourful ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
}

/** A log entry for people: one line, and why a request was refused on the same one. */
export function textLine(entry: RequestLogEntry, paint: Paint): string {
  const { status: code } = entry;
  const colour = code === 0 || code >= 500 ? 'red' : code >= 400 ? 'yellow' : 'green';
  const status = paint(colour, code === 0 ? '-' : String(code));
  const parts = [
    paint('dim', entry.time.toTimeString().slice(0, 8)),
    entry.method.padEnd(4),
    entry.path,
    status,
    ...(entry.example === undefined ? [] : [paint('bold', entry.example)]),
    paint('dim', `${entry.milliseconds} ms`),
    ...reasons(entry).map((text) => paint('yellow', text)),
    ...(!entry.traceId ? [] : [paint('dim', `trace=${entry.traceId}`)]),
  ];
  return parts.join(' ');
}

/** Why a request was refused: three reasons at most, which fit a line or two. */
function reasons({ reasons: all }: RequestLogEntry): string[] {
  if (all.length === 0) return [];
  return [`refused: ${[...all.slice(0, 3), ...(all.length > 3 ? ['…'] : [])].join('; ')}`];
}
