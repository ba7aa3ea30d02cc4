import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { accessTokenExpiresAt, authorizationHeader, createTraceId, isAccessTokenExpired } from '../../src/index.js';
import { granted } from './login.js';

const { sessionInfo } = granted.data;

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
    expect(isAccessTokenExpired(sessionInfo)).toBe(true);
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

  const helpers = { accessTokenExpiresAt, authorizationHeader, isAccessTokenExpired };
  it.each<[helper: keyof typeof helpers, values: unknown[], message: string]>([
    ['isAccessTokenExpired', [granted.data], 'session must be data.sessionInfo: it has no issuedAt'],
    ['accessTokenExpiresAt', [{ issuedAt }], 'session must be data.sessionInfo: it has no expiresIn'],
    ['accessTokenExpiresAt', [], 'session must be data.sessionInfo: it has no issuedAt'],
    ['authorizationHeader', [granted.data], 'session must be data.sessionInfo: it has no accessToken'],
    ['authorizationHeader', [{ accessToken: null }], 'session must be data.sessionInfo: it has no accessToken'],
    ['isAccessTokenExpired', [sessionInfo, { skew: 1 }], 'unknown option skew: known are receivedAt, now, skewMs'],
    ['accessTokenExpiresAt', [sessionInfo, { now: 1 }], 'unknown option now: known are receivedAt'],
    ['accessTokenExpiresAt', [sessionInfo, { receivedAt: '2026' }], 'receivedAt must be milliseconds or a Date'],
    ['isAccessTokenExpired', [sessionInfo, { now: null }], 'now must be milliseconds or a Date'],
  ])('is checked by %s: %j', (helper, values, message) => {
    expect(() => Reflect.apply(helpers[helper], undefined, values)).toThrow(new TypeError(message));
  });
});

describe('a trace id', () => {
  it('has 58 characters of 32 kinds, each about as often, and is never the same', () => {
    const random = vi.spyOn(crypto, 'getRandomValues');
    const ids = new Set(Array.from({ length: 2_000 }, createTraceId));
    expect(ids.size).toBe(2_000);
    // For 32 ids at once: asking for each would cost more than making them.
    expect(Math.abs(random.mock.calls.length - 62.5)).toBeLessThan(2);
    const counts = new Map<string, number>();
    for (const id of ids) {
      if (!/^[0-9a-v]{58}$/.test(id)) expect.unreachable(id);
      for (const character of id) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    // 3,625 each, with a standard deviation of 59: ten of those never happen by chance.
    for (const count of counts.values()) expect(Math.abs(count - 3_625)).toBeLessThan(600);
  });

  it('needs random bytes: without them, an error says how to get some', () => {
    const create = () => {
      // Some ids may be made of bytes from before.
      for (let made = 0; made < 33; made++) createTraceId();
    };
    for (const [crypto, process, remedy] of [
      [undefined, globalThis.process, 'use Node 20.19 or later'],
      [{}, globalThis.process, 'use Node 20.19 or later'],
      [undefined, { versions: {} }, 'import react-native-get-random-values'],
      [undefined, { env: {} }, 'import react-native-get-random-values'],
      [undefined, undefined, 'import react-native-get-random-values'],
    ]) {
      vi.stubGlobal('crypto', crypto);
      vi.stubGlobal('process', process);
      expect(create).toThrow(new TypeError(`crypto.getRandomValues is missing: ${remedy}`));
      vi.unstubAllGlobals();
    }
  });
});
