import { createClient, createConfig } from '../hey-api/client';
import { login } from '../hey-api/sdk.gen';
import { agentName, type Connection, type Login, newTraceId, timeLimitMs } from './login.js';

/** The client that @hey-api/openapi-ts generates from the same spec. */
export const createLogin = ({ baseUrl, fetch }: Connection): Login => {
  const client = createClient(createConfig({ baseUrl, redirect: 'manual', ...(fetch && { fetch }) }));
  return async (body) => {
    const { data: envelope, response } = await login({
      client,
      body,
      headers: { 'x-hw-agentName': agentName, 'X-Traceid': newTraceId() },
      signal: AbortSignal.timeout(timeLimitMs),
    });
    if (!envelope || !('data' in envelope) || String(envelope.code) !== '0')
      throw new Error(`status ${response?.status}`);
    return envelope.data;
  };
};
