import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loginResponse, registerUserResponse } from '../src/schemas.js';
import { redocly } from './redocly.js';

const file = 'openapi/workflows/sign-in.arazzo.yaml';
const usage = `Usage: npm run verify -- --server koodrive=URL [--workflow NAME ...]

Runs workflows of ${file} against a live service with \`redocly respect\`, and lists the checks that fail.
It prints nothing that was sent or received. The workflows are logInWithPassword (default), logInWithCode, and register,
which creates a user. Set their inputs in the environment, such as KOODRIVE_ACCOUNT. A service on this machine gets the
workflow's own values. Exit code 0: the service keeps the contract. 1: it does not. 2: nothing was checked.`;

/** The schema of the response in each workflow. */
const responses = { register: registerUserResponse, logInWithPassword: loginResponse, logInWithCode: loginResponse };

/** A workflow in the log of `redocly respect`. Each has one step. */
interface Result {
  readonly workflowId: keyof typeof responses;
  readonly executedSteps: readonly {
    readonly response?: { readonly statusCode: number; readonly body?: unknown };
    readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly condition?: string }[];
  }[];
}

async function verify(): Promise<number> {
  const options = { server: { type: 'string' }, workflow: { type: 'string', multiple: true } } as const;
  const { server = '', workflow: names = ['logInWithPassword'] } = parseArgs({ options }).values;
  const url = server.replace(/^koodrive=/, '');
  if (!URL.canParse(url) || names.some((name) => !Object.hasOwn(responses, name))) throw new Error(usage);
  const { protocol, hostname } = new URL(url);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  if (protocol !== 'https:' && !isLocal) throw new Error('Use an https:// URL: the workflows send a password.');

  const { workflows }: { workflows: { workflowId: string }[] } = parse(await readFile(file, 'utf8'));
  const chosen = JSON.stringify(workflows.filter(({ workflowId }) => names.includes(workflowId)));
  const inputs = [...new Set(chosen.match(/(?<=\$inputs\.)\w+/g))];
  const variable = (input: string) => `KOODRIVE_${input.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`;
  const missing = inputs.map(variable).filter((name) => !process.env[name]);
  if (missing.length > 0 && !isLocal) throw new Error(`Set in the environment: ${missing.join(', ')}.`);
  // Passed in the environment, since other processes can see arguments.
  const values = Object.fromEntries(inputs.map((input) => [input, process.env[variable(input)]]));
  process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify(values);

  // The log contains the responses with their tokens: respect masks inputs only.
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  const log = join(folder, 'log.json');
  const selected = names.flatMap((name) => ['--workflow', name]);
  const { code } = await redocly('respect', file, '--server', `koodrive=${url}`, '--json-output', log, ...selected);
  const { files } = JSON.parse(await readFile(log, 'utf8').finally(() => rm(folder, { recursive: true })));
  for (const { executedWorkflows } of Object.values<{ executedWorkflows: Result[] }>(files))
    for (const result of executedWorkflows) process.stdout.write(describe(result));
  return code;
}

/** Describes the checks of a workflow with texts of the contract and the workflow only. */
function describe({ workflowId, executedSteps: [step] }: Result): string {
  const { response, checks = [] } = step ?? {};
  const failed = checks.filter(({ passed }) => !passed);
  const checked = response?.statusCode === 200 && responses[workflowId]['~standard'].validate(response.body);
  const issues = (checked && 'issues' in checked && checked.issues) || [];
  return [
    `${failed.length === 0 ? 'ok  ' : 'FAIL'} ${workflowId}, status ${response?.statusCode || 'none'}`,
    ...failed.map(({ name, condition }) => `     ${[name, condition].filter(Boolean).join(': ')}`),
    ...issues.map(({ message }) => `     ${message}`),
    '',
  ].join('\n');
}

try {
  process.exitCode = await verify();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
