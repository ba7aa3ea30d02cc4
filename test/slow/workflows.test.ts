import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examples } from '../../generated/examples.js';
import { redocly } from '../../scripts/redocly.js';
import { startForTest } from '../support/mock.js';
import { changedSpec } from '../support/spec.js';

const [signIn, refusals] = ['openapi/workflows/sign-in.arazzo.yaml', 'openapi/workflows/refusals.arazzo.yaml'];

async function respect(mock: { url: string }, ...files: string[]) {
  const { code, stdout, stderr } = await redocly('respect', ...files, '--server', `koodrive=${mock.url}`);
  return { code, output: stdout + stderr };
}

it('the workflows pass against the mock: a registration, both ways to log in, and each refusal', async () => {
  const { code, output } = await respect(await startForTest(), signIn, refusals);
  expect(output).toContain('Workflows: 3 passed, 3 total');
  expect(output).toContain('Workflows: 2 passed, 2 total');
  expect(code).toBe(0);
});

it('the workflows fail against a service with another code for a wrong password, and name the step', async () => {
  const spec = changedSpec(({ components }) => {
    components.examples.WrongPassword.value.code = 13000999;
  });
  const { code, output } = await respect(await startForTest({ spec }), refusals);
  expect(output).toMatch(/✗ .* step wrongPassword/);
  expect(code).toBe(1);
});

it('the workflows send every test number', () => {
  const steps: { operationId: string; requestBody: { payload: object } }[] = parse(
    readFileSync(refusals, 'utf8'),
  ).workflows.flatMap((workflow: { steps: unknown }) => workflow.steps);
  const sent = steps.flatMap(({ operationId, requestBody: { payload } }) =>
    Object.values(payload).map((value) => `${operationId} ${value}`),
  );
  for (const [operation, { responses }] of Object.entries(examples))
    for (const { testNumbers } of Object.values<{ testNumbers: readonly string[] }>(responses))
      expect(sent).toEqual(expect.arrayContaining(testNumbers.map((number) => `${operation} ${number}`)));
});
