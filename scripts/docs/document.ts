import type { Contract } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { type ErrorCode, errorCodes } from '../../src/contract/error-codes.js';
import type { Page } from '../../src/contract/openapi.js';
import { emitReadme } from '../generate/readme.js';
import { cite } from '../generate/source.js';
import { block, code, demote, linkDecisions, table } from './markdown.js';
import { operationSection, sharedBodies } from './operations.js';
import { mockOrigin, shortCurl } from './samples.js';

/** Everything that the document is made from. */
export interface DocumentSource {
  readonly contract: Contract;
  readonly packageName: string;
  /** Markdown files with a heading of level 1. */
  readonly guides: string;
  readonly changelog: string;
}

/** The heading below which the page shows its form. */
export const formHeading = 'Try it';

/** Returns the contract, the guides and the changelog as one Markdown document. */
export function toMarkdown({ contract, packageName, guides, changelog }: DocumentSource): string {
  const { title, version, document, operations } = contract;
  const [introduction = '', ...sections] = (document.info.description ?? '').trim().split(/^(?=## )/m);
  const placed = ['Success and failure', 'Sessions', 'Undocumented behavior', 'Decisions'];
  const section = (heading: string) => sections.find((text) => text.startsWith(`## ${heading}\n`)) ?? '';
  const { 'test-numbers': testNumbers = '', 'error-kinds': errorKinds = '' } = emitReadme(contract);
  const parts = [
    `# ${title} ${version}`,
    introduction,
    ...quickStart(contract, packageName),
    ...sections.filter((text) => !placed.map(section).includes(text)),
    section('Success and failure'),
    successSteps(contract),
    ...operations.flatMap((operation) => operationSection(contract, operation, packageName)),
    ...trySection,
    ...sharedBodies(contract),
    ...errorCodeSection(contract),
    '## Test numbers',
    testNumberText(contract),
    testNumbers,
    section('Sessions'),
    ...sessionText(contract),
    section('Undocumented behavior'),
    '## Error kinds of the client',
    `The client of this package returns \`{ ok: false, error }\` when a call fails. \`error.kind\` says which of these cases it is. Each error also has \`operation\` and \`traceId\`.`,
    errorKinds,
    demote(guides),
    section('Decisions'),
    demote(changelog),
  ];
  const texts = parts.map((part) => part.trim()).filter(Boolean);
  return `${linkDecisions(texts.join('\n\n'))}\n`;
}

function quickStart(contract: Contract, packageName: string): string[] {
  const { servers, operations, document } = contract;
  const [first] = operations;
  const pages = operations.flatMap(({ id }) => document.info['x-pages']?.[id] ?? []);
  return [
    '## Quick start',
    `Start the mock with \`npx --package ${packageName} koodrive-auth-mock\`. Then send a request from a second terminal:`,
    ...(first ? [block('sh', shortCurl(contract, first))] : []),
    `The published reference pages: ${pages.map(cite).join(' ')} The same contract in other forms: [Markdown](reference.md), [OpenAPI as YAML](openapi.yaml) and [as JSON](openapi.json).`,
    table(
      ['Server', 'URL', 'Name in the client'],
      [
        ['Mock on this machine', code(mockOrigin), ''],
        ...servers.map(({ name, url, description }) => [description, code(url), code(`servers.${name}`)]),
      ],
    ),
  ];
}

function successSteps(contract: Contract): string {
  const { headerNames, successCode } = conventionsOf(contract);
  return `### Check a response step by step

1. **No complete response** within your time limit, or the connection broke: the outcome is unknown. The service may have done the work, so try to log in before you repeat a registration.
2. **The status is 3xx**: fail. No operation redirects, and a redirect would send the password to another address. Do not follow it.
3. **The body is not a JSON object**, for example an HTML page: a proxy responded. Fail. Statuses 502, 503 and 504 mean that a later call may succeed.
4. **The body has \`error_code\`**: the API gateway responded. Fail. Look the code up in [Error codes](#error-codes) and keep \`request_id\` for the operator.
5. **The body has \`code\`**: the service responded. Convert \`code\` to a string, because it may be a number or a string.
   - It is \`"${successCode}"\` and the body has \`data\`: **success**.
   - It is \`"${successCode}"\` and \`data\` or one of its required fields is missing: fail. The response does not follow the contract.
   - It is anything else: the service refused the call, **also when the status is 200**. Look the code up in [Error codes](#error-codes). Treat an unknown code by its status.
6. **The body has neither**: fail. The response does not follow the contract.

Never compare \`msg\` or \`error_msg\`: they are texts for people, in any language. Log \`${headerNames.traceId}\` with every failure, never the body of a request or of a success.`;
}

const trySection = [
  `## ${formHeading}`,
  `When the mock serves this page, a form appears here. Start the mock and open ${code(`${mockOrigin}/`)}. The form sends requests to the server of the page and to no other, and stores nothing.`,
];

function errorCodeSection(contract: Contract): string[] {
  const codes = errorCodes(contract);
  const rows = (sender: ErrorCode['kind']) =>
    table(
      ['Code', 'Status', 'Meaning', 'What to do', 'Test number', 'Source'],
      codes
        .filter(({ kind }) => kind === sender)
        .map(({ code: value, statuses, meaning, advice, illustrative, page, testNumbers }) => [
          code(value),
          statuses.join(', '),
          meaning,
          advice,
          testNumbers.map(code).join(', '),
          illustrative ? '*Illustrative*: made up, never sent by the service' : cite(page),
        ]),
    );
  return [
    '## Error codes',
    `Decide by a published code, otherwise by the status. *Illustrative* codes stand for cases whose codes are not published: do not use them in an app. New codes may appear at any time.`,
    '### Error codes of the service',
    `Sent in \`code\`.`,
    rows('service'),
    '### Error codes of the gateway',
    `Sent in \`error_code\`.`,
    rows('gateway'),
  ];
}

const testNumberText = ({ operations }: Contract): string => {
  const fields = operations.flatMap(({ summary, request }) =>
    request && request.testFields.length > 0
      ? [`${summary} reads them in ${request.testFields.map(code).join(', ')}`]
      : [],
  );
  return `The mock selects its response by the test number in a request. ${fields.join('. ')}. With any other value, the response is a success. Rows without a status are not responses of the contract: they simulate what happens on real networks.`;
};

function sessionText({ document }: Contract): string[] {
  const pages: Readonly<Record<string, Page | undefined>> = document.info['x-pages'] ?? {};
  const schemes = Object.values(document.components?.['securitySchemes'] ?? {}) as Record<
    'name' | 'description',
    string
  >[];
  return [
    `The access token is valid for \`expiresIn\` seconds (D9), counted from \`issuedAt\` (D10). On a device whose clock may be wrong, count from the receipt of the response. The pages on renewal and logout: ${cite(pages['refreshToken'])} ${cite(pages['logout'])}`,
    ...schemes.flatMap(({ name, description }) => [`### ${name} header`, description]),
  ];
}
