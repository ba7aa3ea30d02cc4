import createClient, { type Client } from 'openapi-fetch';
import { headerNames } from '../generated/client.js';
import type { paths } from '../generated/types.js';
import { type ConnectionOptions, readConnection } from './client/options.js';
import { createTraceId } from './client/trace-id.js';

/** The options of an openapi-fetch client. */
export interface OpenApiFetchOptions extends ConnectionOptions {
  /**
   * Function that sends requests.
   *
   * @default the global `fetch`, looked up at each call
   */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** An operation whose headers are optional. */
type WithOptionalHeaders<T> = T extends { parameters: { header: infer Headers } }
  ? Omit<T, 'parameters'> & { parameters: Omit<T['parameters'], 'header'> & { header?: Partial<Headers> } }
  : T;

/** `paths`, where the headers that the client sets are optional. */
export type OpenApiFetchPaths = {
  [Path in keyof paths]: { [Key in keyof paths[Path]]: WithOptionalHeaders<paths[Path][Key]> };
};

/**
 * Creates an openapi-fetch client, for apps that use openapi-fetch elsewhere. It sends `x-hw-agentName` with every call, adds an
 * `X-Traceid` to a call without one, and follows no redirect. Otherwise it behaves as openapi-fetch: a call may reject, there is no time
 * limit, and a response that is not JSON becomes `error` as a string. Needs `openapi-fetch` to be installed.
 *
 * @throws TypeError if an option is wrong. It names the option and the rule.
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
    // openapi-fetch would keep the global fetch of this moment, and miss a mock that starts later.
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
