import type { Contract, Operation, RequestExample } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { isObject, resolve, type Schema } from '../../src/contract/openapi.js';
import { standardPort } from '../../src/mock/options.js';
import { block } from './markdown.js';

/** Program code that sends one request and checks `code` in the response. */
export interface Sample {
  readonly label: 'HTTP' | 'curl' | 'TypeScript' | 'fetch' | 'Python' | 'Java';
  /** Language for syntax highlighting. */
  readonly language: string;
  readonly source: string;
}

/** The agent name in samples. */
export const sampleAgent = 'my-carrier';

/** Base URL in samples: a mock that was started without options. */
export const mockOrigin = `http://127.0.0.1:${standardPort}`;

/** Everything that a sample needs. */
interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly operation: Operation;
  readonly successCode: string;
  /** First field of `data`, which samples print. */
  readonly field: string | undefined;
  readonly packageName: string;
}

/** Returns the samples of one request example. */
export function samplesOf(
  contract: Contract,
  operation: Operation,
  { body }: RequestExample,
  packageName: string,
): Sample[] {
  const { headerNames, successCode } = conventionsOf(contract);
  const data = resolve<Schema>(contract.document, successOf(operation).data);
  const [type = 'application/json'] = operation.request?.mediaTypes ?? [];
  const call: Call = {
    method: operation.method,
    url: mockOrigin + operation.path,
    headers: { 'content-type': type, [headerNames.agentName]: sampleAgent },
    body,
    operation,
    successCode,
    field: Object.keys(data?.properties ?? {})[0],
    packageName,
  };
  return [
    { label: 'HTTP', language: 'http', source: exchange(call) },
    { label: 'curl', language: 'sh', source: curl(call) },
    { label: 'TypeScript', language: 'ts', source: typescript(call) },
    { label: 'fetch', language: 'js', source: fetchSample(call) },
    { label: 'Python', language: 'python', source: python(call) },
    { label: 'Java', language: 'java', source: java(call) },
  ];
}

/** Returns samples as code blocks that the page shows as tabs. */
export const sampleBlocks = (samples: readonly Sample[]): string =>
  samples.map(({ label, language, source }) => block(language, source, label)).join('\n\n');

/** Returns a `curl` command on one line that works in sh and in cmd. */
export function shortCurl(contract: Contract, operation: Operation): string {
  const { headerNames } = conventionsOf(contract);
  const body = JSON.stringify(JSON.stringify(operation.request?.examples[0]?.body ?? {}));
  return `curl ${mockOrigin}${operation.path} -H "content-type: application/json" -H "${headerNames.agentName}: ${sampleAgent}" -d ${body}`;
}

/** The raw request, and the response of the mock. */
function exchange({ method, url, headers, body, operation }: Call): string {
  const { host, pathname } = new URL(url);
  const [response] = operation.examples;
  const message = (start: string, fields: Readonly<Record<string, string>>, content: unknown) => {
    const text = json(content);
    const lines = { ...fields, 'content-length': String(Buffer.byteLength(text)) };
    return [start, ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`), '', text].join('\n');
  };
  return [
    message(`${method} ${pathname} HTTP/1.1`, { host, ...headers }, body),
    message(`HTTP/1.1 ${response?.status} OK`, { 'content-type': 'application/json' }, response?.body),
  ].join('\n\n');
}

function curl({ method, url, headers, body, successCode }: Call): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `response=$(curl --silent --show-error --max-time 10 --request ${method} ${quote(url)} \\
${Object.entries(headers)
  .map(([name, value]) => `  --header ${quote(`${name}: ${value}`)} \\\n`)
  .join('')}  --data ${quote(json(body))})
printf '%s\\n' "$response"

# Success is the code ${successCode}, as a number or as a string, whatever the status.
printf '%s' "$response" | grep -Eq '"code": *"?${successCode}"? *[,}]' && echo 'Succeeded' || echo 'Failed'`;
}

const typescript = ({ operation: { id }, body, field, packageName }: Call): string =>
  `import { createKooDriveAuthClient } from '${packageName}';

const auth = createKooDriveAuthClient({ baseUrl: '${mockOrigin}', agentName: '${sampleAgent}' });
const outcome = await auth.${id}(${literal(body)});

// The client has checked the code.
if (outcome.ok) console.log(outcome.data${field ? `.${field}` : ''});
else console.error(outcome.error.kind, outcome.error.message);`;

const fetchSample = ({ method, url, headers, body, successCode, field }: Call): string =>
  `const response = await fetch('${url}', {
  method: '${method}',
  headers: ${literal(headers, 2)},
  body: JSON.stringify(${literal(body, 2)}),
  redirect: 'manual',
  signal: AbortSignal.timeout(10_000),
});
// A proxy may respond with HTML.
const answer = await response.json().catch(() => undefined);

// Success is the code ${successCode}, as a number or as a string, whatever the status.
if (String(answer?.code) === '${successCode}') console.log(answer.data${field ? `.${field}` : ''});
else console.error(response.status, answer?.code ?? answer?.error_code);`;

const python = ({ method, url, headers, body, successCode, field }: Call): string =>
  `import json
import sys
import urllib.error
import urllib.request

request = urllib.request.Request(
    ${quoted(url)},
    method=${quoted(method)},
    headers=${json(headers, 4)},
    data=json.dumps(${json(body, 4)}).encode(),
)
try:
    response = urllib.request.urlopen(request, timeout=10)
except urllib.error.HTTPError as error:
    response = error  # A response with status 4xx or 5xx has a body too.
try:
    answer = json.load(response)
except ValueError:
    answer = {}  # A proxy may respond with HTML.

# Success is the code ${successCode}, as a number or as a string, whatever the status.
if str(answer.get("code")) == ${quoted(successCode)}:
    print(answer["data"]${field ? `[${quoted(field)}]` : ''})
else:
    print(response.status, answer.get("code") or answer.get("error_code"), file=sys.stderr)`;

const java = ({ method, url, headers, body, successCode }: Call): string =>
  `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

public class Sample {
  public static void main(String[] arguments) throws Exception {
    var body = """
${json(body).replaceAll('\\', '\\\\').replaceAll('"""', '\\"""').replaceAll(/^/gm, '        ')}
        """;
    var request = HttpRequest.newBuilder(URI.create(${quoted(url)}))
        .timeout(Duration.ofSeconds(10))
${Object.entries(headers)
  .map(([name, value]) => `        .header(${quoted(name)}, ${quoted(value)})\n`)
  .join('')}        .method(${quoted(method)}, HttpRequest.BodyPublishers.ofString(body))
        .build();
    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    // Success is the code ${successCode}, as a number or as a string, whatever the status. Read it with your JSON library.
    var succeeded = Pattern.compile("\\"code\\"\\\\s*:\\\\s*\\"?${successCode}\\"?\\\\s*[,}]").matcher(response.body()).find();
    if (succeeded) System.out.println(response.body());
    else System.err.println(response.statusCode() + " " + response.body());
  }
}`;

const quoted = (text: string): string => JSON.stringify(text);

/** Returns JSON, whose lines after the first one are indented. */
const json = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent > 0 ? 4 : 2).replaceAll('\n', `\n${' '.repeat(indent)}`);

/** Returns a value as JavaScript source. */
function literal(value: unknown, indent = 0): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value === 'string') return `'${quoted(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (!isObject(value)) return JSON.stringify(value);
  const pad = ' '.repeat(indent);
  const name = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key));
  const entries = Object.entries(value).map(([key, item]) => `${pad}  ${name(key)}: ${literal(item, indent + 2)},\n`);
  return entries.length > 0 ? `{\n${entries.join('')}${pad}}` : '{}';
}
