import { createKooDriveAuthClient, unwrap } from 'koodrive-auth-contract';
import { agentName, type Connection, type Login, timeLimitMs } from './login.js';

export const createLogin = ({ baseUrl, fetch }: Connection): Login => {
  const auth = createKooDriveAuthClient({ baseUrl, agentName, timeoutMs: timeLimitMs, fetch });
  return async (body) => unwrap(await auth.login(body));
};
