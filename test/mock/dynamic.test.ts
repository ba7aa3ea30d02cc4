import { describe, expect, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { isObject } from '../../src/contract/openapi.js';
import { isAccessTokenExpired } from '../../src/index.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { contract } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { loginFields, loginHeaders } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

describe('Prefer: dynamic=true', () => {
  const mock = sharedMock();
  const [first] = contract.operations;
  const send = async (Prefer: string, operation = first, body = operation?.request?.examples[0]?.body) => {
    const response = await fetch(mock.url + operation?.path, {
      method: operation?.method ?? '',
      headers: { ...loginHeaders, Prefer },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const sendAll = (operation = first, prefer = 'dynamic=true', count = 20) =>
    Promise.all(Array.from({ length: count }, (_, seed) => send(`${prefer}, seed=${seed}`, operation)));

  test.each(contract.operations)('generates different valid responses of $id, with usable sessions', async (one) => {
    const responses = await sendAll(one);
    const successes = responses.map(({ text }) => JSON.parse(text).data).filter(Boolean);

    for (const { status, text } of responses) expect([status, envelopesOf(text).length > 0]).toEqual([200, true]);
    expect(new Set(responses.map(({ text }) => text)).size).toBeGreaterThan(15);
    expect(successes.length).toBeGreaterThan(5);
    for (const { sessionInfo } of successes) {
      expect(isAccessTokenExpired(sessionInfo)).toBe(false);
      expect(sessionInfo.expiresIn).toBeGreaterThanOrEqual(60);
      expect(sessionInfo.expiresIn).toBeLessThan(3600);
    }
  });

  test.each(contract.operations)('generates failures of $id with codes that the contract lists', async (operation) => {
    const codeOf = (body: unknown) => (isObject(body) ? String(body['code'] ?? body['error_code']) : '');
    for (const { status } of operation.examples) {
      const listed = operation.examples.filter((example) => example.status === status).map(({ body }) => codeOf(body));
      for (const { text } of await sendAll(operation, `code=${status}, dynamic=true`, 2))
        expect(listed).toContain(codeOf(JSON.parse(text)));
    }
  });

  test('generates the same response for the same seed, except for the time', async () => {
    const withoutTime = ({ text }: { text: string }) => text.replace(/"issuedAt":"\d+"/, '');

    expect(withoutTime(await send('dynamic=true, seed=1'))).toBe(withoutTime(await send('dynamic=true, seed=1')));
  });

  test('generates nothing for an invalid request, or for a test number', async () => {
    expect((await send('dynamic=true', first, {})).status).toBe(400);

    const { wrongPassword } = login.responses;
    const sendNumber = (account = '') => send('dynamic=true', first, { ...loginFields, account });
    const { status, text } = await sendNumber(wrongPassword.testNumbers[0]);
    expect([status, JSON.parse(text)]).toEqual([400, wrongPassword.body]);
    const short = mockNumbers.find(({ name }) => name === 'shortSession');
    expect(JSON.parse((await sendNumber(short?.number)).text).data.sessionInfo.expiresIn).toBeLessThan(60);
  });
});
