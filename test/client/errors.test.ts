import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { meanings } from '../../generated/client.js';
import { isKooDriveError, unwrap } from '../../src/index.js';
import { clientWith } from '../support/wire.js';
import { errorOf, granted, login, respond, url, withPassword } from './login.js';

describe('the message of an error', () => {
  it.each(Object.entries(meanings))('explains the code %s', async (code, meaning) => {
    const [kind, name] = code.startsWith('APIGW') ? ['gateway', 'error_code'] : ['service', 'code'];
    const { message } = await errorOf(login(respond({ [name]: code }, 400)));
    expect(message).toBe(`login: ${kind}, ${code} (${meaning}), status 400 at ${url}`);
  });
});

const letters = 'ABCDEFGHIJKLMNOPQRST';
const name = `A${'b'.repeat(30)}Error`;
const causeOf = async (property: string, value: string) => {
  const error = await errorOf(login(() => Promise.reject(Object.assign(new Error('a'), { [property]: value }))));
  return Object(error.cause)[property];
};
/** What an error has of a value from outside: for each, values of its form, other values, and what replaces those. */
const forms: [what: string, read: (value: string) => Promise<unknown>, of: string[], other: string[], mask?: string][] =
  [
    [
      'the code of a response',
      async (code) => (await errorOf(login(respond({ code, msg: '' })))).message.split(/, /)[1],
      ['1', '-1', '1234567890', 'A.1', `${letters.slice(4)}.-1`],
      ['12345678901', `${letters.slice(3)}.1`, 'a.1', '.1', 'x1', '1x', '', 'constructor'],
      '***',
    ],
    [
      'a request id',
      async (id) => Object(await errorOf(login(respond({ error_code: 1, error_msg: '', request_id: id })))).requestId,
      ['', '0123abcF', 'a'.repeat(64), '-'.repeat(8)],
      ['a'.repeat(7), 'a'.repeat(65), '01234567 ', ' 01234567', '0123456g'],
      '***',
    ],
    [
      'the name of what fetch throws',
      (value) => causeOf('name', value),
      ['TypeError', 'xError', name],
      [`A${name}`, '1Error', 'Errors', 'A bad Error', ''],
      'Error',
    ],
    [
      'the code of what fetch throws',
      (value) => causeOf('code', value),
      ['EAB', `E${letters}`, 'AB_A1', `ABCDEFGHI_${'_'.repeat(40)}`],
      [
        'EA',
        `E${letters}U`,
        'econnrefused',
        'xEAB',
        'EAB1',
        'A_AB',
        'ABCDEFGHIJ_AB',
        'AB_A',
        `AB_${'A'.repeat(41)}`,
        'a AB_AB',
        'AB_AB a',
      ],
    ],
  ];

describe.each(forms)('an error has %s', (_, read, of, other, mask) => {
  it.each(of)('if it is %s', async (value) => expect(await read(value)).toBe(value));
  it.each(other)('but not if it is %s', async (value) => expect(await read(value)).toBe(mask));
});

describe('an error', () => {
  it('has its enumerable properties, name and message as JSON', async () => {
    const error = await errorOf(login(respond({ code: 13000102, msg: 'no' }, 400)));
    const { message, traceId } = error;
    const fields = { kind: 'service', operation: 'login', traceId, status: 400, code: '13000102' };
    expect({ ...error }).toStrictEqual(fields);
    expect(error.toJSON()).toStrictEqual({ ...fields, name: 'KooDriveError', message });
    expect(Object.hasOwn(error, 'name')).toBe(false);
  });

  it('has a stack that starts with the message, and leads to the line of the call', async () => {
    const auth = clientWith(() => respond(''), { baseUrl: 'https://example.com/$&' });
    // Nothing awaits here, so the stack must be taken at the time of the call.
    const caller = () => auth.login(withPassword);
    const error = await errorOf(caller());
    expect(error.message).toContain('https://example.com/$&/');
    expect(error.stack).toMatch(/^KooDriveError: login: invalid-response, .+\n {4}at /);
    expect(error.stack?.split('\n')[0]).toBe(`KooDriveError: ${error.message}`);
    expect(error.stack).toContain('caller');
  });

  it('is an error even if the process changes what stacks are', async () => {
    const { prepareStackTrace } = Error;
    const failing = () => {
      throw new Error('no');
    };
    const changes = [(_: unknown, sites: unknown) => sites, () => undefined, () => 'frames of Error', failing];
    const stacks: unknown[] = [];
    for (const change of changes) {
      Error.prepareStackTrace = change;
      const { error } = await login(respond({ code: 1, msg: '' })).finally(() => {
        Error.prepareStackTrace = prepareStackTrace;
      });
      expect(error).toMatchObject({ kind: 'service', code: '1' });
      stacks.push(error?.stack);
    }
    expect(stacks[2]).toBe('frames of Error');
  });
});

describe('unwrap', () => {
  it('returns the data of a success, and throws the error of a failure', async () => {
    expect(unwrap(await login(respond(granted)))).toEqual(granted.data);
    const failure = await login(respond(''));
    const thrown = await Promise.resolve(failure)
      .then(unwrap)
      .catch((error: unknown) => error);
    expect(thrown).toBe(failure.error);
  });

  it.each([
    undefined,
    null,
    5,
    {},
    login(respond(granted)),
    respond({}),
    { ok: 1, data: 1 },
    { ok: false, error: Error() },
  ])('rejects what is not an outcome: %s', (value) => {
    const message = 'unwrap takes the outcome of a call: write unwrap(await auth.login(…))';
    expect(() => Reflect.apply(unwrap, undefined, [value])).toThrow(new TypeError(message));
  });
});

describe('isKooDriveError', () => {
  it('accepts an error of another realm or another copy of the package', () => {
    const foreign = runInNewContext(
      `class KooDriveError extends Error { get name() { return 'KooDriveError' } }; new KooDriveError('x')`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isKooDriveError(foreign)).toBe(true);
  });

  it('rejects any other value', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const copy = { name: 'KooDriveError', kind: 'service' };
    for (const value of [undefined, null, 'KooDriveError', copy, new Error('x'), new DOMException('x'), proxy])
      expect(isKooDriveError(value)).toBe(false);
  });
});
