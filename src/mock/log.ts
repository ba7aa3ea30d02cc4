import type { IncomingMessage } from 'node:http';
import { styleText as paint } from 'node:util';
import { fitIntoHeader, type MockResponse, truncate } from './refuse.js';

/** One request in the log. It never holds a body, a query or the value of a field. */
export interface RequestLogEntry {
  /** When the response was ready. */
  readonly time: Date;
  readonly method: string;
  readonly path: string;
  /** 0 for the simulation `noAnswer`. */
  readonly status: number;
  /** Key of the example in the response. */
  readonly example?: string | undefined;
  /** Value of the header with the trace ID. */
  readonly traceId?: string | undefined;
  readonly milliseconds: number;
  /** Why the request was refused. */
  readonly reasons: readonly string[];
}

/** Creates a log entry. Text from the request is escaped for terminals, and truncated. */
export function logEntry(
  { method = '', url = '', headers }: IncomingMessage,
  { status, example, violations, interruption }: MockResponse,
  milliseconds: number,
  traceHeader: string,
): RequestLogEntry {
  const traceId = headers[traceHeader.toLowerCase()]?.toString();
  return {
    time: new Date(),
    method: printable(method, 20),
    path: printable(/^[^?#]*/.exec(url)?.[0] ?? '', 200),
    status: interruption === 'noAnswer' ? 0 : status,
    example,
    traceId: traceId && printable(traceId, 80),
    milliseconds: Math.round(milliseconds * 10) / 10,
    reasons: fitIntoHeader(violations).map(({ message }) => printable(message, 2000)),
  };
}

/** Truncates a text, and escapes the characters that control a terminal or break a line. */
export const printable = (text: string, length: number): string =>
  truncate(text, length).replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** Returns a log entry as one line of JSON. */
export const jsonLine = ({ time, reasons, ...entry }: RequestLogEntry): string =>
  JSON.stringify({ time: time.toISOString(), ...entry, ...(reasons.length > 0 && { reasons }) });

/** Returns a log entry for people, as one line. It has colors if stdout is a terminal. */
export function textLine(entry: RequestLogEntry): string {
  const { time, method, path, status, example, milliseconds, reasons, traceId } = entry;
  const color = status === 0 || status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green';
  const shown = [...reasons.slice(0, 3), ...(reasons.length > 3 ? ['…'] : [])].join('; ');
  const parts = [
    paint('dim', time.toTimeString().slice(0, 8)),
    method.padEnd(4),
    path,
    paint(color, status === 0 ? '-' : String(status)),
    example && paint('bold', example),
    paint('dim', `${milliseconds} ms`),
    shown && paint('yellow', `refused: ${shown}`),
    traceId && paint('dim', `trace=${truncate(traceId, 8)}`),
  ];
  return parts.filter(Boolean).join(' ');
}
