import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readContract } from '../../src/contract/contract.js';
import { ContractError } from '../../src/contract/openapi.js';
import { decodeBody, jsonFault } from '../../src/mock/body.js';
import { readPreference } from '../../src/mock/choose-example.js';
import { isOpenToNetwork } from '../../src/mock/command.js';
import { parseTarget } from '../../src/mock/http.js';
import { parseDelay, pickDelay } from '../../src/mock/options.js';
import { route } from '../../src/mock/route.js';
import { createValidatorEngine } from '../../src/mock/validators.js';
import { contract } from '../contract/cases.js';

const [login] = contract.operations;
if (!login) throw new Error('The contract has no operation');
const prefer = (header: string | undefined, query = '') => readPreference(login, header, new URLSearchParams(query));

describe('A Prefer header', () => {
  test.each([
    ['example="wrongPassword" ; code=400', { status: 400, example: 'wrongPassword' }],
    ['EXAMPLE=wrongPassword', { status: 400, example: 'wrongPassword' }],
    ['code=505, example=unknownRefusal', { status: 505, example: 'unknownRefusal' }],
    ['dynamic=true, seed=7', { dynamic: true, seed: '7' }],
    ['return=minimal, wait=10, code=500', { status: 500, example: 'serviceFault' }],
    ['', {}],
    ['dynamic=false', { dynamic: false }],
    ['seed=a', { seed: 'a' }],
    ['code=401, code=429', { status: 401, example: 'credentialsRefused' }],
    ['example= wrongPassword ;code=400', { status: 400, example: 'wrongPassword' }],
    [String.raw`example="wrong\Password"`, { status: 400, example: 'wrongPassword' }],
    ['code=599', { status: 599, example: 'unknownRefusal' }],
    ...['respond-async', 'return', 'wait', 'handling', 'depth-noroot', 'safe', 'odata', 'transclude'].map(
      (name): [string, object] => [`${name}=x`, {}],
    ),
  ])('of %j is understood', (header, preference) => {
    expect(prefer(header)).toEqual({ ok: true, preference });
  });

  test.each([
    ['example=nope', 'no example "nope"'],
    ['code=200, example=wrongPassword', 'no example "wrongPassword" with status 200'],
    ['code=abc', '"abc" is no status'],
    ['code=4000', '"4000" is no status'],
    ['code=a400', '"a400" is no status'],
    ['code=399', 'no status 399'],
    ['code=400, example=unknownApi', 'no example "unknownApi" with status 400'],
    ['code', '"" is no status'],
    ['dynamic=perhaps', 'dynamic is either true or false'],
    ['exmaple=wrongPassword', '"exmaple" is no preference'],
  ])('of %j is refused with a list of what there is', (header, reason) => {
    const offer = expect.stringContaining('wrongPassword (400)');
    expect(prefer(header)).toEqual({ ok: false, reason: expect.stringContaining(reason), offer });
    expect(prefer(header)).toMatchObject({ offer: expect.stringMatching(/\(\d{3}\), \w+ \(/) });
  });

  test.each<[rule: string, header: string, response: string, statuses: number[], chosen?: number]>([
    ['prefers a success', 'example=a', '', [404, 200, 500], 200],
    ['takes the first of failures alone', 'example=a', '', [404, 500], 404],
    ['asks the response for all others for any failure', 'code=400', 'default', [502], 400],
    ['asks it for no other status', 'code=399', 'default', [502]],
    ['asks it for no status above 599', 'code=600', 'default', [502]],
  ])('%s: %s', (_, header, response, statuses, chosen) => {
    const given: object[] = statuses.map((status) => ({ key: 'a', status, response }));
    const operation = { ...login, examples: given as typeof login.examples };
    const result = readPreference(operation, header, new URLSearchParams());
    expect(result).toMatchObject(chosen ? { ok: true, preference: { status: chosen, example: 'a' } } : { ok: false });
  });

  test('may stand in the query instead, as in Prism', () => {
    const asked = '__code=400&__example=wrongPassword';
    expect(prefer(undefined, asked)).toEqual({ ok: true, preference: { status: 400, example: 'wrongPassword' } });
    expect(prefer('code=401', asked)).toMatchObject({ preference: { status: 401 } });
  });
});

describe('A delay', () => {
  test.each([
    ['800', { min: 800, max: 800 }],
    ['200-1200', { min: 200, max: 1200 }],
    [' 0 ', { min: 0, max: 0 }],
    ['60000', { min: 60_000, max: 60_000 }],
  ])('of %j is understood', (text, delay) => {
    expect(parseDelay(text)).toEqual(delay);
  });

  test.each(['', 'soon', '-1', '1.5', '1e3', '5-1', '60001', '1-2-3', '99999999999'])('of %j is refused', (text) => {
    expect(parseDelay(text)).toBeUndefined();
  });

  test.each([
    [0, 200],
    [0.5, 700],
    [1, 1200],
  ])('of a range is at %d between its ends %d', (share, delay) => {
    vi.spyOn(Math, 'random').mockReturnValue(share);
    expect(pickDelay({ min: 200, max: 1200 })).toBe(delay);
  });
});

describe('A body that is not JSON', () => {
  test.each([
    ['{\n  "account": "1",\n  "authType": "1",\n}', 'line 4, column 1: a comma before }'],
    ['[1,]', 'line 1, column 4: a comma before ]'],
    ["{'a': 1}", 'line 1, column 2: expected a name in double quotes or }'],
    ['{"a" 1}', 'line 1, column 6: expected a colon'],
    ['{"a": 1 "b": 2}', 'line 1, column 9: expected a comma or }'],
    ['{"a": undefined}', 'line 1, column 7: expected a value'],
    ['{"a": 1', 'line 1, column 8: expected a comma or }'],
    ['{} {}', 'line 1, column 4: expected the end'],
  ])('of %j is explained by its place', (text, fault) => {
    expect(jsonFault(text)).toBe(fault);
  });

  test('is explained at whatever place JSON.parse gives up, without a piece of it', () => {
    const word = fc.stringMatching(/^secret[0-9]{6}$/);
    const text = fc.tuple(fc.json(), fc.nat(), word).map(([json, at, insert]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + insert + json.slice(place);
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (content) => {
        const bytes = new TextEncoder().encode(content);
        const decoded = decodeBody(bytes, 'application/json', ['application/json']);
        if (decoded.ok) return;
        expect(decoded.violations[0]?.message).toMatch(/^Request body is not JSON: line \d+, column \d+: [a-z ,\]}]+$/);
      }),
      { numRuns: 300 },
    );
  });

  test('is explained whatever its depth and length', () => {
    expect(jsonFault('['.repeat(500_000))).toBe('line 1, column 500001: expected a value or ]');
    expect(jsonFault(`"${'x'.repeat(1_000_000)}`)).toBe('line 1, column 1: expected a value');
  });
});

describe('A request target', () => {
  test.each([
    ['/a/b?c=1#d', '/a/b', 'c=1'],
    ['http://host:80/a?b=1', '/a', 'b=1'],
    ['http://host', '/', ''],
    ['h2+a.b-c://host/a', '/a', ''],
    ['/a?b=http://host/c', '/a', 'b=http%3A%2F%2Fhost%2Fc'],
    ['?a=1', '/', 'a=1'],
    ['//host/a', '//host/a', ''],
    ['*', '*', ''],
    ['', '/', ''],
  ])('of %j has its path and its query', (target, path, query) => {
    const parsed = parseTarget(target);
    expect([parsed.path, String(parsed.query)]).toEqual([path, query]);
  });

  test('with escapes names the same operation', () => {
    expect(route(contract, 'POST', login.path.replace('auth', '%61uth'))).toEqual({ operation: login });
    const message = `No such path: did you mean ${login.path}, without a slash at its end?`;
    expect(route(contract, 'POST', `${login.path}/`)).toMatchObject({ refusal: { violations: [{ message }] } });
  });
});

describe('A spec', () => {
  test.each([
    [{}, 'it is not an OpenAPI 3 document'],
    [{ openapi: '3.1.0' }, 'it has no operation'],
    [{ openapi: '3.1.0', paths: { '/a': { $ref: 'a.yaml' } } }, 'a.yaml leads out of the document: bundle it first'],
    [{ openapi: '3.1.0', paths: { '/a': { $ref: '#/x' } } }, '#/x leads nowhere'],
  ])('of %j is refused', (document, message) => {
    expect(() => readContract(document)).toThrow(new ContractError(message));
  });

  test('may have parameters in its paths', () => {
    const document = {
      openapi: '3.1.0',
      paths: { '/users/{id}': { get: { operationId: 'user', responses: { 200: { description: 'A user' } } } } },
    };
    const other = readContract(document);

    const refused = (status: number, message: string) => ({ refusal: { status, violations: [{ message }] } });
    const notFound = refused(404, 'No such path: there is /users/{id}');

    for (const path of ['/users/7', '/users/%'])
      expect(route(other, 'GET', path)).toMatchObject({ operation: { id: 'user' } });
    for (const path of ['/users/', '/users/7/8', '/x/7', '/other'])
      expect(route(other, 'GET', path)).toMatchObject(notFound);
    expect(route(other, 'GET', '/users/7//')).toMatchObject(
      refused(404, 'No such path: did you mean /users/{id}, without a slash at its end?'),
    );
    expect(route(other, 'POST', '/users/7')).toMatchObject({
      allow: ['GET', 'OPTIONS'],
      ...refused(405, 'POST is not allowed here, only GET, OPTIONS'),
    });
    for (const part of ['x{id}', '{id}y']) {
      const mixed = readContract({ openapi: '3.1.0', paths: { [`/a/${part}`]: document.paths['/users/{id}'] } });
      expect(route(mixed, 'GET', '/a/b')).toMatchObject({ refusal: { status: 404 } });
    }
  });

  test('of many paths has some of them listed to who asks for another', () => {
    const paths = (count: number, end = '') =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`/${index}${end}`, { get: {}, post: {} }]));
    const message = (document: object) => {
      const found = route(readContract({ openapi: '3.1.0', ...document }), 'GET', '/other');
      return 'refusal' in found ? found.refusal.violations[0]?.message : undefined;
    };

    expect(message({ paths: paths(4) })).toBe('No such path: there is /0, /1, /2, /3');
    expect(message({ paths: paths(40) })).toBe('No such path: there is /0, /1, /2, /3, 36 more');
    expect(message({ paths: paths(2, 'x'.repeat(500)) })).toHaveLength(241);
  });

  test.each([
    [{ name: 'X-A', in: 'header', schema: { type: 'string', contentEncoding: 'base64' } }, 'contentEncoding'],
    [{ name: 'X-A', in: 'header', schema: { type: 'integer' } }, 'only headers of text are known'],
    [{ name: 'a', in: 'query', schema: {} }, 'only headers of text are known'],
  ])('with the parameter %j is refused by the handlers: they would accept what Prism refuses', (parameter, reason) => {
    const other = readContract({ openapi: '3.1.0', paths: { '/a': { post: { parameters: [parameter] } } } });
    const message = `The mock cannot check ${parameter.in} ${parameter.name}: ${reason}`;
    expect(() => createValidatorEngine(other, () => undefined)).toThrow(message);
  });
});

describe('An address', () => {
  test.each(['127.0.0.1', '127.8.9.10', '127.1', 'localhost', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])(
    '%s is for this machine alone',
    async (host) => expect(await isOpenToNetwork(host)).toBe(false),
  );

  test.each(['0.0.0.0', '0', '::', '192.0.2.1', '2001:db8::1', 'fe80::1%lo'])(
    '%s is open to the network',
    async (host) => expect(await isOpenToNetwork(host)).toBe(true),
  );
});
