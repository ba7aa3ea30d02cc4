import type { Contract, Operation } from '../generate/contract.js';
import { type Reference, resolve, type Schema } from '../generate/openapi.js';
import { curl, literal } from './text.js';

/** A piece of code that makes a call, as Redoc takes it. */
export interface CodeSample {
  lang: 'curl' | 'typescript' | 'javascript';
  label: string;
  source: string;
}

/** The name that the samples give as their agent's. */
export const sampleAgent = 'my-carrier';

/** One call of an operation with its first request example, said in curl, with this package's client and with plain `fetch`. */
export function codeSamples(contract: Contract, operation: Operation, packageName: string): CodeSample[] {
  const body = Object.values(operation.request.examples)[0] ?? {};
  const [serverName, server] = Object.entries(contract.servers)[0] ?? [];
  if (!serverName || !server) throw new Error('The spec has no server for the code samples to call.');
  const url = server.url + operation.path;
  const { data } = operation.success;
  const field = Object.keys(resolve<Schema>(contract.document, data as Schema | Reference).properties ?? {})[0];
  const found = field ? `data.${field}` : 'data';
  const headers = { 'content-type': 'application/json', [contract.headerNames.agentName]: sampleAgent };
  return [
    { lang: 'curl', label: 'curl', source: curl(operation.method, url, headers, body) },
    {
      lang: 'typescript',
      label: `The client of ${packageName}`,
      source: `import { createKooDriveAuthClient, servers } from '${packageName}';

const auth = createKooDriveAuthClient({
  baseUrl: servers.${serverName},
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
      source: `const response = await fetch(
  '${url}',
  {
    method: '${operation.method}',
    headers: ${literal(headers, 4)},
    body: JSON.stringify(${literal(body, 4)}),
  },
);
const answer = await response.json();

// A status of 200 alone is no success: the code tells.
if (String(answer.code) === '${contract.successCode}') {
  console.log(answer.${found});
} else {
  console.error(response.status, answer.msg ?? answer.error_msg);
}`,
    },
  ];
}
