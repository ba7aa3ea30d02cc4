import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { mockOrigin, type Sample, samplesOf } from '../../scripts/docs/samples.js';
import { type Operation, type RequestExample, readContract } from '../../src/contract/contract.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { sharedMock } from '../support/mock.js';
import { run } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const packageName = 'koodrive-auth-contract';
const contract = readContract(readSpec());
const folder = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });
let files = 0;

/** Runs a sample against the mock, as a reader who pastes it into a file. */
async function runSample({ label, source }: Sample) {
  files += 1;
  const client = new URL('../../src/index.ts', import.meta.url).href;
  const code = source.replaceAll(mockOrigin, mock.url).replaceAll(packageName, client);
  const file = (name: string) => writeInto(folder, `${files}/${name}`, code);
  switch (label) {
    case 'HTTP':
      return exchange(source);
    case 'curl':
      return run('sh', [file('sample.sh')]);
    case 'TypeScript':
      return run(file('sample.mts'), []);
    case 'fetch':
      return run(file('sample.mjs'), []);
    case 'Python':
      return run('python3', [file('sample.py')]);
    case 'Java':
      return run('java', [file('Sample.java')]);
  }
}

/** Sends the request of a raw exchange byte for byte, and fails if the response is not the one that the exchange shows. */
async function exchange(source: string) {
  const [head = '', body = '', responseHead = '', responseBody = ''] = source.split('\n\n');
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.end(`${head.replaceAll('\n', '\r\n')}\r\nconnection: close\r\n\r\n${body}`);
  const response = await text(socket);
  const [status = '', ...rest] = response.split('\r\n');
  const start = status === responseHead.split('\n')[0];
  const same = start && JSON.stringify(JSON.parse(rest.at(-1) ?? '')) === JSON.stringify(JSON.parse(responseBody));
  return { code: same ? 0 : 1, stdout: response, stderr: '' };
}

const samples = (operation: Operation, example: RequestExample) =>
  samplesOf(contract, operation, example, packageName).map((sample) => [sample.label, sample] as const);

for (const operation of contract.operations) {
  const { request, examples } = operation;
  const { data } = Object(examples[0]?.body);
  /** In the first field of the data, which the samples print. */
  const [id = ''] = /\d{15,}/.exec(JSON.stringify(Object.values(data)[0])) ?? [];

  describe.each((request?.examples ?? []).map((example) => [example.key, example] as const))(
    `The samples of ${operation.id} with the request %s`,
    (_, example) => {
      test.each(samples(operation, example))('succeed in %s', async (__, sample) => {
        const { code, stdout, stderr } = await runSample(sample);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toContain(id);
      });
    },
  );

  describe(`The samples of ${operation.id} for a refused request with quotes and dollar signs`, () => {
    const refusal = examples.find(({ status, testNumbers }) => status === 401 && testNumbers.length > 0);
    const [example] = request?.examples ?? [];
    const field = request?.testFields.find((name) => /^\d+$/.test(Reflect.get(Object(example?.body), name))) ?? '';
    const secret = request?.secretPaths[0]?.[0] ?? '';
    const hostile = `it's "quoted" \\ $HOME \`date\` """ \${x} %s`;
    const body = { ...Object(example?.body), [field]: refusal?.testNumbers[0], [secret]: hostile };
    const { code: refused } = Object(refusal?.body);

    if (example)
      test.each(samples(operation, { ...example, body }).slice(1))('show the code in %s', async (__, sample) => {
        const { stdout, stderr } = await runSample(sample);
        expect(stdout + stderr).toContain(String(refused));
        expect(stdout + stderr).not.toMatch(/Succeeded|Traceback|Exception/);
      });
  });
}
