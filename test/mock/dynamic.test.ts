import { describe, expect, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { contract } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { loginHeaders } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

describe('Prefer: dynamic=true', () => {
  const mock = sharedMock({ publishedTimes: true });
  const [first] = contract.operations;
  const ask = async (Prefer: string, operation = first, body = operation?.request?.examples[0]?.body) => {
    const response = await fetch(mock.url + operation?.path, {
      method: operation?.method ?? '',
      headers: { ...loginHeaders, Prefer },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };

  test.each(contract.operations)('makes up answers of $id that are valid, and another one each time', async (one) => {
    const texts = new Set<string>();
    for (let round = 0; round < 10; round += 1) {
      const { status, text } = await ask('dynamic=true', one);
      expect(status).toBe(200);
      expect(envelopesOf(text)).not.toEqual([]);
      texts.add(text);
    }

    expect(texts.size).toBeGreaterThan(7);
  });

  test('makes up the same answer for the same seed', async () => {
    expect(await ask('dynamic=true, seed=again')).toEqual(await ask('dynamic=true, seed=again'));
  });

  test('makes up an answer of the status that is asked for', async () => {
    const { status, text } = await ask('code=401, dynamic=true');

    expect(status).toBe(401);
    expect(envelopesOf(text)).toContain('ServiceEnvelope');
  });

  test('makes up nothing for an invalid request', async () => {
    expect(JSON.parse((await ask('dynamic=true', first, {})).text)).toEqual(login.responses.invalidParameters.body);
  });
});
