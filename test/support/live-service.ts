import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { login } from '../../generated/examples.js';

/** One answer of a service. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when it is text, and as JSON when it is not. */
  readonly body: unknown;
  /** Milliseconds before the answer. */
  readonly delay?: number;
}

/** What a service is asked. */
export interface Question {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

const json = { 'content-type': 'application/json' };
const { withPassword, invalidParameters, wrongPassword, unknownApi } = login.responses;

/** Answers as the contract says, with one right password. */
export function honest({ path, headers, body }: Question): Answer {
  if (!path.endsWith('/login') && !path.endsWith('/register')) return { ...unknownApi, headers: json };
  if (!headers['x-hw-agentname'] || !body['password']) return { ...invalidParameters, headers: json };
  if (body['password'] !== rightPassword) return { ...wrongPassword, headers: json };
  if (path.endsWith('/login')) return { ...withPassword, headers: json };
  const { userInfo, sessionInfo } = withPassword.body.data;
  return {
    status: 200,
    headers: json,
    body: { code: 0, msg: '', data: { userId: userInfo.userId, phone: '1', sessionInfo } },
  };
}

/** The password that {@link honest} lets through. */
export const rightPassword = 'p4ss"w0rd\\of-the-account';

/** A service on this machine that answers with `answer`, until it is disposed of. */
export async function startService(
  answer: (question: Question) => Answer,
): Promise<AsyncDisposable & { url: string; questions: Question[] }> {
  const questions: Question[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await text(request)) || '{}') as Question['body'];
    const question = { path: request.url ?? '', headers: request.headers, body };
    questions.push(question);
    const { status, headers = {}, body: reply, delay = 0 } = answer(question);
    await new Promise((resolve) => setTimeout(resolve, delay));
    response.writeHead(status, headers).end(typeof reply === 'string' ? reply : JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
