import createClient, { type Client } from 'openapi-fetch';
import { headerNames } from '../generated/client.js';
import type { paths } from '../generated/types.js';
import { type ConnectionOptions, readConnection } from './client/options.js';
import { createTraceId } from './client/trace-id.js';

/** What an openapi-fetch client is made from. */
export interface OpenApiFetchOptions extends ConnectionOptions {
  /**
   * What to send requests with.
   *
   * @default the global `fetch`, looked up at each call
   */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** An operation whose headers need not be passed. */
type Called<T> = T extends { parameters: { header: infer Headers } }
  ? Omit<T, 'parameters'> & { parameters: Omit<T['parameters'], 'header'> & { header?: Partial<Headers> } }
  : T;

/** `paths`, without the duty to pass at each call what the client sets. */
export type OpenApiFetchPaths = { [Path in keyof paths]: { [Key in keyof paths[Path]]: Called<paths[Path][Key]> } };

/**
 * An openapi-fetch client for those who use openapi-fetch elsewhere. It sends `x-hw-agentName` with every call, and a new `X-Traceid`
 * with each that has none, and follows no redirect. It answers and fails as openapi-fetch does: a call may reject, there is no time
 * limit, and an answer that is not JSON comes as `error`, as a string. Needs `openapi-fetch` to be installed.
 *
 * @throws TypeError if an option cannot be used; it names the option and says what would be right.
 *
 * @example
 * ```ts
 * const client = createOpenApiFetchClient({ baseUrl: servers.international, agentName: 'my-carrier' });
 * const { data, error, response } = await client.POST('/koodrive/ose/v1/auth/login', { body: { account, authType: '1', password } });
 * ```
 */
export function createOpenApiFetchClient(options: OpenApiFetchOptions): Client<OpenApiFetchPaths> {
  const { base } = readConnection(options, ['fetch']);
  const { agentName, fetch = (request: Request) => globalThis.fetch(request) } = options;
  const client = createClient<OpenApiFetchPaths>({
    baseUrl: base,
    // openapi-fetch would keep the global of this moment, and miss a mock that starts later.
    fetch,
    redirect: 'manual',
  });
  client.use({
    onRequest({ request }) {
      request.headers.set(headerNames.agentName, agentName);
      if (!request.headers.has(headerNames.traceId)) request.headers.set(headerNames.traceId, createTraceId());
    },
  });
  return client;
}
