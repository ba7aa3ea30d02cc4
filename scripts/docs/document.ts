// Where the text of the docs comes from, besides the names, types and examples of the contract:
// - about the API: descriptions in openapi/. The sections "How to read this contract", "Success and failure", "Sessions" and
//   "Undocumented behavior" are in `info.description` of openapi/openapi.yaml.
// - decisions: openapi/source.yaml
// - about the mock and the client: this file, and scripts/generate/error-kinds.md for the table of error kinds
// - guides: guides.md; changelog: CHANGELOG.md

import { name as packageName } from '../../package.json';
import type { Contract } from '../../src/contract/contract.js';
import { type ErrorCode, errorCodes } from '../../src/contract/error-codes.js';
import { BundleCursor, entries, text } from '../../src/contract/walk.js';
import { SpecError } from '../generate/bundle.js';
import { errorKinds, testNumberTable } from '../generate/readme.js';
import { cite } from '../generate/source.js';
import { block, code, demote, linkDecisions, table } from './markdown.js';
import { operationSection } from './operations.js';
import { mockOrigin, shortCurl } from './samples.js';

/** Returns the contract, the guides and the changelog as one Markdown document. The last two have a heading of level 1. */
export function toMarkdown(contract: Contract, guides: string, changelog: string): string {
  const { title, version, document, operations } = contract;
  const [introduction = '', ...sections] = (document.info.description ?? '').trim().split(/^(?=## )/m);
  const placedBelow = /^## (Success and failure|Sessions|Undocumented behavior|Decisions)\n/;
  const section = (heading: string) => {
    const found = sections.find((text) => text.startsWith(`## ${heading}\n`));
    if (!found) throw new SpecError(`info.description has no heading "${heading}"`);
    return found;
  };
  const parts = [
    `# ${title} ${version}`,
    introduction,
    ...quickStart(contract),
    ...sections.filter((text) => !placedBelow.test(text)),
    section('Success and failure'),
    ...operations.flatMap((operation) => operationSection(contract, operation)),
    '## Try it',
    `When the mock serves this page over HTTP, a form appears here, and the samples have the address of the page. Start the mock and open ${code(`${mockOrigin}/`)}. The form sends requests to the server of the page and to no other, and stores nothing.`,
    '## Error codes',
    'Decide by a published code, otherwise by the status. *Illustrative* codes stand for cases whose codes are not published: do not use them in an app. New codes may appear at any time.',
    '### Error codes of the service',
    'The service sends them in `code`.',
    errorCodeTable(contract, 'service'),
    '### Error codes of the gateway',
    'The gateway sends them in `error_code`.',
    errorCodeTable(contract, 'gateway'),
    '## Test numbers',
    testNumberText(contract),
    testNumberTable(contract),
    section('Sessions'),
    ...tokenHeaders(contract),
    section('Undocumented behavior'),
    '## Error kinds of the client',
    'The client of this package returns `{ ok: false, error }` when a call fails. `error.kind` says which of these cases it is. Each error also has `operation` and `traceId`.',
    errorKinds,
    demote(guides),
    section('Decisions'),
    demote(changelog),
  ];
  const texts = parts.map((part) => part.trim()).filter(Boolean);
  return `${linkDecisions(texts.join('\n\n'))}\n`;
}

function quickStart(contract: Contract): string[] {
  const { servers, operations, document } = contract;
  const [first] = operations;
  const pages = operations.flatMap(({ id }) => document.info['x-pages']?.[id] ?? []);
  return [
    '## Quick start',
    'Start the mock:',
    block('sh', `npm install ${packageName}\nnpx koodrive-auth-mock`),
    'Then send a request from a second terminal (sh or cmd):',
    ...(first ? [block('sh', shortCurl(contract, first))] : []),
    `The published reference pages: ${pages.map(cite).join(' ')} This page is also a [Markdown file](reference.md). The mock serves the contract as OpenAPI in [YAML](${mockOrigin}/openapi.yaml) and [JSON](${mockOrigin}/openapi.json).`,
    table(
      ['Server', 'URL', 'Name in the client'],
      [
        ['Mock on this machine', code(mockOrigin), ''],
        ...servers.map(({ name, url, description }) => [description, code(url), code(`servers.${name}`)]),
      ],
    ),
  ];
}

const errorCodeTable = (contract: Contract, sender: ErrorCode['kind']): string =>
  table(
    ['Code', 'Status', 'Meaning', 'What to do', 'Test number', 'Source'],
    errorCodes(contract)
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

function testNumberText({ operations }: Contract): string {
  const fields = operations.flatMap(({ id, request }) =>
    request?.testFields.length ? [`${request.testFields.map(code).join(' or ')} of ${code(id)}`] : [],
  );
  return `Send a test number as ${fields.join(', or as ')}. The mock reads no other field. The rest of the request must be valid. A valid request without a test number succeeds. The rows without a status simulate what happens outside the service: they are not part of the contract.`;
}

/** Returns a section for each header that the tokens of a session are sent in. */
const tokenHeaders = ({ document }: Contract): string[] =>
  entries(new BundleCursor(document).child('components', 'securitySchemes')).flatMap(([, scheme]) => [
    `### ${text(scheme, 'name')} header`,
    text(scheme, 'description'),
  ]);
