import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startForTest } from '../support/mock.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';

/** The proof that a third operation costs its YAML, and neither TypeScript nor a test. */
describe('a third operation', () => {
  const copy = new SpecCopy().withProject();
  const inCopy = (file: string, ...args: string[]) => run(join(copy.folder, file), args, copy.folder);
  beforeAll(async () => {
    addThirdOperation(copy);
    expect(await inCopy('scripts/generate.ts')).toMatchObject({ code: 0, stderr: '' });
    return () => copy[Symbol.dispose]();
  });

  it('passes the rules of the spec', async () => {
    expect(await inCopy('node_modules/@redocly/cli/bin/cli.js', 'lint')).toMatchObject({ code: 0 });
  });

  it('gets types under their own names, a method, schemas and examples, all of which compile', async () => {
    copy.write(
      'src/use.ts',
      `import { createKooDriveAuthClient, type RefreshTokenData, type RefreshTokenRequest, type SessionInfo } from './index.js';
import { refreshTokenRequest } from './schemas.js';
import { refreshToken } from './examples.js';
const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'a' });
const request: RefreshTokenRequest = { refreshToken: 'a' };
// @ts-expect-error: the field is missing
const wrong: RefreshTokenRequest = {};
const outcome = await auth.refreshToken(refreshToken.requests.token);
const data: RefreshTokenData | undefined = outcome.ok ? outcome.data : undefined;
const session: SessionInfo | undefined = data;
const found = refreshTokenRequest['~standard'].validate(request);
export { found, session, wrong };
`,
    );
    expect(await inCopy('node_modules/typescript/lib/tsc.js')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('passes every test of the contract, against all three servers', async () => {
    const { code, stdout } = await inCopy('node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', 'test/contract');
    expect(code, stdout).toBe(0);
  });

  it('stands in the docs', async () => {
    expect(await inCopy('scripts/docs.ts')).toMatchObject({ code: 0 });
    expect(copy.read('dist/docs/reference.md')).toContain('auth.refreshToken({');
  });

  it('is answered by the mock, and lists no test number, since its only field is secret', async () => {
    const mock = await startForTest({ spec: join(copy.folder, 'generated/openapi.json') });
    const send = async (refreshToken: unknown) => {
      const response = await fetch(`${mock.url}/koodrive/ose/v1/auth/token/refresh`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hw-agentName': 'my-carrier' },
        body: JSON.stringify({ refreshToken }),
      });
      return { status: response.status, body: await response.json() };
    };
    const success = { status: 200, body: { code: 0, data: { expiresIn: 1800 } } };
    expect(await send('a')).toMatchObject(success);
    expect(await send('0027000040101')).toMatchObject(success);
    expect(await send(1)).toMatchObject({ status: 400 });
    const rows = copy.read('README.md').match(/^\| `\d{7,}.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.includes('refreshToken'))).toEqual([]);
  });
});
