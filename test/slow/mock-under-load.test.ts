import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headerNames } from '../../generated/client.js';
import { login, registerUser } from '../../src/examples.js';
import { type RunningMock, startMock } from '../../src/mock.js';

const headers = { 'content-type': 'application/json', [headerNames.agentName]: 'my-carrier' };
const loginPath = '/koodrive/ose/v1/auth/login';
const { withPassword, withCode } = login.requests;
type Asked = [path: string, body: string | Uint8Array<ArrayBuffer>, status: number, headers?: Record<string, string>];

const good: Asked[] = [
  [loginPath, JSON.stringify(withPassword), 200],
  [loginPath, JSON.stringify(withCode), 200],
  ['/koodrive/ose/v1/user/register', JSON.stringify(registerUser.requests.newUser), 200],
  ...Object.values(login.responses).flatMap(({ status, testNumbers }) =>
    testNumbers.map((account): Asked => [loginPath, JSON.stringify({ ...withPassword, account }), status]),
  ),
];

/** Each breaks the contract, some in ways that end other mocks. */
const bad: Asked[] = [
  [loginPath, '{"account":', 400],
  [loginPath, '', 400],
  [loginPath, Uint8Array.of(0xff, 0xfe, 0x80), 400],
  [loginPath, JSON.stringify({ ...withPassword, 测试: 1 }), 400],
  [loginPath, JSON.stringify({ ...withPassword, account: 1 }), 400],
  [loginPath, '['.repeat(50_000), 400],
  ['/nothing/here', '{}', 404],
  [loginPath, JSON.stringify(withPassword), 200, { accept: '*' }],
  [loginPath, JSON.stringify(withPassword), 400, { prefer: 'example=nothing' }],
];

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Sends a request, and says what was wrong with the answer. */
async function ask([path, body, status, more]: Asked): Promise<string[]> {
  const response = await fetch(mock.url + path, { method: 'POST', headers: { ...headers, ...more }, body });
  const text = await response.text();
  const fits = response.status === status && /"(msg|error_msg)":/.test(text);
  return fits ? [] : [`${path} ${String(body).slice(0, 60)}: ${response.status} instead of ${status}`];
}

/** Uses a connection wrongly, and leaves it: that it breaks is no error. */
async function abuse(kind: number): Promise<void> {
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1').on('error', () => {});
  const head = `POST ${loginPath} HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n`;
  if (kind === 0) socket.pause().write('GET /openapi.json HTTP/1.1\r\nHost: mock\r\n\r\n'.repeat(50));
  if (kind === 1) socket.write(head.slice(0, 60));
  if (kind === 2) socket.end(`${head}{"account":`);
  if (kind === 3) socket.write(head + 'a'.repeat(100_000));
  await sleep(100);
  socket.resetAndDestroy();
}

/** Twelve askers and five abusers at once: `rounds` of all good and bad requests. */
async function load(rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  const asker = async (first: number) => {
    const all = [...good, ...bad];
    for (let count = 0; count < rounds * all.length; count++) {
      const asked = all[(first * 5 + count) % all.length];
      if (asked) wrong.push(...(await ask(asked)));
    }
  };
  const abuser = async (kind: number) => {
    for (let count = 0; count < rounds; count++) await abuse(kind);
  };
  await Promise.all([
    ...Array.from({ length: 12 }, (_, index) => asker(index)),
    ...Array.from({ length: 5 }, (_, kind) => abuser(kind)),
  ]);
  return wrong;
}

test('The mock answers good and bad requests at once as promised, beside connections that are misused, and keeps no memory of them', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heap = async () => {
    await sleep(300);
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  expect(await load(2)).toEqual([]);
  const before = await heap();
  expect(await load(8)).toEqual([]);
  // Some 2,000 requests: 4 kB kept of each would be 8 MiB.
  expect((await heap()) - before).toBeLessThan(8);
});
