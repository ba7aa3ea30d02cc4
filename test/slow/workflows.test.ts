import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as examples from '../../generated/examples.js';
import { redocly } from '../../scripts/redocly.js';
import { sharedMock, startForTest } from '../support/mock.js';
import { changedSpec } from '../support/spec.js';

const files = readdirSync('openapi/workflows').map((name) => join('openapi/workflows', name));

interface Workflow {
  steps: { stepId: string; operationId: string; requestBody: { payload: { account?: string; phone?: string } } }[];
}

const steps = files.flatMap((file) =>
  (parse(readFileSync(file, 'utf8')) as { workflows: Workflow[] }).workflows.flatMap((workflow) => workflow.steps),
);

const respect = (mock: { url: string }) => redocly('respect', ...files, '--server', `koodrive=${mock.url}`);

describe('the Arazzo workflows', () => {
  const mock = sharedMock();

  it('are well formed, by the rules that Redocly has for Arazzo', async () => {
    const { code, stderr } = await redocly('lint', ...files);
    expect(stderr).toContain('Your API descriptions are valid');
    expect(code).toBe(0);
  });

  it('hold against the mock: a registration, both ways to log in, and each refusal', async () => {
    const { code, stdout, stderr } = await respect(mock);
    expect(stdout + stderr).toContain('Workflows: 3 passed, 3 total');
    expect(stdout + stderr).toContain('Workflows: 2 passed, 2 total');
    expect(code).toBe(0);
  });

  it.each([
    ['login', examples.login.responses],
    ['registerUser', examples.registerUser.responses],
  ])('meet every test number of %s', (operation, responses) => {
    const numbers = Object.values<{ testNumbers: readonly string[] }>(responses).flatMap((one) => one.testNumbers);
    const sent = steps
      .filter(({ operationId }) => operationId === operation)
      .map(({ requestBody: { payload } }) => payload.account ?? payload.phone);
    expect(sent).toEqual(expect.arrayContaining(numbers));
  });

  it('fail against a service with another code for a wrong password, and name the step', async () => {
    const spec = changedSpec(({ components }) => {
      components.examples.WrongPassword.value.code = 13000999;
    });
    const { code, stdout, stderr } = await respect(await startForTest({ spec: dirname(spec) }));
    expect(stdout + stderr).toMatch(/✗ .* step wrongPassword/);
    expect(code).toBe(1);
  });
});
