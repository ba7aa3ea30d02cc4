import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { standardPort } from '../../src/mock/options.js';
import { curl, literal } from './text.js';

/** A piece of code that makes a call, as Redoc takes it. */
export interface CodeSample {
  readonly lang: 'curl' | 'typescript' | 'javascript';
  readonly label: string;
  readonly source: string;
}

/** The name that the samples give as their agent's. */
export const sampleAgent = 'my-carrier';

/** Where a mock listens that is started without options. The page puts the server that it came from in its place. */
export const mockOrigin = `http://127.0.0.1:${standardPort}`;

/** One call of an operation with its first request example, said in curl, with this package's client and with plain `fetch`. */
export function codeSamples(contract: Contract, operation: Operation, packageName: string): CodeSample[] {
  const { headerNames, successCode } = conventionsOf(contract);
  const body = operation.request?.examples[0]?.body ?? {};
  const url = mockOrigin + operation.path;
  const data = resolve<Schema>(contract.document, successOf(contract, operation).data);
  const field = Object.keys(data?.properties ?? {})[0];
  const found = field ? `data.${field}` : 'data';
  const headers = { 'content-type': 'application/json', [headerNames.agentName]: sampleAgent };
  const about = (comment: string) =>
    ['The mock. Live servers:', ...contract.servers.map((server) => server.url)]
      .map((line) => `${comment} ${line}\n`)
      .join('');
  const named = contract.servers.map(({ name }) => `servers.${name}`);
  return [
    {
      lang: 'curl',
      label: 'curl',
      source: `${about('#')}${curl(operation.method, url, headers, body)}`,
    },
    {
      lang: 'typescript',
      label: 'Client of this package',
      source: `import { createKooDriveAuthClient } from '${packageName}';

const auth = createKooDriveAuthClient({
  // The mock. Live: ${named.join(', ')}
  baseUrl: '${mockOrigin}',
  agentName: '${sampleAgent}',
});
const outcome = await auth.${operation.id}(${literal(body)});

if (outcome.ok) {
  console.log(outcome.${found});
} else {
  console.error(outcome.error.kind, outcome.error.traceId);
}`,
    },
    {
      lang: 'javascript',
      label: 'Plain fetch',
      source: `${about('//')}const response = await fetch(
  '${url}',
  {
    method: '${operation.method}',
    headers: ${literal(headers, 4)},
    body: JSON.stringify(${literal(body, 4)}),
  },
);
const answer = await response.json();

// A status of 200 alone is no success: the code tells.
if (String(answer.code) === '${successCode}') {
  console.log(answer.${found});
} else {
  console.error(response.status, answer.msg ?? answer.error_msg);
}`,
    },
  ];
}
