import { calls, type Operations } from '../../generated/client.js';
import { callOperation, type Operation } from './call.js';
import { type CallOptions, type ClientOptions, readConnection } from './options.js';
import type { Outcome } from './outcome.js';

/** One method for each operation. */
type Methods = {
  readonly [Id in keyof Operations]: (
    body: Operations[Id]['body'],
    options?: CallOptions | undefined,
  ) => Promise<Outcome<Operations[Id]['data']>>;
};

/**
 * A client with one method for each operation. A method resolves with an outcome, whatever a server or a network does. It rejects only
 * with a `TypeError`, for a wrong argument.
 */
export interface KooDriveAuthClient extends Methods {}

/**
 * Creates a client for login and user registration. Every call ends with an outcome, a value with `ok`. The client retries nothing and
 * follows no redirect: a password must not travel to another origin.
 *
 * @throws TypeError if an option is wrong. It names the option and the rule. A method rejects with the same.
 *
 * @example
 * ```ts
 * const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'my-carrier' });
 *
 * const outcome = await auth.login({ account, authType: '1', password });
 * if (outcome.ok) keep(outcome.data.sessionInfo);
 * else show(outcome.error.kind);
 * ```
 */
export function createKooDriveAuthClient(options: ClientOptions): KooDriveAuthClient {
  const connection = readConnection(options, ['fetch', 'timeoutMs', 'validate']);
  // Named one by one, since a spread would miss inherited options.
  const { agentName, fetch, timeoutMs, validate } = options;
  const client = { agentName, fetch, timeoutMs, validate, ...connection };
  const methods = Object.entries(calls).map(([id, called]) => {
    const operation = { ...called, id } as Operation;
    return [id, (body: unknown, options?: CallOptions) => callOperation(client, operation, body, options)];
  });
  return Object.fromEntries(methods);
}
