import { createFetch } from 'ofetch';
import { agentName, type Connection, type Login, newTraceId, path, timeLimitMs } from './login.js';

interface Envelope {
  code: string | number;
  data?: Awaited<ReturnType<Login>>;
}

export const createLogin = ({ baseUrl, fetch = globalThis.fetch }: Connection): Login => {
  const client = createFetch({ fetch }).create({
    baseURL: baseUrl,
    method: 'POST',
    timeout: timeLimitMs,
    retry: false,
    redirect: 'manual',
    headers: { 'x-hw-agentName': agentName },
  });
  return async (body) => {
    const envelope = await client<Envelope>(path, { body, headers: { 'X-Traceid': newTraceId() } });
    if (String(envelope.code) !== '0' || !envelope.data) throw new Error(`code ${envelope.code}`);
    return envelope.data;
  };
};
