import { STATUS_CODES } from 'node:http';
import { name as packageName } from '../../package.json';
import type { Contract, Operation, RequestExample } from '../../src/contract/contract.js';
import { conventionsOf, successOf } from '../../src/contract/conventions.js';
import { BundleCursor, fieldsOf } from '../../src/contract/walk.js';
import { standardPort } from '../../src/mock/options.js';
import { pascalCase } from '../generate/text.js';

/** A program that sends one request and checks the response, or the raw request and response. */
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
  const [field] = fieldsOf(new BundleCursor(contract.document, successOf(operation).data));
  return {
    operation,
    url: mockOrigin + operation.path,
    headers: { 'content-type': 'application/json', [headerNames.agentName]: sampleAgent },
    body,
    successCode,
    /** First field of `data`, which samples print. */
    field: field?.path[0] ?? '',
    success: `Success is a 2xx status, the code ${successCode} as a number or as a string, and data.`,
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

/** Returns a `curl` command on one line that works in sh and in cmd. Throws an Error if one of them would change the body. */
export function shortCurl(contract: Contract, operation: Operation): string {
  const { headerNames } = conventionsOf(contract);
  const body = JSON.stringify(operation.request?.examples[0]?.body ?? {});
  if (/[$`%!\\]/.test(body))
    throw new Error(`The first request example of ${operation.id} must not contain $, \`, %, ! or \\.`);
  const method = operation.method === 'POST' ? '' : ` -X ${operation.method}`;
  return `curl${method} ${mockOrigin}${operation.path} -H "content-type: application/json" -H "${headerNames.agentName}: ${sampleAgent}" -d ${JSON.stringify(body)}`;
}

/** The raw request, and the response of the mock. */
function exchange({ operation: { method, path, examples }, headers, body }: Call): string {
  const { status = 200, body: responseBody } = examples[0] ?? {};
  return [
    message(`${method} ${path} HTTP/1.1`, { host: new URL(mockOrigin).host, ...headers }, body),
    message(`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, { 'content-type': 'application/json' }, responseBody),
  ].join('\n\n');
}

function message(start: string, headers: Readonly<Record<string, string>>, body: unknown): string {
  const text = json(body);
  return `${start}
${each(headers, (name, value) => `${name}: ${value}\n`)}content-length: ${Buffer.byteLength(text)}

${text}`;
}

function curl({ operation, url, headers, body, successCode, success }: Call): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `response=$(curl --silent --show-error --max-time 10 --write-out '\\n%{http_code}' \\
  --request ${operation.method} ${quote(url)} \\
${each(headers, (name, value) => `  --header ${quote(`${name}: ${value}`)} \\\n`)}  --data ${quote(json(body))}) || response=
printf '%s\\n' "$response"

# ${success} After a timeout or a broken connection, response is empty.
has() { printf '%s' "$response" | grep -Eq "$1"; }
has '^2..$' && has '"code": *"?${successCode}"? *([,}]|$)' && has '"data": *\\{' && echo 'Succeeded' || echo 'Failed'`;
}

const typescript = ({ operation, body, field }: Call): string =>
  `import { createKooDriveAuthClient } from "${packageName}";

const auth = createKooDriveAuthClient({ baseUrl: "${mockOrigin}", agentName: "${sampleAgent}" });
const outcome = await auth.${operation.id}(${literal(body)});

// The client has checked the response.
if (outcome.ok) console.log(outcome.data.${field});
else console.error(outcome.error.kind, outcome.error.message);`;

const fetchSample = ({ operation, url, headers, body, successCode, success, field }: Call): string =>
  `const response = await fetch("${url}", {
  method: "${operation.method}",
  headers: ${literal(headers, 2)},
  body: JSON.stringify(${literal(body, 2)}),
  redirect: "manual",
  signal: AbortSignal.timeout(10_000),
});
const content = await response.json().catch((error) => {
  // A proxy may respond with HTML.
  if (!(error instanceof SyntaxError)) throw error;
});

// ${success}
if (response.ok && String(content?.code) === "${successCode}" && content.data) console.log(content.data.${field});
else console.error(response.status, content?.code ?? content?.error_code);`;

const python = ({ operation, url, headers, body, successCode, success, field }: Call): string =>
  `import json
import sys
import urllib.request


class EveryStatus(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response):
        return response  # No exception for 4xx and 5xx, and no redirect.
    https_response = http_response


request = urllib.request.Request(
    "${url}",
    method="${operation.method}",
    headers=${json(headers, 4)},
    data=json.dumps(${pythonLiteral(body)}).encode(),
)
response = urllib.request.build_opener(EveryStatus).open(request, timeout=10)
try:
    content = json.load(response)
except ValueError:
    content = None  # A proxy may respond with HTML.
if not isinstance(content, dict):
    content = {}

# ${success}
if 200 <= response.status < 300 and str(content.get("code")) == "${successCode}" and content.get("data"):
    print(content["data"]["${field}"])
else:
    print(response.status, content.get("code", content.get("error_code")), file=sys.stderr)`;

const java = ({ operation, url, headers, body, successCode, success }: Call): string =>
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

    // ${success} Read them with your JSON library.
    var succeeded = response.statusCode() / 100 == 2
        && response.body().matches("(?s).*\\"code\\"\\\\s*:\\\\s*\\"?${successCode}\\"?\\\\s*[,}].*")
        && response.body().matches("(?s).*\\"data\\"\\\\s*:\\\\s*\\\\{.*");
    (succeeded ? System.out : System.err).println(response.statusCode() + " " + response.body());
  }
}`;

const each = (headers: Readonly<Record<string, string>>, line: (name: string, value: string) => string): string =>
  Object.entries(headers)
    .map(([name, value]) => line(name, value))
    .join('');

/** Returns JSON, whose lines after the first one are indented. */
const json = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent > 0 ? 4 : 2).replaceAll('\n', `\n${' '.repeat(indent)}`);

/** Returns JSON with the names that Python has for `true`, `false` and `null`: they end their line, without a quotation mark. */
const pythonLiteral = (value: unknown): string =>
  json(value, 4).replaceAll(/\b(true|false|null)(?=,?$)/gm, (word) => (word === 'null' ? 'None' : pascalCase(word)));

/** Returns JavaScript: JSON without quotes around its names. A name is always first on its line, so no string value matches. */
const literal = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, 2)
    .replaceAll(/^( +)"([a-z]\w*)":/gim, '$1$2:')
    .replaceAll('\n', `\n${' '.repeat(indent)}`);
