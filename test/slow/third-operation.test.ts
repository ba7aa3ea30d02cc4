import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { generate } from '../../scripts/generate/generate.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';

const compiles = `import { createKooDriveAuthClient, type ValidateCodeData, type ValidateCodeRequest, type VerificationResult } from './index.js';
import { validateCodeRequest } from './schemas.js';
import { validateCode } from './examples.js';
const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'a' });
const request: ValidateCodeRequest = { requestId: 'r', code: '4719', codeType: '2' };
// @ts-expect-error: two fields are missing
const wrong: ValidateCodeRequest = { code: '4719' };
const outcome = await auth.validateCode(validateCode.requests.loginCode);
const data: ValidateCodeData | undefined = outcome.ok ? outcome.data : undefined;
const result: VerificationResult | undefined = data;
const found = validateCodeRequest['~standard'].validate(request);
export { found, result, wrong };
`;

const behavior = `import { expect, test } from 'vitest';
import { createKooDriveAuthClient } from '../../src/index.js';
import { startMock } from '../../src/mock.js';
test('the mock and the client serve the operation', async () => {
  const mock = await startMock();
  const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'my-carrier' });
  const validate = (requestId: string, code: string) => auth.validateCode({ requestId, code, codeType: '2' });
  const success = await validate('r', '4719');
  if (!success.ok) throw success.error;
  const seconds = (Date.parse(\`\${success.data.expireAt}Z\`) - Date.now()) / 1000;
  expect(Math.abs(seconds - 300)).toBeLessThan(60);
  // The request field \`code\` is secret, and the error code of the response is not.
  expect(await validate('0027000040009', '4719')).toMatchObject({ ok: false, error: { kind: 'service', code: '99000009' } });
  await mock.close();
});
`;

// The tests of the copy take minutes on a busy machine.
describe('a third operation needs YAML only, no TypeScript and no test:', { timeout: 600_000 }, () => {
  const copy = new SpecCopy().withProject();
  const inCopy = (file: string, ...args: string[]) => run(join(copy.folder, 'node_modules', file), args, copy.folder);
  beforeAll(async () => {
    addThirdOperation(copy);
    // Checks the rules of the spec too.
    await generate(copy);
    return () => copy[Symbol.dispose]();
  });

  it('it has types of its own names, a method, schemas and examples', async () => {
    copy.write('src/use.ts', compiles);
    const files = ['src/use.ts', 'test/contract/client.test.ts'];
    copy.write('tsconfig.use.json', JSON.stringify({ extends: './tsconfig.json', include: [], files }));
    const result = await inCopy('typescript/lib/tsc.js', '-p', 'tsconfig.use.json');
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('it passes every test of the contract on all servers, and the client reads what the mock sends', async () => {
    copy.write('test/contract/third.test.ts', behavior);
    const { code, stdout, stderr } = await inCopy('vitest/vitest.mjs', 'run', '--reporter=dot', 'test/contract');
    expect(code, stdout + stderr).toBe(0);
  });

  it('it is in the docs', async () => {
    const docs = join(copy.folder, 'dist/docs');
    await buildDocs({ spec: join(copy.out, 'openapi.json'), out: docs });
    expect(copy.read('dist/docs/reference.md')).toContain('auth.validateCode({');
  });
});
