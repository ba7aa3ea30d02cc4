import { createMethods, type KooDriveAuthClient } from '../../generated/client.js';
import { createDefine } from './call.js';
import { check, checkTimeout } from './check.js';
import { type ClientOptions, readConnection } from './options.js';

/**
 * A client for login and user registration. Every call ends with an outcome, a value with `ok`, never with a rejection. Nothing is
 * retried, and no redirect is followed: a password must not travel to another origin.
 *
 * @throws TypeError at once, here or at a call, if an argument cannot be used; it names the option and says what would be right.
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
  const { fetch, timeoutMs = 10_000 } = options;
  checkTimeout(timeoutMs);
  check(!fetch || typeof fetch === 'function', 'fetch', 'a function', fetch);
  return createMethods(createDefine(readConnection(options), options, timeoutMs));
}
