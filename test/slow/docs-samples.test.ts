import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../generated/examples.js';
import { codeSamples } from '../../scripts/docs/samples.js';
import { readContract } from '../../scripts/generate/contract.js';
import type { Document } from '../../scripts/generate/openapi.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { run, succeed } from '../support/run.js';

const packageName = 'koodrive-auth-contract';
const contract = readContract(
  JSON.parse(await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) as Document,
);

/** What a sample prints when the call succeeds: the first field of the data, or with curl the whole answer. */
const success = {
  login: {
    answer: examples.login.responses.withPassword.body,
    field: examples.login.responses.withPassword.body.data.userInfo,
  },
  registerUser: {
    answer: examples.registerUser.responses.newUser.body,
    field: examples.registerUser.responses.newUser.body.data.userId,
  },
};

describe.each(contract.operations.map((operation) => [operation.id, operation] as const))(
  'The samples of %s',
  (id, operation) => {
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

    const expected = success[id as keyof typeof success];
    const samples = codeSamples(contract, operation, packageName);
    const sample = (lang: string) => samples.find((candidate) => candidate.lang === lang)?.source ?? '';
    const toMock = (source: string) => {
      const servers = Object.entries(contract.servers);
      const named = servers.reduce((text, [name]) => text.replaceAll(`servers.${name}`, `'${mock.url}'`), source);
      return servers.reduce((text, [, { url }]) => text.replaceAll(url, mock.url), named);
    };
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

    test('are one each for curl, the client and fetch', () => {
      expect(samples.map(({ lang }) => lang)).toEqual(['curl', 'typescript', 'javascript']);
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
      const refused = (lang: string) => sample(lang).replaceAll(/'0\d{9,}'/g, "'0027000040101'");
      const client = await runFile('refused.mts', refused('typescript'));
      const fetched = await runFile('refused.mjs', refused('javascript'));

      expect(client.stderr).toMatch(/^service [\w-]{58}\n$/);
      expect(fetched.stderr).toBe(`401 ${examples.login.responses.credentialsRefused.body.msg}\n`);
    });
  },
);
