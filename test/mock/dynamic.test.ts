import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';

describe('Prefer: dynamic=true', () => {
  let mock: RunningMock;
  beforeAll(async () => {
    mock = await startMock({ publishedTimes: true });
  });
  afterAll(() => mock.close());

  const ask = async (index: number, prefer: string) => {
    const { path = '', request } = contract.operations[index] ?? {};
    const headers = { 'Content-Type': 'application/json', 'x-hw-agentName': 'a', Prefer: prefer };
    const response = await fetch(mock.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(request?.examples[0]?.body),
    });
    return { status: response.status, text: await response.text() };
  };

  test('makes up answers that are valid, and another one each time', async () => {
    const texts = new Set<string>();
    for (let round = 0; round < 10; round += 1)
      for (const index of [0, 1]) {
        const { status, text } = await ask(index, 'dynamic=true');
        expect(status).toBe(200);
        expect(envelopesOf(text)).not.toEqual([]);
        texts.add(text);
      }

    expect(texts.size).toBeGreaterThan(15);
  });

  test('makes up the same answer for the same seed', async () => {
    const prefer = 'dynamic=true, seed=again';

    expect((await ask(0, prefer)).text).toBe((await ask(0, prefer)).text);
  });

  test('makes up an answer of the status that is asked for', async () => {
    const { status, text } = await ask(0, 'code=401, dynamic=true');

    expect(status).toBe(401);
    expect(envelopesOf(text)).toContain('ServiceEnvelope');
  });

  test('makes up nothing for an invalid request', async () => {
    const { path } = contract.operations[0] ?? { path: '' };
    const response = await fetch(mock.url + path, { method: 'POST', headers: { Prefer: 'dynamic=true' } });

    expect(await response.json()).toEqual({ code: 13000102, msg: 'Verify parameters failed.' });
  });
});
