import { describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import type { Document } from '../../scripts/generate/openapi.js';
import { makeProbes } from '../../scripts/verify/probes.js';
import { exitCode } from '../../scripts/verify/report.js';
import { verify } from '../../scripts/verify/verify.js';
import { startMock } from '../../src/mock.js';
import { ChangedSpec } from '../support/changed-spec.js';

const document: Document = contract;
const user = { firstname: 'Verify', phone: '0027188460901', captchaToken: 'dasdq234312313dasdsadsd' };

/** Verifies a mock of `spec`, or of this contract, against this contract. */
async function check(spec?: string) {
  const mock = await startMock({ spec });
  try {
    const credentials = { agentName: 'my-carrier', account: '0027188460911', password: '123qweASD143' };
    const probes = makeProbes(document, credentials, { register: user });
    const limits = { timeoutMs: 10_000, maxLatencyMs: 60_000 };
    const report = await verify({ document, baseUrl: mock.url, probes, secrets: [credentials.password], ...limits });
    const found = report.calls.flatMap(({ name, findings }) =>
      findings.map(({ severity, what }) => `${name}: ${severity}: ${what}`),
    );
    return { found, code: exitCode(report) };
  } finally {
    await mock.close();
  }
}

describe('npm run verify, against a mock', () => {
  it('of this contract, finds no difference', async () => {
    expect(await check()).toEqual({ found: [], code: 0 });
  });

  it('of a contract with another type for the life of a token, finds it in both operations', async () => {
    using spec = new ChangedSpec(({ components }) => {
      Object.assign(components.schemas.SessionInfo.properties.expiresIn, { type: 'string', format: undefined });
      for (const { value } of [
        components.examples.LoginResponseWithPassword,
        components.examples.RegisterUserResponseNewUser,
      ])
        Object.assign(value.data.sessionInfo, { expiresIn: '1800' });
    });
    expect(await check(spec.file)).toEqual({
      found: [
        'log in: error: data.sessionInfo.expiresIn must be integer',
        'register a user: error: data.sessionInfo.expiresIn must be integer',
      ],
      code: 2,
    });
  });

  it('of a contract with one more field, finds it and calls it a drift', async () => {
    using spec = new ChangedSpec(({ components }) => {
      Object.assign(components.schemas.UserInfo.properties, { avatar: { type: 'string' } });
      Object.assign(components.examples.LoginResponseWithPassword.value.data.userInfo, { avatar: '' });
    });
    expect(await check(spec.file)).toEqual({
      found: ['log in: warning: data.userInfo.avatar is not in the contract'],
      code: 1,
    });
  });

  it('of a contract whose operation moved, says that no success could be looked at', async () => {
    using spec = new ChangedSpec((copy) => {
      const paths: Record<string, unknown> = copy.paths;
      paths['/koodrive/ose/v2/auth/login'] = paths['/koodrive/ose/v1/auth/login'];
      delete paths['/koodrive/ose/v1/auth/login'];
    });
    const { found, code } = await check(spec.file);
    expect(found[0]).toMatch(/^log in: unchecked: no success could be looked at: status 404/);
    expect(code).toBe(3);
  });
});
