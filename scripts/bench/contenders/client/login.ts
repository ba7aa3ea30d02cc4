/** What every contender must do: log in, with the headers, a new trace id and a time limit of 10 seconds, and give out the data. */
export interface Connection {
  readonly baseUrl: string;
  /** Injected in place of the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export type Login = (body: {
  account: string;
  authType: '1';
  password: string;
}) => Promise<{ sessionInfo: { accessToken: string } }>;

export const path = '/koodrive/ose/v1/auth/login';
export const agentName = 'my-carrier';
export const timeLimitMs = 10_000;

/** 58 characters, by the quickest means that a platform has: so no contender waits for random bytes. */
export const newTraceId = (): string => (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 58);
