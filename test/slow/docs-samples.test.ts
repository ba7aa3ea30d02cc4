import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeSamples, mockOrigin } from '../../scripts/docs/samples.js';
import { readContract } from '../../src/contract/contract.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { run, succeed } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const packageName = 'koodrive-auth-contract';
const contract = readContract(readSpec());

/** What a sample prints when the call succeeds: the first field of the data, or with curl the whole answer. */
function answerOf({ examples: [first] }: (typeof contract.operations)[number]): { answer: unknown; field: unknown } {
  const answer = first?.body as { data: object };
  return { answer, field: Object.values(answer.data)[0] };
}

describe.each(contract.operations.map((operation) => [operation.id, operation] as const))(
  'The samples of %s',
  (_, operation) => {
    let mock: RunningMock;
    let folder: string;
    beforeAll(async () => {
      mock = await startMock({ publishedTimes: true });
      folder = await mkdtemp(join(tmpdir(), 'samples-'));
    });
    afterAll(async () => {
      await mock.close();
      await rm(folder, { recursive: true });
    });

    const expected = answerOf(operation);
    const samples = codeSamples(contract, operation, packageName);
    const sample = (lang: string) => samples.find((candidate) => candidate.lang === lang)?.source ?? '';
    const toMock = (source: string) => source.replaceAll(mockOrigin, mock.url);
    const runFile = async (name: string, source: string) => {
      const file = join(folder, name);
      const client = new URL('../../src/index.ts', import.meta.url).href;
      // The values that a sample prints are compared as JSON.
      const printed = toMock(source)
        .replaceAll(packageName, client)
        .replaceAll(/console\.log\((.+)\)/g, 'console.log(JSON.stringify($1))');
      await writeFile(file, printed);
      return run(file, []);
    };

    test('are one each for curl, the client and fetch, aim at the mock and name the live servers', () => {
      expect(samples.map(({ lang }) => lang)).toEqual(['curl', 'typescript', 'javascript']);
      for (const { lang, source } of samples) {
        expect(source).toContain(mockOrigin);
        for (const { name, url } of contract.servers)
          expect(source).toContain(lang === 'typescript' ? `servers.${name}` : url);
      }
    });

    test('call the operation with curl', async () => {
      const stdout = await succeed('sh', ['-c', `${toMock(sample('curl'))} --silent --show-error`]);
      expect(JSON.parse(stdout)).toEqual(expected.answer);
    });

    test('call the operation with the client', async () => {
      const { stdout } = await runFile('client.mts', sample('typescript'));
      expect(JSON.parse(stdout)).toEqual(expected.field);
    });

    test('call the operation with fetch', async () => {
      const { stdout } = await runFile('fetch.mjs', sample('javascript'));
      expect(JSON.parse(stdout)).toEqual(expected.field);
    });

    test('say what went wrong when the service refuses', async () => {
      const refusal = operation.examples.find(({ status, testNumbers }) => status === 401 && testNumbers.length > 0);
      const refused = (lang: string) => sample(lang).replaceAll(/'0\d{9,}'/g, `'${refusal?.testNumbers[0]}'`);
      const client = await runFile('refused.mts', refused('typescript'));
      const fetched = await runFile('refused.mjs', refused('javascript'));

      expect(client.stderr).toMatch(/^service [\w-]{58}\n$/);
      expect(fetched.stderr).toBe(`${refusal?.status} ${(refusal?.body as { msg: string } | undefined)?.msg}\n`);
    });
  },
);
