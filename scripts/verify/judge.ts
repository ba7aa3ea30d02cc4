import { successCode } from '../../generated/client.js';
import type { ExpectedAnswers } from './body-check.js';
import type { Exchange } from './exchange.js';
import type { Probe } from './probes.js';
import { checkSession } from './session-check.js';

/**
 * How grave a finding is: `error` breaks consumers, `warning` does not yet, `unchecked` says that something could not be looked at.
 */
export type Severity = 'error' | 'warning' | 'unchecked';

/** One difference between the service and the contract, or a reason why there may be one. */
export interface Finding {
  readonly severity: Severity;
  readonly what: string;
}

/** What was found about one call. */
export interface Judgement {
  readonly name: string;
  readonly traceId: string;
  readonly status: number | undefined;
  /** From the call to the last byte. */
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
}

const error = (what: string): Finding => ({ severity: 'error', what });
const warning = (what: string): Finding => ({ severity: 'warning', what });
const unchecked = (what: string): Finding => ({ severity: 'unchecked', what });

/** Compares one answer with what the contract says of it. `body` is the parsed text, `undefined` when that is no JSON. */
export function judge(
  probe: Probe,
  exchange: Exchange,
  body: unknown,
  answers: ExpectedAnswers,
  maxLatencyMs: number,
): Judgement {
  const { milliseconds } = exchange;
  const about = { name: probe.name, traceId: probe.traceId, milliseconds };
  if ('failure' in exchange) return { ...about, status: undefined, findings: [unchecked(exchange.failure)] };
  const findings = [
    ...judgeHeaders(exchange.headers),
    ...judgeAnswer(probe, exchange, body, answers),
    ...(milliseconds > maxLatencyMs ? [warning(`took ${milliseconds} ms, more than ${maxLatencyMs}`)] : []),
  ];
  return { ...about, status: exchange.status, findings };
}

function judgeHeaders(headers: Headers): Finding[] {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
  return cookies.length > 0
    ? [warning(`sets a cookie (${cookies.join(', ')}), which no client of the contract sends back`)]
    : [];
}

type Answer = Extract<Exchange, { status: number }>;

function judgeAnswer(
  probe: Probe,
  { status, headers, text }: Answer,
  body: unknown,
  answers: ExpectedAnswers,
): Finding[] {
  if (status >= 300 && status < 400) return [error(`redirects with status ${status}, which no client follows`)];
  const expected = answers.find(probe.operationId, status);
  if (!expected || (!expected.listed && status < 400)) return [error(`status ${status} is not in the contract`)];
  const missing = expected.headers
    .filter((name) => !headers.has(name))
    .map((name) => error(`header ${name} is missing`));
  const type = headers.get('content-type');
  const typed = /^application\/json\s*(;|$)/i.test(type ?? '')
    ? []
    : [warning(`content type is ${type ?? 'missing'}, not application/json`)];
  if (body === undefined) {
    const reason = text === undefined ? 'over 1 MiB' : text === '' ? 'empty' : 'not JSON';
    return [...missing, ...typed, error(`the body is ${reason}`)];
  }
  const { broken, unknown } = expected.check(body);
  return [
    ...missing,
    ...typed,
    ...broken.map(error),
    ...unknown.map((field) => warning(`${field} is not in the contract`)),
    ...judgeOutcome(probe, status, body as Envelope),
  ];
}

interface Envelope {
  readonly code?: unknown;
  readonly msg?: unknown;
  readonly data?: { readonly sessionInfo?: Record<string, unknown> };
}

function judgeOutcome(probe: Probe, status: number, body: Envelope | null): Finding[] {
  const { code, msg, data } = body ?? {};
  const succeeded = status === 200 && String(code) === successCode;
  if (probe.expected === 'success') {
    if (succeeded) return checkSession(data?.sessionInfo ?? {}).map(warning);
    return [unchecked(`no success could be looked at: status ${status}, code ${code}, ${JSON.stringify(msg)}`)];
  }
  if (succeeded) return [error(`lets ${probe.wrong} through`)];
  return status === probe.status
    ? []
    : [warning(`was refused with status ${status}, the contract expects ${probe.status}`)];
}
