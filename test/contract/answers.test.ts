import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, contractCases, mockCases } from './cases.js';
import { type Running, startHandlers, startPrismCommand, startPublished } from './targets.js';

const targets: [name: string, start: () => Promise<Running>, cases: readonly Case[]][] = [
  ["Prism's own command", startPrismCommand, contractCases],
  ['The mock', startPublished, [...contractCases, ...mockCases]],
  ['The MSW handlers', startHandlers, [...contractCases, ...mockCases]],
];

describe.each(targets)('%s', (_, start, cases) => {
  let target: Running;
  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());

  test.each(cases.map((item): [string, Case] => [item.title, item]))(
    '%s',
    async (_, { method, path, headers, body, status, answer }) => {
      const response = await fetch(target.url + path, { method, headers, ...(body !== undefined && { body }) });

      const received = {
        status: response.status,
        type: response.headers.get('content-type'),
        body: await response.json(),
      };
      expect(received).toEqual({ status, type: 'application/json', body: answer });
    },
  );
});
