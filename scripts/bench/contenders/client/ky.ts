import ky from 'ky';
import { agentName, type Connection, type Login, newTraceId, path, timeLimitMs } from './login.js';

interface Envelope {
  code: string | number;
  data?: Awaited<ReturnType<Login>>;
}

export const createLogin = ({ baseUrl, fetch }: Connection): Login => {
  const client = ky.create({
    prefixUrl: baseUrl,
    timeout: timeLimitMs,
    retry: 0,
    redirect: 'manual',
    headers: { 'x-hw-agentName': agentName },
    ...(fetch && { fetch }),
  });
  return async (body) => {
    const headers = { 'X-Traceid': newTraceId() };
    const envelope = await client.post(path.slice(1), { json: body, headers }).json<Envelope>();
    if (String(envelope.code) !== '0' || !envelope.data) throw new Error(`code ${envelope.code}`);
    return envelope.data;
  };
};
