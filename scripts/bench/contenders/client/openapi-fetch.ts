import createClient from 'openapi-fetch';
import type { paths } from '../../package/generated/types.js';
import { agentName, type Connection, type Login, newTraceId, timeLimitMs } from './login.js';

export const createLogin = ({ baseUrl, fetch }: Connection): Login => {
  const client = createClient<paths>({ baseUrl, redirect: 'manual', ...(fetch && { fetch }) });
  return async (body) => {
    const { data: envelope, response } = await client.POST('/koodrive/ose/v1/auth/login', {
      params: { header: { 'x-hw-agentName': agentName, 'X-Traceid': newTraceId() } },
      body,
      signal: AbortSignal.timeout(timeLimitMs),
    });
    if (!envelope || !('data' in envelope) || String(envelope.code) !== '0')
      throw new Error(`status ${response.status}`);
    return envelope.data;
  };
};
