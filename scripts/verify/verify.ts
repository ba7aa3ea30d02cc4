import { attempt } from '../../src/client/check.js';
import type { Document } from '../generate/openapi.js';
import { ExpectedAnswers } from './body-check.js';
import { send } from './exchange.js';
import { judge } from './judge.js';
import type { Probe } from './probes.js';
import { clean, type Report } from './report.js';

/** What to compare, and how patiently. */
export interface VerifyOptions {
  readonly document: Document;
  readonly baseUrl: string;
  readonly probes: readonly Probe[];
  /** What must not be printed: the password and the token that are sent. */
  readonly secrets: readonly string[];
  /** Milliseconds after which a call is given up. */
  readonly timeoutMs: number;
  /** Milliseconds over which an answer is called slow. */
  readonly maxLatencyMs: number;
}

/** Calls the service, one call after the other, and reports where it differs from the contract. The report holds no secret. */
export async function verify(options: VerifyOptions): Promise<Report> {
  const { document, baseUrl, probes, timeoutMs, maxLatencyMs } = options;
  const answers = new ExpectedAnswers(document);
  let exchanged = options.secrets.map((password) => JSON.stringify({ password })).join();
  const calls = [];
  for (const probe of probes) {
    const exchange = await send(probe, baseUrl, timeoutMs);
    const body = attempt(() => JSON.parse(('text' in exchange && exchange.text) || ''));
    // The tokens of the answer must not be printed either.
    exchanged += attempt(() => JSON.stringify(body));
    calls.push(judge(probe, exchange, body, answers, maxLatencyMs));
  }
  return clean({ baseUrl, contract: document.info.version, calls }, exchanged);
}
