import { successBody, successCodes } from '../../src/contract/conventions.js';
import { entries, text } from '../../src/contract/walk.js';
import { type Context, LintCursor, type Location } from './cursor.js';

const json = ['content', 'application/json', 'examples'];

/** Requires that each key and each test number selects one example of an operation, with one status and a correctly marked code. */
export const Examples = () => ({
  Operation(node: unknown, context: Context) {
    const operation = new LintCursor(node, context);
    const success = successCodes(successBody(operation)?.body);
    const complain = (message: string, location: Location) => context.report({ message, location });
    const keys = new Set<string>();
    const numbers = new Map<unknown, string>();
    for (const [status, response] of entries(operation.child('responses')))
      for (const [key, example] of entries(response.child(...json))) {
        const { 'x-status': ownStatus, 'x-test-numbers': ownNumbers = [] } = example.value;
        if (keys.has(key))
          complain(`Another example of the operation is ${key}.`, response.location.child([...json, key]).key());
        keys.add(key);
        if ((status === 'default') !== Number.isInteger(ownStatus))
          complain(`An example has an \`x-status\` in the default response only: ${key}.`, example.location);
        const place = example.location.child('x-test-numbers');
        for (const number of ownNumbers as string[]) {
          if (numbers.has(number))
            complain(`${number} is the test number of ${numbers.get(number)} and of ${key}.`, place);
          numbers.set(number, key);
        }
        for (const problem of codeProblems(example, success)) complain(problem, example.location.child('value'));
      }
  },
});

/** Returns what is wrong with the error code of an example. Made-up codes are at 99000001 and above, where the publisher has none. */
function codeProblems(example: LintCursor, success: readonly string[]): string[] {
  const { code: serviceCode, error_code: gatewayCode } = Object(example.value['value']);
  const code = String(gatewayCode ?? serviceCode);
  const madeUp = /^(APIGW\.)?99\d{6}$/.test(code);
  if (success.length === 0 || success.includes(code)) return [];
  return [
    gatewayCode === undefined || /^APIGW\.\d+$/.test(code) || 'a code of the gateway is APIGW. and digits.',
    madeUp === text(example, 'summary').endsWith(' (illustrative)') ||
      'the summary ends with "(illustrative)" if the code is 99000001 or above, and only then.',
    madeUp !== 'x-page' in example.value || 'a published code has an `x-page`, and a made-up code has none.',
    text(example, 'x-advice') !== '' || 'the example needs an `x-advice`: what an app should do.',
  ].flatMap((problem) => (typeof problem === 'string' ? `${code}: ${problem}` : []));
}
