import { describe, expect, test } from 'vitest';
import { codeSamples, mockOrigin } from '../../scripts/docs/samples.js';
import { readContract } from '../../src/contract/contract.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { sharedMock } from '../support/mock.js';
import { run, succeed } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const packageName = 'koodrive-auth-contract';
const contract = readContract(readSpec());

const folder = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });

describe.each(contract.operations.map((operation) => [operation.id, operation] as const))(
  'The samples of %s',
  (_, operation) => {
    const answer = operation.examples[0]?.body as { data: object };
    /** What a sample prints when the call succeeds; that of curl prints the whole answer. */
    const [printed] = Object.values(answer.data);
    const samples = codeSamples(contract, operation, packageName);
    const sample = (lang: string) => samples.find((candidate) => candidate.lang === lang)?.source ?? '';
    const toMock = (source: string) => source.replaceAll(mockOrigin, mock.url);
    const runFile = (name: string, source: string) => {
      const client = new URL('../../src/index.ts', import.meta.url).href;
      // The values that a sample prints are compared as JSON.
      const code = toMock(source)
        .replaceAll(packageName, client)
        .replaceAll(/console\.log\((.+)\)/g, 'console.log(JSON.stringify($1))');
      return run(writeInto(folder, name, code), []);
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
      expect(JSON.parse(stdout)).toEqual(answer);
    });

    test.each([
      ['the client', 'client.mts', 'typescript'],
      ['fetch', 'fetch.mjs', 'javascript'],
    ])('call the operation with %s', async (_, file, lang) => {
      const { stdout } = await runFile(file, sample(lang));
      expect(JSON.parse(stdout)).toEqual(printed);
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
