import { name as packageName } from '../../package.json';
import type { Contract, Operation, RequestExample } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { standardPort } from '../../src/mock/options.js';

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

/** What the samples of one request example share. */
function callOf(contract: Contract, operation: Operation, { body }: RequestExample) {
  const { headerNames, successCode } = conventionsOf(contract);
  const data = resolve<Schema>(contract.document, successOf(operation).data);
  return {
    operation,
    url: mockOrigin + operation.path,
    headers: { 'content-type': 'application/json', [headerNames.agentName]: sampleAgent },
    body,
    successCode,
    /** First field of `data`, which samples print. */
    field: Object.keys(data?.properties ?? {})[0] ?? '',
  };
}

type Call = ReturnType<typeof callOf>;

/** Returns the samples of one request example. */
export function samplesOf(contract: Contract, operation: Operation, example: RequestExample): Sample[] {
  const call = callOf(contract, operation, example);
  return [
    { label: 'HTTP', language: 'http', source: exchange(call) },
    { label: 'curl', language: 'sh', source: curl(call) },
    { label: 'TypeScript', language: 'ts', source: typescript(call) },
    { label: 'fetch', language: 'js', source: fetchSample(call) },
    { label: 'Python', language: 'python', source: python(call) },
    { label: 'Java', language: 'java', source: java(call) },
  ];
}

/** Returns a `curl` command on one line that works in sh and in cmd. */
export function shortCurl(contract: Contract, operation: Operation): string {
  const { headerNames } = conventionsOf(contract);
  const body = JSON.stringify(JSON.stringify(operation.request?.examples[0]?.body ?? {}));
  return `curl ${mockOrigin}${operation.path} -H "content-type: application/json" -H "${headerNames.agentName}: ${sampleAgent}" -d ${body}`;
}

/** The raw request, and the response of the mock. */
function exchange({ operation: { method, path, examples }, headers, body }: Call): string {
  const [response] = examples;
  const host = new URL(mockOrigin).host;
  return [
    message(`${method} ${path} HTTP/1.1`, { host, ...headers }, body),
    message(`HTTP/1.1 ${response?.status} OK`, { 'content-type': 'application/json' }, response?.body),
  ].join('\n\n');
}

function message(start: string, headers: Readonly<Record<string, string>>, body: unknown): string {
  const text = json(body);
  return `${start}
${each(headers, (name, value) => `${name}: ${value}\n`)}content-length: ${Buffer.byteLength(text)}

${text}`;
}

function curl({ operation, url, headers, body, successCode }: Call): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `response=$(curl --silent --show-error --max-time 10 --request ${operation.method} \\
  ${quote(url)} \\
${each(headers, (name, value) => `  --header ${quote(`${name}: ${value}`)} \\\n`)}  --data ${quote(json(body))})
printf '%s\\n' "$response"

# Success is the code ${successCode}, as a number or as a string, whatever the status.
printf '%s' "$response" | grep -Eq '"code": *"?${successCode}"? *[,}]' \\
  && echo 'Succeeded' || echo 'Failed'`;
}

const typescript = ({ operation, body, field }: Call): string =>
  `import { createKooDriveAuthClient } from "${packageName}";

const auth = createKooDriveAuthClient({ baseUrl: "${mockOrigin}", agentName: "${sampleAgent}" });
const outcome = await auth.${operation.id}(${literal(body)});

// The client has checked the code.
if (outcome.ok) console.log(outcome.data.${field});
else console.error(outcome.error.kind, outcome.error.message);`;

const fetchSample = ({ operation, url, headers, body, successCode, field }: Call): string =>
  `const response = await fetch("${url}", {
  method: "${operation.method}",
  headers: ${literal(headers, 2)},
  body: JSON.stringify(${literal(body, 2)}),
  redirect: "manual",
  signal: AbortSignal.timeout(10_000),
});
// A proxy may respond with HTML.
const content = await response.json().catch(() => undefined);

// Success is the code ${successCode}, as a number or as a string, whatever the status.
if (String(content?.code) === "${successCode}") console.log(content.data.${field});
else console.error(response.status, content?.code ?? content?.error_code);`;

const python = ({ operation, url, headers, body, successCode, field }: Call): string =>
  `import json
import sys
import urllib.error
import urllib.request

request = urllib.request.Request(
    "${url}",
    method="${operation.method}",
    headers=${json(headers, 4)},
    data=json.dumps(${json(body, 4)}).encode(),
)
try:
    response = urllib.request.urlopen(request, timeout=10)
except urllib.error.HTTPError as error:
    response = error  # A response with status 4xx or 5xx has a body too.
try:
    content = json.load(response)
except ValueError:
    content = {}  # A proxy may respond with HTML.

# Success is the code ${successCode}, as a number or as a string, whatever the status.
if str(content.get("code")) == "${successCode}":
    print(content["data"]["${field}"])
else:
    print(response.status, content.get("code") or content.get("error_code"), file=sys.stderr)`;

const java = ({ operation, url, headers, body, successCode }: Call): string =>
  `import java.net.URI;
import java.net.http.*;
import java.time.Duration;

public class Sample {
  public static void main(String[] arguments) throws Exception {
    var body = """
        ${json(body, 8).replaceAll('\\', '\\\\').replaceAll('"""', '\\"""')}
        """;
    var request = HttpRequest.newBuilder(URI.create("${url}"))
        .timeout(Duration.ofSeconds(10))
${each(headers, (name, value) => `        .header("${name}", "${value}")\n`)}        .method("${operation.method}", HttpRequest.BodyPublishers.ofString(body))
        .build();
    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    // Success is the code ${successCode}, as a number or as a string, whatever the status. Read it with your JSON library.
    if (response.body().matches("(?s).*\\"code\\"\\\\s*:\\\\s*\\"?${successCode}\\"?\\\\s*[,}].*")) System.out.println(response.body());
    else System.err.println(response.statusCode() + " " + response.body());
  }
}`;

const each = (headers: Readonly<Record<string, string>>, line: (name: string, value: string) => string): string =>
  Object.entries(headers)
    .map(([name, value]) => line(name, value))
    .join('');

/** Returns JSON, whose lines after the first one are indented. */
const json = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent > 0 ? 4 : 2).replaceAll('\n', `\n${' '.repeat(indent)}`);

/** Returns JavaScript: JSON without quotes around its names. Every name is at the start of a line. */
const literal = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, 2)
    .replaceAll(/^( +)"([a-z]\w*)":/gim, '$1$2:')
    .replaceAll('\n', `\n${' '.repeat(indent)}`);
