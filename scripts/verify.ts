import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import * as schemas from '../src/schemas.js';
import { redocly } from './redocly.js';

const file = 'openapi/workflows/sign-in.arazzo.yaml';
const usage = `Usage: npm run verify -- --server koodrive=URL [--workflow NAME ...]

Runs workflows of ${file} against a live service with \`redocly respect\`, and names the checks that fail.
It prints nothing that was sent or received. The workflows are logInWithPassword (default), logInWithCode, and register,
which creates a user. The environment holds their inputs, such as KOODRIVE_ACCOUNT. For a service on this machine the
workflow's own values are enough. Exit code 0: the service keeps the contract. 1: it does not. 2: nothing was checked.
`;

/** What is read of a step in the log of `redocly respect`. */
interface Step {
  readonly response?: { readonly statusCode: number; readonly body?: unknown };
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly condition?: string }[];
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { server: { type: 'string' }, workflow: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const url = values.server?.replace(/^koodrive=/, '') ?? '';
  if (!URL.canParse(url)) throw new Error('--server koodrive=URL is needed. See npm run verify -- --help.');
  const { protocol, hostname } = new URL(url);
  const local = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  if (protocol !== 'https:' && !local) throw new Error('Use an https:// URL: the workflows send a password.');

  const { workflows } = parse(await readFile(file, 'utf8'));
  const operationIds = new Map<string, string>();
  for (const { workflowId, steps } of workflows) operationIds.set(workflowId, steps[0].operationId);
  const names = values.workflow ?? ['logInWithPassword'];
  const unknown = names.find((name) => !operationIds.has(name));
  if (unknown) throw new Error(`There is no workflow ${unknown}, but ${[...operationIds.keys()].join(', ')}.`);
  const chosen = workflows.filter(({ workflowId }: { workflowId: string }) => names.includes(workflowId));
  const inputs = new Set(JSON.stringify(chosen).match(/(?<=\$inputs\.)\w+/g));
  const variable = (input: string) => `KOODRIVE_${input.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`;
  const missing = [...inputs].map(variable).filter((name) => !process.env[name]);
  if (missing.length > 0 && !local) throw new Error(`Set in the environment: ${missing.join(', ')}.`);
  // Passed in the environment, since other processes can see arguments.
  const sent = Object.fromEntries([...inputs].map((input) => [input, process.env[variable(input)]]));
  process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify(sent);

  // The log holds the responses with their tokens: respect masks only the inputs.
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const log = join(folder, 'log.json');
    const options = ['--server', `koodrive=${url}`, '--json-output', log];
    const { code } = await redocly('respect', file, ...names.flatMap((name) => ['--workflow', name]), ...options);
    const { files } = JSON.parse(await readFile(log, 'utf8'));
    for (const { executedWorkflows } of Object.values<{ executedWorkflows: unknown }>(files))
      for (const { workflowId, executedSteps } of executedWorkflows as { workflowId: string; executedSteps: Step[] }[])
        for (const step of executedSteps)
          process.stdout.write(report(workflowId, step, operationIds.get(workflowId) ?? ''));
    return code;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Describes the result of a step with texts of the contract and the workflow only. */
function report(workflowId: string, { response, checks }: Step, operationId: string): string {
  const failed = checks.filter(({ passed }) => !passed);
  const schema = Object.entries(schemas).find(([name]) => name === `${operationId}Response`)?.[1];
  const result = response?.statusCode === 200 ? schema?.['~standard'].validate(response.body) : undefined;
  return [
    `${failed.length === 0 ? 'ok  ' : 'FAIL'} ${workflowId}, status ${response?.statusCode || 'none'}`,
    ...failed.map(({ name, condition }) => `     ${[name, condition].filter(Boolean).join(': ')}`),
    ...((result && 'issues' in result && result.issues) || []).map(({ message }) => `     ${message}`),
    '',
  ].join('\n');
}
