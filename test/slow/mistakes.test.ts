import { describe, expect, test } from 'vitest';
import { bundle, SpecError } from '../../scripts/generate/bundle.js';
import { SpecCopy } from '../support/spec-copy.js';

/** A mistake: the file, what stands there, and what stands there instead. */
type Mistake = [file: string, from: string, to: string];

/** What is printed for a spec with some mistakes, by line, with paths from its folder on. */
async function linesFor(mistakes: readonly Mistake[], files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  using copy = new SpecCopy('test/fixtures/library');
  for (const [file, text] of Object.entries(files)) copy.write(`openapi/${file}`, text);
  for (const [file, from, to] of mistakes) copy.replace(`openapi/${file}`, from, to);
  const error = await bundle(copy.spec).catch((reason: unknown) => reason);
  if (!(error instanceof SpecError)) throw new Error('the spec is accepted', { cause: error });
  return error.message.replaceAll(`${copy.folder}/openapi/`, '').split('\n');
}

const schema = (name: string) => `components/schemas/${name}.yaml`;
const [loan, pin, proof, wish] = [schema('Loan'), schema('Pin'), schema('LoanProof'), schema('LoanWish')];
const [byTitle, byIsbn] = [schema('WishByTitle'), schema('WishByIsbn')];
const [refusal, envelope] = [schema('Refusal'), schema('LoanEnvelope')];
const refused = 'components/responses/Refused.yaml';
const root = 'openapi.yaml';
const borrow = 'paths/borrow-book.yaml';
const giveBack = 'paths/return-book.yaml';

const parameter = (name: string, place: string) => `    - name: ${name}
      in: ${place}
      required: true
      description: One.
      schema:
        type: string
`;

describe('each mistake is one line, with file, line and column', () => {
  test('where YAML does not parse, and what follows from that is left out', async () => {
    const mistakes: Mistake[] = [
      [pin, 'minLength: 4', '\tminLength: 4'],
      [refusal, 'type: object', 'type: object\ntype: object'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      expect.stringMatching(/^components\/schemas\/Pin\.yaml:4:1 .*tab characters must not be used/),
      expect.stringMatching(/^components\/schemas\/Refusal\.yaml:2:1 .*duplicated mapping key/),
    ]);
  });

  test('where a word is misspelled, with the word that was meant', async () => {
    const mistakes: Mistake[] = [
      [loan, '  - open', '  - opne'],
      [loan, 'format: email', 'format: emial'],
      [pin, 'minLength', 'minLenght'],
      [byTitle, 'Pin.yaml', 'Pni.yaml'],
      [borrow, 'summary: Borrow', 'sumary: Borrow'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/schemas/Loan.yaml:6:5 There is no property opne. Did you mean open?',
      'components/schemas/Loan.yaml:19:13 There is no format `emial` here. Did you mean email?',
      'components/schemas/Pin.yaml:4:1 Property `minLenght` is not expected here. Did you mean minLength?',
      'components/schemas/WishByTitle.yaml:21:5 There is no file Pni.yaml. Did you mean Pin.yaml?',
      'paths/borrow-book.yaml:2:3 Property `sumary` is not expected here. Did you mean summary?',
    ]);
  });

  test('where client or mock cannot serve an operation, all at once', async () => {
    const mistakes: Mistake[] = [
      [root, '    x-name: main\n', ''],
      [root, 'tags:\n', 'security:\n  - {}\ntags:\n'],
      [root, '/v1/loans:', '/v1/loans/{id}:'],
      [borrow, 'post:', `parameters:\n  - $ref: ../components/parameters/TraceId.yaml\npost:`],
      [borrow, '  security: []', '  security:\n    - {}'],
      [borrow, '  requestBody:', `${parameter('id', 'path')}${parameter('page', 'query')}  requestBody:`],
      [borrow, 'required: true\n    content', 'required: false\n    content'],
      [borrow, '"200"', '"302"'],
      [giveBack, 'put:', 'get:'],
      [giveBack, 'operationId: returnBook', 'operationId: return'],
      [proof, 'type: object\n', ''],
      [refused, 'application/json', 'application/xml'],
      [refused, 'content:', 'headers:\n  Age:\n    description: One.\n    schema: { type: string }\ncontent:'],
      ['components/parameters/TraceId.yaml', 'minLength: 8', 'minLength: 4'],
      [envelope, 'enum:\n          - 0', 'enum:\n          - 1'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/parameters/TraceId.yaml:6:3 The client makes ids of one length: `minLength` and `maxLength` must be the same.',
      'components/responses/Refused.yaml:2:1 An answer has content, and neither headers nor links, of which client and mock know nothing.',
      'components/responses/Refused.yaml:7:3 Every body is application/json, and nothing else.',
      'components/schemas/LoanEnvelope.yaml:8:5 The `code` of a success must be one value, the same for each operation; here it is 1 or 0.',
      'components/schemas/LoanProof.yaml:1:1 The client sends objects only: `type: object`.',
      'openapi.yaml:11:5 The client lists servers by name: add an `x-name` in camelCase.',
      'openapi.yaml:14:3 The client sends no proof of a session: leave `security` empty.',
      'openapi.yaml:19:3 The client fills nothing into a path.',
      'paths/borrow-book.yaml:1:1 Put parameters and servers into the operations: none are read here.',
      'paths/borrow-book.yaml:10:5 The client sends no proof of a session: leave `security` empty.',
      'paths/borrow-book.yaml:14:7 The client sends the parameters AgentName and TraceId only, not id in path.',
      'paths/borrow-book.yaml:20:7 The client sends the parameters AgentName and TraceId only, not page in query.',
      'paths/borrow-book.yaml:28:15 The client always sends a body: add `required: true`.',
      'paths/borrow-book.yaml:47:3 The client knows one 2xx response of an operation, no more and no less.',
      'paths/return-book.yaml:1:1 The client sends a JSON body with every operation, which this method does not take.',
      'paths/return-book.yaml:4:16 The client names a method by the `operationId`: make it a name in camelCase.',
    ]);
  });

  test('where types, validators and docs cannot be made of a schema', async () => {
    const mistakes: Mistake[] = [
      [proof, 'properties:\n', 'properties:\n  old:\n    description: One.\n    $ref: LoanProof.yaml\n'],
      [pin, 'minLength: 4', 'contentEncoding: base64'],
      [refusal, 'type: integer', 'type: [integer, string]'],
      [loan, 'type: boolean', 'type: array\n    items:\n      type: string'],
      [loan, '    description: Id of the loan.\n', ''],
      [byIsbn, '      - isbn', '      - number'],
      [wish, 'type: object\n', ''],
      [loan, 'properties:\n', 'properties:\n  more:\n    $ref: BorrowBookResponse.yaml\n'],
    ];
    expect(
      await linesFor(mistakes, { 'components/schemas/BorrowBookResponse.yaml': 'type: object\ndescription: One.\n' }),
    ).toEqual([
      'components/schemas/BorrowBookResponse.yaml:1:1 BorrowBookResponse is also the name of a type of an operation: rename the schema.',
      'components/schemas/Loan.yaml:11:5 id needs a description.',
      'components/schemas/Loan.yaml:16:5 The client cannot check a required field of type array in an answer.',
      'components/schemas/LoanProof.yaml:1:1 LoanProof contains itself, and a recursive schema has no validator.',
      'components/schemas/LoanWish.yaml:3:5 The mapping of by and the enum of this variant differ at number.',
      'components/schemas/LoanWish.yaml:6:3 A discriminator needs `type: object` beside it.',
      'components/schemas/LoanWish.yaml:8:11 No variant has the by isbn.',
      'components/schemas/Pin.yaml:4:1 No validator knows `contentEncoding`.',
      'components/schemas/Refusal.yaml:7:11 Write `oneOf` with one type each: other generators know no list of types.',
    ]);
  });

  test('where examples and their schemas disagree', async () => {
    const mistakes: Mistake[] = [
      [borrow, '                  days: 14', '                  days: many'],
      [giveBack, 'pin: "4711"', 'pin: "1"'],
      [pin, '"4711"', '"1"'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/schemas/Pin.yaml:6:5 Example value must conform to the schema: must NOT have fewer than 4 characters.',
      'paths/borrow-book.yaml:48:25 Example value must conform to the schema: `days` property type must be integer.',
      'paths/return-book.yaml:22:20 Example value must conform to the schema: `pin` property must NOT have fewer than 4 characters.',
    ]);
  });

  test('where it is against the wording, the marks or the use of examples', async () => {
    const mistakes: Mistake[] = [
      [borrow, 'summary: Borrow a book', 'summary: Borrows a Book.'],
      [giveBack, 'summary: Return a book', 'summary: Returns a book'],
      [root, 'The library.', '"**The** library."'],
      [loan, 'Id of the loan.', 'id of the loan'],
      [pin, 'Four digits.', '"**Inferred (D1).** Four digits."'],
      [borrow, '              x-status: 503\n', ''],
      [borrow, '"5030000"', '"4000001"'],
      [refused, '          - "4000001"', '          - "4000001"\n          - none'],
      [borrow, 'closed:', 'unknownReader:'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/responses/Refused.yaml:8:9 none is not a number that a phone field accepts.',
      'components/schemas/Loan.yaml:10:18 A description is made of sentences: "id of the loan".',
      'components/schemas/Pin.yaml:3:14 Begin a quote with "> **Inferred (D1).**", not "**Inferred (D1).** Four digits.".',
      'openapi.yaml:12:18 Describe a server in one line of plain text: tools make labels and names of it.',
      'paths/borrow-book.yaml:2:12 The `summary` of an operation is imperative, in sentence case, and has no full stop.',
      'paths/borrow-book.yaml:59:13 Another answer of this operation is named unknownReader.',
      'paths/borrow-book.yaml:60:15 The example unknownReader of the default response needs an `x-status`.',
      'paths/borrow-book.yaml:62:17 4000001 is a test number of both unknownReader and unknownReader.',
      'paths/return-book.yaml:2:12 The `summary` of an operation is imperative, in sentence case, and has no full stop.',
    ]);
  });

  test.each<[...Mistake, complaint: string]>([
    [borrow, 'code: 99000503', 'code: 13000503', '13000503: a summary ends in "(illustrative)" exactly where'],
    [borrow, ' (illustrative)', '', '99000503: a summary ends in "(illustrative)" exactly where'],
    [
      borrow,
      '              x-advice',
      '              x-page: errors\n              x-advice',
      'a made-up one has none',
    ],
    [borrow, 'code: 99000503', 'error_code: APIG.0202', 'APIG.0202: a code of the gateway is APIGW. and digits.'],
    [borrow, 'x-advice: Come back in the morning.', 'x-advice: ""', '99000503: x-advice says what to do about it.'],
  ])('where a code is not marked as what it is: in %s %j as %j', async (file, from, to, complaint) => {
    expect((await linesFor([[file, from, to]])).join('\n')).toContain(complaint);
  });

  test('where a file is not referred to', async () => {
    expect(await linesFor([], { 'components/schemas/Old.yaml': 'type: string\n' })).toEqual([
      'openapi.yaml:1:1 Nothing refers to components/schemas/Old.yaml: refer to it, or delete it.',
    ]);
  });

  test.each<[...Mistake, line: string]>([
    [root, 'info:', 'info: [', 'openapi.yaml:3:10 Implicit keys need to be on a single line'],
    [root, 'openapi: 3.1.0', 'openapi: 9.1.0', 'openapi.yaml:1:1 The root needs `openapi: 3.1.0`, it has 9.1.0.'],
    [root, 'openapi: 3.1.0', 'openapi: 3.1.0\nopenapi: 3.1.0', 'openapi.yaml:2:1 Map keys must be unique'],
    [root, '  title:', '\ttitle:', 'openapi.yaml:3:1 Tabs are not allowed as indentation'],
  ])('in %s itself: %j as %j', async (file, from, to, line) => {
    expect(await linesFor([[file, from, to]])).toEqual([line]);
  });
});
