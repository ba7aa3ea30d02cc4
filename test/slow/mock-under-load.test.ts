import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { cases } from '../contract/cases.js';
import { loginPath } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const mock = sharedMock();

/** Sends a request of the contract, valid or not, and returns what is wrong with the response. */
async function send({ title, method, path, headers, body, status }: (typeof cases)[number]): Promise<string[]> {
  const response = await fetch(mock.url + path, { method, headers, ...(body !== undefined && { body }) });
  const isExpected = response.status === status && /"(msg|error_msg)":/.test(await response.text());
  return isExpected ? [] : [`${title}: ${response.status} instead of ${status}`];
}

const head = `POST ${loginPath} HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n`;
/** What a client sends before it resets the connection. */
const fragments = [
  '',
  head.slice(0, 60),
  `${head}{"account":`,
  head + 'a'.repeat(100_000),
  'GET /openapi.json HTTP/1.1\r\nHost: mock\r\n\r\n'.repeat(50),
];

async function breakOff(fragment: string): Promise<void> {
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1').on('error', () => {});
  socket.pause().write(fragment);
  await sleep(100);
  socket.resetAndDestroy();
}

/** Sends all cases of the contract some times over twelve connections, beside clients that break off. */
async function load(rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  const requests = Array.from({ length: rounds }, () => cases)
    .flat()
    .values();
  // All senders take their requests from one iterator.
  const sender = async () => {
    for (const request of requests) wrong.push(...(await send(request)));
  };
  const breaker = async (fragment: string) => {
    for (let count = 0; count < 4 * rounds; count++) await breakOff(fragment);
  };
  await Promise.all([...Array.from({ length: 12 }, sender), ...fragments.map(breaker)]);
  return wrong;
}

test('The mock responds as promised under load, beside clients that break off, and keeps no memory of requests', async () => {
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
