import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { SpecError } from '../../scripts/generate/bundle.js';
import { generate } from '../../scripts/generate/generate.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';

describe('a third operation', () => {
  const copy = new SpecCopy().withSources();
  beforeAll(async () => {
    addThirdOperation(copy);
    await generate(copy);
    return () => copy[Symbol.dispose]();
  });

  it('gets types, a client method, schemas and examples that compile, without a change to hand-written code', async () => {
    copy.write(
      'src/use.ts',
      `import { createKooDriveAuthClient, type ChangePasswordData, type ChangePasswordRequest } from './index.js';
import { changePasswordRequest } from './schemas.js';
import { changePassword } from './examples.js';
const client = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'a' });
const request: ChangePasswordRequest = { oldPassword: 'a', newPassword: 'b' };
// @ts-expect-error: a field is missing
const wrong: ChangePasswordRequest = { oldPassword: 'a' };
const outcome = await client.changePassword(changePassword.requests.newPassword);
const data: ChangePasswordData | undefined = outcome.ok ? outcome.data : undefined;
const schema = changePasswordRequest['~standard'].validate(request);
export { data, schema, wrong };
`,
    );
    const config = { extends: './tsconfig.json', include: ['src/use.ts', 'generated'] };
    copy.write('tsconfig.use.json', JSON.stringify(config));
    const { code, stdout } = await run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.use.json'], copy.folder);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  it('gets a validator that accepts its example and refuses others', async () => {
    const { changePasswordRequest: validate } = await import(pathToFileURL(join(copy.out, 'validators.js')).href);
    expect(validate({ oldPassword: '01ASDAa1', newPassword: '02ASDAa2' })).toBe(true);
    expect(validate({ oldPassword: '01ASDAa1', newPassword: 'short' })).toBe(false);
    expect(validate({ oldPassword: '01ASDAa1' })).toBe(false);
  });

  it('is sent with its own method', () => {
    expect(copy.read('generated/client.ts')).toMatch(/changePassword: define\('changePassword', [^)]*, 'PUT'\)/);
  });

  it('is refused without a body, since the client sends one with every operation', async () => {
    using bodiless = new SpecCopy();
    addThirdOperation(bodiless);
    const file = 'openapi/paths/change-password.yaml';
    bodiless.write(file, bodiless.read(file).replace(/ {2}requestBody:[\s\S]*(?= {2}responses:)/, ''));
    const error = await generate(bodiless).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SpecError);
    expect((error as SpecError).message).toMatch(/PUT \S+: no requestBody: the generated client sends a JSON object/);
  });

  it('has its secrets known to the client', () => {
    expect(copy.read('generated/client.ts')).toMatch(/secretFields =\s.*\|newPassword\b/);
  });
});
