import axios from 'axios';
import { agentName, type Connection, type Login, newTraceId, path, timeLimitMs } from './login.js';

interface Envelope {
  code: string | number;
  data?: Awaited<ReturnType<Login>>;
}

/** By its fetch adapter: the one that browsers, Node and edge runtimes have in common. */
export const createLogin = ({ baseUrl, fetch }: Connection): Login => {
  const client = axios.create({
    baseURL: baseUrl,
    adapter: 'fetch',
    timeout: timeLimitMs,
    maxRedirects: 0,
    headers: { 'x-hw-agentName': agentName },
    ...(fetch && { env: { fetch } }),
  });
  return async (body) => {
    const { data: envelope } = await client.post<Envelope>(path, body, { headers: { 'X-Traceid': newTraceId() } });
    if (String(envelope.code) !== '0' || !envelope.data) throw new Error(`code ${envelope.code}`);
    return envelope.data;
  };
};
