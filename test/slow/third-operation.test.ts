import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildDocs } from '../../scripts/docs/build.js';
import { generate } from '../../scripts/generate/generate.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

const fixture = 'test/fixtures/third-operation';

/** Adds the published call that verifies a verification code to a copy of the spec, in YAML only. */
function addOperation(copy: SpecCopy): void {
  cpSync(join(fixture, 'openapi'), join(copy.folder, 'openapi'), { recursive: true });
  const path = '  /koodrive/ose/v1/verify/code/validate:\n    $ref: paths/validate-code.yaml\n';
  copy.replace('openapi/openapi.yaml', 'paths:\n', `paths:\n${path}`);
  const agentExample = 'examples:\n  loginCode:\n    summary: Name of the carrier\n    value: my-carrier\n';
  copy.replace('openapi/components/parameters/AgentName.yaml', 'examples:\n', agentExample);
  const known = parse(copy.read('openapi/source.yaml'));
  const added = parse(readFileSync(join(fixture, 'source.yaml'), 'utf8'));
  const pages = { ...known.pages, ...added.pages };
  const facts = [...known.facts, ...added.facts];
  const decisions = [...known.decisions, ...added.decisions];
  copy.write('openapi/source.yaml', stringify({ pages, facts, decisions }));
}

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
    addOperation(copy);
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
