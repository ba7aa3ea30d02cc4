import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, test } from 'vitest';
import { name as packageName } from '../../package.json';
import { mockOrigin, type Sample, samplesOf } from '../../scripts/docs/samples.js';
import { type RequestExample, readContract } from '../../src/contract/contract.js';
import { mockNumbers, type Simulation } from '../../src/mock/simulate.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { sharedMock } from '../support/mock.js';
import { run, succeed } from '../support/run.js';
import { readSpec } from '../support/spec.js';

const contract = readContract(readSpec());
const folder = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });

/** What the programs print about failures that only the mock simulates. */
const reports: Partial<Record<Simulation, Partial<Record<Sample['label'], string>>>> = {
  cutConnection: {
    curl: 'curl: (18)',
    TypeScript: 'network',
    fetch: 'terminated',
    Python: 'http.client.IncompleteRead',
    Java: 'java.io.IOException',
  },
  successWithoutData: {
    curl: 'Failed',
    TypeScript: 'invalid-response',
    fetch: '200 0',
    Python: '200 0',
    Java: '200 {',
  },
};

const allSamples = contract.operations.flatMap((operation) => {
  const { id, request, examples } = operation;
  const samplesWith = (example: RequestExample) => samplesOf(contract, operation, example);
  const { data } = Object(examples[0]?.body);
  /** In the first field of the data, which the samples print. */
  const [userId = ''] = /\d{15,}/.exec(JSON.stringify(Object.values(data)[0])) ?? [];
  const succeeding = (request?.examples ?? []).flatMap((example) =>
    samplesWith(example).map((sample) => ({
      title: `${id} with ${example.key}`,
      sample,
      prints: userId,
      throws: false,
      fails: false,
    })),
  );

  const refusal = examples.find(({ status, testNumbers }) => status === 401 && testNumbers.length > 0);
  const [example] = request?.examples ?? [];
  const field = request?.testFields.find((name) => name in Object(example?.body)) ?? '';
  const secret = request?.secretPaths[0]?.[0] ?? '';
  const hostile = `it's "quoted" \\ $HOME \`date\` """ \${x} %s`;
  const programsWith = (number = '') =>
    example
      ? samplesWith({ ...example, body: { ...Object(example.body), [field]: number, [secret]: hostile } }).slice(1)
      : [];
  const code = String(Object(refusal?.body).code);
  const refused = programsWith(refusal?.testNumbers[0]).map((sample) => ({
    title: `${id} with quotes and dollar signs, which is refused,`,
    sample,
    prints: code,
    throws: false,
    fails: true,
  }));
  const simulated = mockNumbers.flatMap(({ number, name, summary }) =>
    programsWith(number).flatMap((sample) => {
      const prints = reports[name]?.[sample.label];
      const throws = name === 'cutConnection';
      return prints ? [{ title: `${id}, which gets "${summary}",`, sample, prints, throws, fails: true }] : [];
    }),
  );
  return [...succeeding, ...refused, ...simulated];
});

/** Returns a sample as a reader pastes it into a file, but with the mock and the client of this test. */
const pasted = ({ source }: Sample) =>
  source.replaceAll(mockOrigin, mock.url).replaceAll(packageName, new URL('../../src/index.ts', import.meta.url).href);

const javaClass = (index: number) => `Sample${index}`;
beforeAll(async () => {
  // One call of the compiler for all, so each class needs a name of its own.
  const files = allSamples.flatMap(({ sample }, index) => {
    const source = pasted(sample).replace('public class Sample ', `public class ${javaClass(index)} `);
    return sample.label === 'Java' ? [writeInto(folder, `${javaClass(index)}.java`, source)] : [];
  });
  await succeed('javac', ['-d', folder, ...files]);
});

function runSample(sample: Sample, index: number) {
  const file = (extension: string) => writeInto(folder, `sample-${index}.${extension}`, pasted(sample));
  switch (sample.label) {
    case 'HTTP':
      return exchange(sample.source);
    case 'curl':
      return run('sh', [file('sh')]);
    case 'TypeScript':
      return run(file('mts'), []);
    case 'fetch':
      return run(file('mjs'), []);
    case 'Python':
      return run('python3', [file('py')]);
    case 'Java':
      return run('java', ['-cp', folder, javaClass(index)]);
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

describe.concurrent('A reader can paste and run the sample of', () => {
  const cases = allSamples.map((found, index) => [`${found.title} in ${found.sample.label}`, index, found] as const);
  test.for(cases)('%s', async ([_, index, { sample, prints, throws, fails }], { expect }) => {
    const { code, stdout, stderr } = await runSample(sample, index);
    if (!fails) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const output = stdout + stderr;
    expect(output).toContain(prints);
    if (fails) expect(output).not.toContain('Succeeded');
    if (!throws) expect(output).not.toMatch(/Traceback|Exception/);
  });
});
