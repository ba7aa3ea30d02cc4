import { agentName, type Connection, type Login, newTraceId, path, timeLimitMs } from './login.js';

interface Envelope {
  code: string | number;
  msg: string;
  data?: Awaited<ReturnType<Login>>;
}

/** What a careful developer writes over fetch. */
export const createLogin = ({ baseUrl, fetch = globalThis.fetch }: Connection): Login => {
  return async (body) => {
    const traceId = newTraceId();
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-hw-agentName': agentName,
        'X-Traceid': traceId,
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
    });
    const envelope = (await response.json()) as Envelope;
    if (!response.ok || String(envelope.code) !== '0' || !envelope.data) {
      throw new Error(`login failed with status ${response.status}, code ${envelope.code}, trace id ${traceId}`);
    }
    return envelope.data;
  };
};
