import { login } from '../../generated/examples.js';

export const loginPath = '/koodrive/ose/v1/auth/login';
export const loginFields = login.requests.withPassword;
export const loginHeaders = { 'Content-Type': 'application/json', 'x-hw-agentName': 'a' };

/** Logs in with `fetch`. Sends fields as JSON, and a string as it is. */
export const postLogin = (
  url: string,
  fields: object | string = loginFields,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(url + loginPath, {
    method: 'POST',
    headers: { ...loginHeaders, ...headers },
    body: typeof fields === 'string' ? fields : JSON.stringify(fields),
  });
