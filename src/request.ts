import { headerNames, traceIdLength } from '../generated/client.js';
import { demand, isHeaderValue, isTimeLimit, timeLimitRule } from './arguments.js';
import type { Operation } from './call.js';
import type { Settings } from './options.js';
import type { CallOptions } from './outcome.js';
import { cutSecrets, secretsIn } from './secrets.js';
import { createTraceId } from './trace-id.js';
import { toIssues } from './validate.js';

/** A call whose arguments were checked: what can still go wrong lies outside the program. */
export interface PreparedRequest {
  readonly traceId: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly headers: Record<string, string>;
  readonly content: string | undefined;
}

/** The headers of a call: the client's own, and the caller's beside them. */
function headersOf(own: Record<string, string>, given: CallOptions['headers']): Record<string, string> {
  if (!given) return own;
  const taken = Object.keys(own).map((name) => name.toLowerCase());
  const all = { ...own };
  try {
    // The platform checks names and values. Its message would quote the value, which may be a token.
    new Headers(given).forEach((value, name) => {
      if (taken.includes(name)) throw name;
      all[name] = value;
    });
  } catch (name) {
    throw new TypeError(
      typeof name === 'string'
        ? `headers must not set ${name}, which the client sets`
        : 'headers must be valid headers',
    );
  }
  return all;
}

/** The request as it will be sent, or a `TypeError` that names what cannot be. */
export function prepare(
  settings: Settings,
  { id, method }: Operation,
  body: unknown,
  options: CallOptions,
): PreparedRequest {
  const { signal, timeoutMs = settings.timeoutMs, traceId = createTraceId() } = options;
  demand(isTimeLimit(timeoutMs), 'timeoutMs', timeLimitRule, timeoutMs);
  demand(
    isHeaderValue(traceId) && traceId.length === traceIdLength,
    'traceId',
    `be ${traceIdLength} characters that a header can carry`,
    traceId,
  );
  demand(!signal || 'aborted' in signal, 'signal', 'be an AbortSignal', signal);
  let content: string | undefined;
  try {
    content = JSON.stringify(body);
  } catch {
    // Told below: the message of the platform may quote the value.
  }
  demand(
    content?.startsWith('{') || (body === undefined && method === 'GET'),
    'body',
    'be an object that JSON can carry',
    body,
  );

  const findings = settings.validate[`${id}Request`]?.['~standard'].validate(body);
  if (findings) {
    demand(!('then' in findings), `validate.${id}Request`, 'answer at once', findings);
    const secrets = secretsIn(content ?? '');
    const issues = toIssues(findings.issues ?? [], (text) => cutSecrets(text, secrets));
    if (issues.length) {
      throw Object.assign(
        new TypeError(`body must match its schema: ${issues.map((issue) => issue.message).join('; ')}`),
        {
          issues,
        },
      );
    }
  }
  const headers = headersOf(
    {
      accept: 'application/json',
      ...(content && { 'content-type': 'application/json' }),
      [headerNames.agentName]: settings.agentName,
      [headerNames.traceId]: traceId,
    },
    options.headers,
  );
  return { traceId, timeoutMs, signal, headers, content };
}
