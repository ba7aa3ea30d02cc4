import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import {
  accessTokenExpiresAt,
  authorizationHeader,
  createKooDriveAuthClient,
  createTraceId,
  isAccessTokenExpired,
  isKooDriveError,
  servers,
  unwrap,
} from '../../src/index.js';

const { sessionInfo } = examples.login.responses.withPassword.body.data;

describe('unwrap', () => {
  const clientOf = (status: number, body: object) =>
    createKooDriveAuthClient({
      baseUrl: servers.international,
      agentName: 'x',
      fetch: async () => new Response(JSON.stringify(body), { status }),
    });

  it('returns the data of a success', async () => {
    const { body } = examples.login.responses.withPassword;
    expect(unwrap(await clientOf(200, body).login(examples.login.requests.withPassword))).toEqual(body.data);
  });

  it('throws the error of a failure', async () => {
    const outcome = await clientOf(400, { code: 1, msg: 'no' }).login(examples.login.requests.withPassword);
    if (outcome.ok) throw new Error('the call succeeded');
    expect(() => unwrap(outcome)).toThrow(outcome.error);
  });
});

describe('isKooDriveError', () => {
  it('knows the errors of another copy of the package', async () => {
    vi.resetModules();
    const other = await import('../../src/index.js');
    expect(other.isKooDriveError).not.toBe(isKooDriveError);
    const auth = other.createKooDriveAuthClient({
      baseUrl: servers.international,
      agentName: 'x',
      fetch: async () => new Response(),
    });
    const outcome = await auth.login(examples.login.requests.withPassword);
    expect(!outcome.ok && isKooDriveError(outcome.error)).toBe(true);
  });

  it('knows the errors of another realm', () => {
    const foreign = runInNewContext(
      `class KooDriveError extends Error { get name() { return 'KooDriveError' } }; new KooDriveError('x')`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isKooDriveError(foreign)).toBe(true);
  });

  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  it('knows that what cannot be read is none', () => {
    expect(isKooDriveError(proxy)).toBe(false);
  });

  it.each([
    undefined,
    null,
    0,
    '',
    'KooDriveError',
    {},
    { name: 'KooDriveError', kind: 'service' },
    new Error('x'),
    new DOMException('x'),
    [],
    () => {},
  ])('knows that %s is none', (value) => {
    expect(isKooDriveError(value)).toBe(false);
  });
});

describe('a session', () => {
  const { issuedAt, expiresIn } = sessionInfo;
  const end = Number(issuedAt) + expiresIn * 1000;
  const hour = 3_600_000;

  it('expires expiresIn after issuedAt, or after receivedAt', () => {
    const receivedAt = Number(issuedAt) + hour;
    expect(accessTokenExpiresAt(sessionInfo)).toEqual(new Date(end));
    expect(accessTokenExpiresAt(sessionInfo, { receivedAt: undefined })).toEqual(new Date(end));
    for (const time of [receivedAt, new Date(receivedAt), runInNewContext(`new Date(${receivedAt})`)])
      expect(accessTokenExpiresAt(sessionInfo, { receivedAt: time })).toEqual(new Date(end + hour));
  });

  it('has expired at its end, and skewMs earlier', () => {
    expect(isAccessTokenExpired(sessionInfo, { now: end - 1 })).toBe(false);
    expect(isAccessTokenExpired(sessionInfo, { now: end })).toBe(true);
    expect(isAccessTokenExpired(sessionInfo, { now: new Date(end - 30_000), skewMs: 30_000 })).toBe(true);
    expect(isAccessTokenExpired(sessionInfo, { now: new Date(end - 30_001), skewMs: 30_000 })).toBe(false);
  });

  it('is compared with the present by default', () => {
    expect(isAccessTokenExpired(sessionInfo, { receivedAt: Date.now() })).toBe(false);
    expect(isAccessTokenExpired(sessionInfo, { receivedAt: Date.now() - expiresIn * 1000 })).toBe(true);
  });

  it('has expired if a time that is needed cannot be read', () => {
    const unreadable = { issuedAt: 'soon', expiresIn: 60 };
    expect(isAccessTokenExpired(unreadable, { now: 0 })).toBe(true);
    expect(accessTokenExpiresAt(unreadable).getTime()).toBeNaN();
    expect(isAccessTokenExpired(unreadable, { receivedAt: 0, now: 59_999 })).toBe(false);
    expect(isAccessTokenExpired(sessionInfo, { receivedAt: new Date('soon'), now: 0 })).toBe(true);
  });

  it('can be valid for a year, and beyond the last possible date', () => {
    const year = { issuedAt, expiresIn: 31_536_000 };
    expect(accessTokenExpiresAt(year)).toEqual(new Date(Number(issuedAt) + 365 * 24 * hour));
    expect(isAccessTokenExpired({ issuedAt, expiresIn: 1e15 }, { now: end })).toBe(false);
  });

  it('authorizes later calls with its unchanged token', () => {
    expect(authorizationHeader(sessionInfo)).toEqual({ Authorization: sessionInfo.accessToken });
  });

  const { data } = examples.login.responses.withPassword.body;
  const helpers = { accessTokenExpiresAt, authorizationHeader, isAccessTokenExpired };
  it.each<[keyof typeof helpers, unknown[], string]>([
    ['isAccessTokenExpired', [data], 'session must be data.sessionInfo: it has no issuedAt'],
    ['accessTokenExpiresAt', [{ issuedAt }], 'session must be data.sessionInfo: it has no expiresIn'],
    ['accessTokenExpiresAt', [], 'session must be data.sessionInfo: it has no issuedAt'],
    ['authorizationHeader', [data], 'session must be data.sessionInfo: it has no accessToken'],
    ['authorizationHeader', [{ accessToken: null }], 'session must be data.sessionInfo: it has no accessToken'],
    ['authorizationHeader', [], 'session must be data.sessionInfo: it has no accessToken'],
    ['isAccessTokenExpired', [sessionInfo, { skew: 1 }], 'unknown option skew: known are receivedAt, now, skewMs'],
    ['accessTokenExpiresAt', [sessionInfo, { now: 1 }], 'unknown option now: known are receivedAt'],
    ['accessTokenExpiresAt', [sessionInfo, { receivedAt: '2026' }], 'receivedAt must be milliseconds or a Date'],
    ['isAccessTokenExpired', [sessionInfo, { now: null }], 'now must be milliseconds or a Date'],
  ])('is checked by %s with %j', (name, values, message) => {
    expect(() => Reflect.apply(helpers[name], undefined, values)).toThrow(new TypeError(message));
  });
});

describe('createTraceId', () => {
  it('makes 58 characters, and none of 1,000 twice', () => {
    const ids = new Set(Array.from({ length: 1_000 }, createTraceId));
    expect(ids.size).toBe(1_000);
    for (const id of ids) if (!/^[0-9a-v]{58}$/.test(id)) expect.unreachable(id);
  });

  it('takes its randomness from the platform and uses every character about as often', () => {
    const random = vi.spyOn(crypto, 'getRandomValues');
    const counts = new Map<string, number>();
    for (let made = 0; made < 2_000; made++)
      for (const character of createTraceId()) counts.set(character, (counts.get(character) ?? 0) + 1);
    // For 32 ids at once: asking for each would cost more than making them.
    expect(random.mock.calls.length).toBeGreaterThan(61);
    expect(random.mock.calls.length).toBeLessThan(65);
    expect(counts.size).toBe(32);
    // 3,625 each, with a standard deviation of 59: ten of those never happen by chance.
    for (const count of counts.values()) expect(Math.abs(count - 3_625)).toBeLessThan(600);
  });
});

it('has the published servers', () => {
  expect(servers).toEqual({
    international: 'https://intl.myhuaweicloud-koodrive.com',
    chinaMainland: 'https://cn.myhuaweicloud-koodrive.com',
  });
});
