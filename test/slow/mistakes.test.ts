import { describe, expect, test } from 'vitest';
import { bundle, SpecError } from '../../scripts/generate/bundle.js';
import { SpecCopy } from '../support/spec-copy.js';

/** A file, a text in it, and the text that replaces it. */
type Mistake = [file: string, from: string, to: string];

/** Returns the lines that are printed for a spec with some mistakes, without the path of its folder. */
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
const traceId = 'components/parameters/TraceId.yaml';
const root = 'openapi.yaml';
const borrow = 'paths/borrow-book.yaml';
const giveBack = 'paths/return-book.yaml';
const parameter = `    - name: Authorization
      in: header
      required: true
      description: One.
      schema:
        type: string
`;

describe('npm run generate reports each mistake in one line with file, line and column', () => {
  test('a file that is not YAML, without follow-up errors', async () => {
    const mistakes: Mistake[] = [
      [pin, 'minLength: 4', '\tminLength: 4'],
      [refusal, 'type: object', 'type: object\ntype: object'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      expect.stringMatching(/^components\/schemas\/Pin\.yaml:4:1 .*tab characters must not be used/),
      expect.stringMatching(/^components\/schemas\/Refusal\.yaml:2:1 .*duplicated mapping key/),
    ]);
  });

  test('a misspelled word', async () => {
    const mistakes: Mistake[] = [
      [loan, '  - open', '  - opne'],
      [loan, 'format: email', 'format: emial'],
      [pin, 'minLength', 'minLenght'],
      [byTitle, 'Pin.yaml', 'Pni.yaml'],
      [refused, 'content:', 'contents:'],
      [borrow, 'summary: Borrow', 'sumary: Borrow'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/responses/Refused.yaml:2:1 Property `contents` is not expected here. Did you mean content?',
      "components/schemas/Loan.yaml:6:5 Required property 'opne' is not defined.",
      'components/schemas/Loan.yaml:19:13 This format is not supported, only email, password, int32, int64, float and double.',
      'components/schemas/Pin.yaml:4:1 Property `minLenght` is not expected here. Did you mean minLength?',
      expect.stringContaining("components/schemas/WishByTitle.yaml:21:5 Can't resolve $ref: ENOENT"),
      'paths/borrow-book.yaml:2:3 Property `sumary` is not expected here. Did you mean summary?',
    ]);
  });

  test('an operation that client or mock do not support', async () => {
    const mistakes: Mistake[] = [
      [root, '    x-name: main\n', ''],
      [root, 'tags:\n', 'security:\n  - {}\ntags:\n'],
      [root, '/v1/loans:', '/v1/loans/{id}:'],
      [borrow, 'post:', `parameters:\n  - $ref: ../components/parameters/TraceId.yaml\npost:`],
      [borrow, '  security: []', '  security:\n    - {}'],
      [borrow, '    - $ref: ../components/parameters/AgentName.yaml\n', parameter],
      [borrow, 'required: true\n    content', 'required: false\n    content'],
      [borrow, '"200"', '"302"'],
      [borrow, '    default:', '    5XX:'],
      [giveBack, 'put:', 'get:'],
      [giveBack, 'operationId: returnBook', 'operationId: return'],
      [proof, 'type: object\n', ''],
      [refused, 'application/json', 'application/xml'],
      [refused, 'content:', 'headers:\n  Age:\n    description: One.\n    schema: { type: string }\ncontent:'],
      [traceId, 'minLength: 8', 'minLength: 4'],
      [envelope, 'enum:\n          - 0', 'enum:\n          - 1'],
    ];
    expect(await linesFor(mistakes)).toEqual([
      'components/parameters/TraceId.yaml:6:3 The client makes IDs of one length: `minLength` and `maxLength` must be equal.',
      'components/responses/Refused.yaml:2:1 A response needs `content`. `headers` and `links` are not supported.',
      'components/responses/Refused.yaml:7:3 Every body is `application/json`, and nothing else.',
      'components/schemas/LoanEnvelope.yaml:8:5 The `code` of a success is one value, the same for every operation. Here it is 1 or 0.',
      'components/schemas/LoanProof.yaml:1:1 The client sends objects only: add `type: object`.',
      'openapi.yaml:11:5 The client lists servers by name: add an `x-name` in camelCase.',
      'openapi.yaml:14:3 The client sends no credentials in headers: use `security: []`.',
      'openapi.yaml:19:3 A path starts with `/` and has no parameters.',
      'paths/borrow-book.yaml:1:1 Move `parameters` and `servers` to the operations.',
      'paths/borrow-book.yaml:10:5 The client sends no credentials in headers: use `security: []`.',
      'paths/borrow-book.yaml:11:3 The client sends AgentName and TraceId with every operation, and no other parameters.',
      'paths/borrow-book.yaml:21:15 The client always sends a body: add `required: true`.',
      'paths/borrow-book.yaml:40:3 An operation needs exactly one 2xx response.',
      'paths/borrow-book.yaml:60:5 The key of a response is one status or `default`.',
      'paths/borrow-book.yaml:68:15 An example has an `x-status` in the default response only: closed.',
      'paths/return-book.yaml:1:1 The client sends a JSON body with every operation. This method has none.',
      'paths/return-book.yaml:4:16 The `operationId` is the name of a method: use camelCase, and no reserved word.',
    ]);
  });

  test('a schema that types, validators, client or docs do not support', async () => {
    const pattern = 'description: Title of the book.\n    pattern: "["\n    nullable: true';
    const mistakes: Mistake[] = [
      [proof, 'properties:\n', 'properties:\n  old:\n    description: One.\n    $ref: LoanProof.yaml\n'],
      [pin, 'minLength: 4', 'contentEncoding: base64'],
      [refusal, 'type: integer', 'type: [integer, string]'],
      [refusal, 'properties:\n', 'properties:\n  nickname: false\n'],
      [loan, 'type: boolean', 'type: array\n    items:\n      $ref: Pin.yaml'],
      [loan, '    description: Id of the loan.\n', ''],
      [loan, 'properties:\n', 'properties:\n  more:\n    $ref: BorrowBookResponse.yaml\n'],
      [byIsbn, '      - isbn', '      - number'],
      [byIsbn, 'description: Number of the book.', 'description: Number of the book.\n    x-current-time: seconds'],
      [byTitle, 'description: Title of the book.', pattern],
      [wish, 'type: object\n', ''],
      [wish, 'discriminator:', 'properties:\n  token:\n    type: string\n    description: One.\ndiscriminator:'],
      [envelope, '    $ref: Loan.yaml', '    minProperties: 1\n    $ref: Loan.yaml'],
    ];
    const files = { 'components/schemas/BorrowBookResponse.yaml': 'type: object\ndescription: One.\n' };
    expect(await linesFor(mistakes, files)).toEqual([
      'components/schemas/BorrowBookResponse.yaml:1:1 BorrowBookResponse is not a name for a schema, or an operation has a type with it.',
      'components/schemas/Loan.yaml:11:5 id needs a description.',
      'components/schemas/Loan.yaml:16:5 The client cannot read a field of type array.',
      'components/schemas/LoanEnvelope.yaml:17:5 `minProperties` beside `$ref` is not supported.',
      'components/schemas/LoanProof.yaml:1:1 LoanProof contains itself: recursion is not supported.',
      'components/schemas/LoanWish.yaml:5:1 Move `properties` into each variant of `oneOf`.',
      'components/schemas/LoanWish.yaml:10:3 A discriminator needs `type: object` beside it.',
      'components/schemas/LoanWish.yaml:12:5 The `mapping` must be as in the variants: number: WishByIsbn.yaml, title: WishByTitle.yaml.',
      'components/schemas/Pin.yaml:1:1 A secret or a current time inside `items` is not supported.',
      'components/schemas/Pin.yaml:4:1 The keyword `contentEncoding` is not supported.',
      'components/schemas/Refusal.yaml:6:13 A schema is an object, not a boolean.',
      'components/schemas/Refusal.yaml:8:11 Use `oneOf` with one type each: other generators need it.',
      'components/schemas/WishByIsbn.yaml:19:21 The format of a time is unix-milliseconds or local-date-time.',
      'components/schemas/WishByTitle.yaml:20:14 This is not a regular expression.',
      'components/schemas/WishByTitle.yaml:21:5 Property `nullable` is not expected here.',
    ]);
  });

  test('an example that breaks its schema', async () => {
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

  test('a wrong wording, mark, code or use of examples, and a file without use', async () => {
    const mistakes: Mistake[] = [
      [root, 'The library.', '"**The** library."'],
      [borrow, 'summary: Borrow a book', 'summary: Borrows a Book.'],
      [borrow, 'Lends a book to a reader.', 'Lends a <b>book</b>.'],
      [loan, 'Id of the loan.', 'id of the loan'],
      [pin, 'Four digits.', '"**Inferred (D1).** Four digits."'],
      [borrow, '              x-status: 503\n', ''],
      [borrow, '"5030000"', '"4000001"'],
      [borrow, 'closed:', 'unknownReader:'],
      [borrow, 'code: 99000503', 'error_code: APIG.0202'],
      [refused, '          - "4000001"', '          - "4000001"\n          - none'],
    ];
    expect(await linesFor(mistakes, { 'components/schemas/Old.yaml': 'type: string\n' })).toEqual([
      'components/responses/Refused.yaml:10:11 A test number has 7 to 15 digits, not none.',
      'components/schemas/Loan.yaml:10:18 A description consists of sentences, not of "id of the loan".',
      'components/schemas/Pin.yaml:3:14 A mark has the form "> **Inferred (D1).** …", not "**Inferred (D1).** Four digits.".',
      'openapi.yaml:1:1 Nothing refers to components/schemas/Old.yaml: refer to it, or delete it.',
      'openapi.yaml:12:18 `description` is one line of plain text, without Markdown.',
      'paths/borrow-book.yaml:2:12 The `summary` of an operation is imperative, in sentence case, and has no full stop.',
      'paths/borrow-book.yaml:3:16 A description has no HTML, such as "<b>".',
      'paths/borrow-book.yaml:59:13 Another example of the operation is unknownReader.',
      'paths/borrow-book.yaml:60:15 An example has an `x-status` in the default response only: unknownReader.',
      'paths/borrow-book.yaml:62:17 4000001 is the test number of unknownReader and of unknownReader.',
      'paths/borrow-book.yaml:65:17 APIG.0202: a code of the gateway is APIGW. and digits.',
    ]);
  });

  test.each<[...Mistake, problem: string]>([
    [root, 'info:', 'info: [', 'openapi.yaml:3:10 Implicit keys need to be on a single line'],
    [root, 'openapi: 3.1.0', 'openapi: 9.1.0', 'openapi.yaml:1:1 The root needs `openapi: 3.1.0`, it has 9.1.0.'],
    [root, 'openapi: 3.1.0', 'openapi: 3.1.0\nopenapi: 3.1.0', 'openapi.yaml:2:1 Map keys must be unique'],
    [root, '/library/v1/loans:', 'library/v1/loans:', 'openapi.yaml:18:3 Property `library/v1/loans` is not expected'],
    [borrow, 'code: 99000503', 'code: 13000503', '13000503: the summary ends with "(illustrative)" if the code is'],
    [borrow, ' (illustrative)', '', '99000503: the summary ends with "(illustrative)" if the code is'],
    [refused, '        x-advice', '        x-page: errors\n        x-advice', 'and a made-up code has none.'],
    [borrow, 'x-advice: Come back in the morning.', 'x-advice: ""', '99000503: the example needs an `x-advice`'],
  ])('%s with %j as %j', async (file, from, to, problem) => {
    expect(await linesFor([[file, from, to]])).toEqual([expect.stringContaining(problem)]);
  });
});
