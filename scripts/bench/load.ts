import type { Question } from './server-process.js';
import { programOf, runNode, workspace } from './workspace.js';

/** What a load found. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 requests kept under. */
  readonly p99: number;
}

/** How long a load lasts: seconds, or until so many requests were answered. */
export type Length = { readonly seconds: number } | { readonly amount: number };

/** Asks a server the same question over 32 connections, from a process of its own. Throws unless each answer has a status 2xx. */
export async function loadServer(url: string, question: Question, length: Length): Promise<Load> {
  const headers = Object.entries(question.headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const until = 'seconds' in length ? ['-d', String(length.seconds)] : ['-a', String(length.amount)];
  const autocannon = await programOf('autocannon', 'autocannon', workspace);
  const output = await runNode(autocannon, [
    ...['--json', '--no-progress', '-c', '32', '-m', 'POST'],
    ...until,
    ...headers,
    ...['-b', question.body, url + question.path],
  ]);
  const { errors, timeouts, non2xx, ...found } = JSON.parse(output) as Record<
    'errors' | 'timeouts' | 'non2xx' | 'duration' | '2xx',
    number
  > & {
    latency: { p99: number };
  };
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} not 2xx`);
  return { requests: found['2xx'], perSecond: found['2xx'] / found.duration, p99: found.latency.p99 };
}
