import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, describeProblems } from '../../scripts/generate/bundle.js';
import { redocly } from '../../scripts/redocly.js';
import { SpecCopy } from '../support/spec-copy.js';

/** A file, a text in it, and the text that replaces it. */
type Mistake = [file: string, from: string, to: string];

/** Returns a copy of the fixture with some mistakes. A mistake that replaces nothing is a new file. */
function copyWith(mistakes: readonly Mistake[]): SpecCopy {
  const copy = new SpecCopy('test/fixtures/library');
  for (const [file, from, to] of mistakes)
    if (from) copy.replace(`openapi/${file}`, from, to);
    else copy.write(`openapi/${file}`, to);
  return copy;
}

const schema = (name: string) => `components/schemas/${name}.yaml`;
const [loan, pin, proof, choice] = [schema('Loan'), schema('Pin'), schema('LoanProof'), schema('BookChoice')];
const [byTitle, byIsbn] = [schema('ChoiceByTitle'), schema('ChoiceByIsbn')];
const [refusal, envelope] = [schema('Refusal'), schema('LoanEnvelope')];
const refused = 'components/responses/Refused.yaml';
const traceId = 'components/parameters/TraceId.yaml';
const root = 'openapi.yaml';
const borrow = 'paths/borrow-book.yaml';
const giveBack = 'paths/return-book.yaml';
const ownHeader = `    - name: Authorization
      in: header
      required: true
      description: One.
      schema:
        type: string
`;

const brokenPattern = 'description: Title of the book.\n    pattern: "["\n    nullable: true';

const cases: Record<string, { mistakes: Mistake[]; lines: unknown[] }> = {
  'a file that is not YAML, without follow-up errors': {
    mistakes: [
      [pin, 'minLength: 4', '\tminLength: 4'],
      [refusal, 'type: object', 'type: object\ntype: object'],
    ],
    lines: [
      expect.stringMatching(/^components\/schemas\/Pin\.yaml:4:1 .*tab characters must not be used/),
      expect.stringMatching(/^components\/schemas\/Refusal\.yaml:2:1 .*duplicated mapping key/),
    ],
  },
  'a misspelled word': {
    mistakes: [
      [loan, 'days, open]', 'days, opne]'],
      [loan, 'format: email', 'format: emial'],
      [pin, 'minLength', 'minLenght'],
      [byTitle, 'Pin.yaml', 'Pni.yaml'],
      [refused, 'content:', 'contents:'],
      [borrow, 'summary: Borrow', 'sumary: Borrow'],
    ],
    lines: [
      'components/responses/Refused.yaml:2:1 Property `contents` is not expected here. Did you mean content?',
      expect.stringContaining("components/schemas/ChoiceByTitle.yaml:16:5 Can't resolve $ref: ENOENT"),
      "components/schemas/Loan.yaml:3:22 Required property 'opne' is not defined.",
      'components/schemas/Loan.yaml:16:13 This format is not supported, only email, password, int32, int64, float and double.',
      'components/schemas/Pin.yaml:4:1 Property `minLenght` is not expected here. Did you mean minLength?',
      'paths/borrow-book.yaml:2:3 Property `sumary` is not expected here. Did you mean summary?',
    ],
  },
  'an operation that client or mock do not support': {
    mistakes: [
      [root, '    x-name: main\n', ''],
      [root, 'tags:\n', 'security:\n  - {}\ntags:\n'],
      [root, '/v1/loans:', '/v1/loans/{id}:'],
      [borrow, 'post:', `parameters:\n  - $ref: ../components/parameters/TraceId.yaml\npost:`],
      [borrow, '  security: []', '  security:\n    - {}'],
      [borrow, '    - $ref: ../components/parameters/AgentName.yaml\n', ownHeader],
      [borrow, 'required: true\n    content', 'required: false\n    content'],
      [borrow, '"200"', '"302"'],
      [borrow, '    default:', '    5XX:'],
      [giveBack, 'put:', 'get:'],
      [giveBack, 'operationId: returnBook', 'operationId: return'],
      [proof, 'type: object\n', ''],
      [refused, 'application/json', 'application/xml'],
      [refused, 'content:', 'headers:\n  Age:\n    description: One.\n    schema: { type: string }\ncontent:'],
      [traceId, 'minLength: 8', 'minLength: 4'],
      [envelope, 'enum: [0]', 'enum: [1]'],
    ],
    lines: [
      'components/parameters/TraceId.yaml:6:3 The client makes IDs of one length: `minLength` and `maxLength` must be equal.',
      'components/responses/Refused.yaml:2:1 A response needs `content`. `headers` and `links` are not supported.',
      'components/responses/Refused.yaml:7:3 Every body is `application/json`, and nothing else.',
      'components/schemas/LoanEnvelope.yaml:6:5 The `code` of a success is one value, the same for every operation. Here it is 1 or 0.',
      'components/schemas/LoanProof.yaml:1:1 The client sends objects only: add `type: object`.',
      'openapi.yaml:11:5 The client lists servers by name: add an `x-name` in camelCase.',
      'openapi.yaml:14:3 The client sends no credentials in headers: use `security: []`.',
      'openapi.yaml:19:3 A path starts with `/` and has no parameters.',
      'paths/borrow-book.yaml:1:1 Move `parameters` and `servers` to the operations.',
      'paths/borrow-book.yaml:9:5 The client sends no credentials in headers: use `security: []`.',
      'paths/borrow-book.yaml:10:3 The client sends AgentName and TraceId with every operation, and no other parameters.',
      'paths/borrow-book.yaml:20:15 The client always sends a body: add `required: true`.',
      'paths/borrow-book.yaml:39:3 An operation needs exactly one 2xx response.',
      'paths/borrow-book.yaml:59:5 The key of a response is one status or `default`.',
      'paths/borrow-book.yaml:67:15 An example has an `x-status` in the default response only: closed.',
      'paths/return-book.yaml:1:1 The client sends a JSON body with every operation. This method has none.',
      'paths/return-book.yaml:4:16 The `operationId` is the name of a method: use camelCase, and no reserved word.',
    ],
  },
  'a schema that types, validators, client or docs do not support': {
    mistakes: [
      [proof, 'properties:\n', 'properties:\n  old:\n    description: One.\n    $ref: LoanProof.yaml\n'],
      [pin, 'minLength: 4', 'contentEncoding: base64'],
      [refusal, 'type: integer', 'type: [integer, string]'],
      [refusal, 'properties:\n', 'properties:\n  nickname: false\n'],
      [loan, 'type: boolean', 'type: array\n    items:\n      $ref: Pin.yaml'],
      [loan, '    description: Id of the loan.\n', ''],
      [loan, 'properties:\n', 'properties:\n  more:\n    $ref: BorrowBookResponse.yaml\n'],
      ['components/schemas/BorrowBookResponse.yaml', '', 'type: object\ndescription: One.\n'],
      [byIsbn, 'enum: [isbn]', 'enum: [number]'],
      [byIsbn, 'description: Number of the book.', 'description: Number of the book.\n    x-current-time: seconds'],
      [byTitle, 'description: Title of the book.', brokenPattern],
      [choice, 'type: object\n', ''],
      [choice, 'discriminator:', 'properties:\n  token:\n    type: string\n    description: One.\ndiscriminator:'],
      [envelope, '    $ref: Loan.yaml', '    minProperties: 1\n    $ref: Loan.yaml'],
    ],
    lines: [
      'components/schemas/BookChoice.yaml:5:1 Move `properties` into each variant of `oneOf`.',
      'components/schemas/BookChoice.yaml:10:3 A discriminator needs `type: object` beside it.',
      'components/schemas/BookChoice.yaml:12:5 The `mapping` must be as in the variants: number: ChoiceByIsbn.yaml, title: ChoiceByTitle.yaml.',
      'components/schemas/BorrowBookResponse.yaml:1:1 BorrowBookResponse is not a name for a schema, or an operation has a type with it.',
      'components/schemas/ChoiceByIsbn.yaml:15:21 The format of a time is unix-milliseconds or local-date-time.',
      'components/schemas/ChoiceByTitle.yaml:15:14 This is not a regular expression.',
      'components/schemas/ChoiceByTitle.yaml:16:5 Property `nullable` is not expected here.',
      'components/schemas/Loan.yaml:8:5 id needs a description.',
      'components/schemas/Loan.yaml:13:5 The client cannot read a field of type array.',
      'components/schemas/LoanEnvelope.yaml:13:5 `minProperties` beside `$ref` is not supported.',
      'components/schemas/LoanProof.yaml:1:1 LoanProof contains itself: recursion is not supported.',
      'components/schemas/Pin.yaml:1:1 A secret or a current time inside `items` is not supported.',
      'components/schemas/Pin.yaml:4:1 The keyword `contentEncoding` is not supported.',
      'components/schemas/Refusal.yaml:5:13 A schema is an object, not a boolean.',
      'components/schemas/Refusal.yaml:7:11 Use `oneOf` with one type each: other generators need it.',
    ],
  },
  'an example that breaks its schema': {
    mistakes: [
      [borrow, '                  days: 14', '                  days: many'],
      [giveBack, 'pin: "4711"', 'pin: "1"'],
      [pin, '"4711"', '"1"'],
    ],
    lines: [
      'components/schemas/Pin.yaml:5:12 Example value must conform to the schema: must NOT have fewer than 4 characters.',
      'paths/borrow-book.yaml:47:25 Example value must conform to the schema: `days` property type must be integer.',
      'paths/return-book.yaml:21:20 Example value must conform to the schema: `pin` property must NOT have fewer than 4 characters.',
    ],
  },
  'a wrong wording, mark, code or use of examples, and a file without use': {
    mistakes: [
      [root, 'The library.', '"**The** library."'],
      [borrow, 'summary: Borrow a book', 'summary: Borrows a Book.'],
      [borrow, 'Lends a book to a reader.', 'Lends a <b>book</b>.'],
      [pin, 'Four digits.', '"**Inferred (D1).** Four digits."'],
      [borrow, '              x-status: 503\n', ''],
      [borrow, '"5030000"', '"4000001"'],
      [borrow, 'closed:', 'unknownReader:'],
      [borrow, 'code: 99000503', 'error_code: APIG.0202'],
      [refused, 'x-advice: Ask at the desk for a card.', 'x-advice: ""'],
      ['components/schemas/Old.yaml', '', 'type: string\n'],
      [refused, '["4000001"]', '["4000001", none]'],
    ],
    lines: [
      'components/responses/Refused.yaml:9:9 A test number has 7 to 15 digits.',
      'components/responses/Refused.yaml:12:11 99000041: the example needs an `x-advice`: what an app should do.',
      'components/schemas/Pin.yaml:3:14 A mark has the form `> **Inferred (D1).** …`.',
      'openapi.yaml:1:1 Nothing refers to components/schemas/Old.yaml: refer to it, or delete it.',
      'openapi.yaml:12:18 This is one line of plain text, without Markdown: some tools show it as it is.',
      'paths/borrow-book.yaml:2:12 The `summary` of an operation is imperative, in sentence case, and has no full stop.',
      'paths/borrow-book.yaml:3:16 A description has no HTML.',
      'paths/borrow-book.yaml:58:13 Another example of the operation is unknownReader.',
      'paths/borrow-book.yaml:59:15 An example has an `x-status` in the default response only: unknownReader.',
      'paths/borrow-book.yaml:60:31 4000001 is the test number of unknownReader and of unknownReader.',
      'paths/borrow-book.yaml:63:17 APIG.0202: a code of the gateway is APIGW. and digits.',
    ],
  },
  'a path without a slash, and an illustrative example with a code of the publisher': {
    mistakes: [
      [root, '/library/v1/loans/end:', 'library/v1/loans/end:'],
      [borrow, 'code: 99000503', 'code: 13000503'],
    ],
    lines: [
      'openapi.yaml:20:3 Property `library/v1/loans/end` is not expected here.',
      expect.stringContaining('borrow-book.yaml:64:17 13000503: the summary ends with "(illustrative)" if the code is'),
    ],
  },
};

describe('npm run generate reports each mistake in one line with file, line and column', () => {
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    const copies = Object.entries(cases).map(([title, { mistakes }]) => ({ title, copy: copyWith(mistakes) }));
    // One process for all copies: it takes longer to start than to check a spec.
    const options = ['--config', 'redocly.yaml', '--format=json', '--max-problems=1000'];
    const { stdout } = await redocly('lint', ...copies.map(({ copy }) => copy.spec), ...options);
    const outputs = stdout.split(/(?<=^\})(?=\{)/m).map((output) => JSON.parse(output));
    for (const [index, { title, copy }] of copies.entries()) {
      const lines = describeProblems(outputs[index].problems, copy.spec);
      found.set(
        title,
        lines.map((line) => line.replace(`${copy.folder}/openapi/`, '')),
      );
      copy[Symbol.dispose]();
    }
  });

  it.each(Object.entries(cases))('%s', (title, { lines }) => {
    expect(found.get(title)).toEqual(lines);
  });

  it.each([
    ['info:', 'info: [', 'openapi.yaml:3:10 Implicit keys need to be on a single line'],
    ['openapi: 3.1.0', 'openapi: 9.1.0', 'openapi.yaml:1:1 The root needs `openapi: 3.1.0`, it has 9.1.0.'],
    ['openapi: 3.1.0', 'openapi: 3.1.0\nopenapi: 3.1.0', 'openapi.yaml:2:1 Map keys must be unique'],
  ])('a root file with %j as %j', async (from, to, line) => {
    using copy = copyWith([[root, from, to]]);
    await expect(bundle(copy.spec)).rejects.toThrow(`${copy.folder}/openapi/${line}`);
  });
});
