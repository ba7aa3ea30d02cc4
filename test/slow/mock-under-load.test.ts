import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { cases } from '../contract/cases.js';
import { loginPath } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const mock = sharedMock();

/** Sends a request of the contract, good or bad, and says what was wrong with the answer. */
async function ask({ title, method, path, headers, body, status }: (typeof cases)[number]): Promise<string[]> {
  const response = await fetch(mock.url + path, { method, headers, ...(body !== undefined && { body }) });
  const fits = response.status === status && /"(msg|error_msg)":/.test(await response.text());
  return fits ? [] : [`${title}: ${response.status} instead of ${status}`];
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

/** All that the tests of the contract send, `rounds` times, by twelve askers at once, beside five abusers. */
async function load(rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  const requests = Array.from({ length: rounds }, () => cases)
    .flat()
    .values();
  // They share one list, of which each takes the next.
  const asker = async () => {
    for (const request of requests) wrong.push(...(await ask(request)));
  };
  const abuser = async (kind: number) => {
    for (let count = 0; count < 4 * rounds; count++) await abuse(kind);
  };
  await Promise.all([...Array.from({ length: 12 }, asker), ...[0, 1, 2, 3, 4].map(abuser)]);
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
