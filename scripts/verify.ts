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
Nothing of what is sent or answered is printed.

  --server koodrive=URL  such as koodrive=https://intl.myhuaweicloud-koodrive.com
  --workflow NAME        logInWithPassword (default), logInWithCode, or register, which creates a user

What a workflow sends comes from the environment: KOODRIVE_AGENT_NAME, KOODRIVE_ACCOUNT, KOODRIVE_PASSWORD,
KOODRIVE_CAPTCHA_TOKEN, KOODRIVE_FIRSTNAME, KOODRIVE_PHONE. Towards this machine the workflow's own values do.
Exit code 0: the service keeps the contract; 1: it does not; 2: nothing was checked.
`;

interface Workflow {
  workflowId: string;
  steps: { operationId: string }[];
}

/** What respect writes about one step, as far as it is read here. */
interface Step {
  response?: { statusCode: number; body?: unknown };
  checks: { name: string; passed: boolean; condition?: string }[];
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
  if (protocol !== 'https:' && !local) throw new Error('Give an https:// URL: a password is sent there.');

  const { workflows } = parse(await readFile(file, 'utf8')) as { workflows: Workflow[] };
  const chosen = (values.workflow ?? ['logInWithPassword']).map((name) => {
    const found = workflows.find(({ workflowId }) => workflowId === name);
    if (!found) throw new Error(`There is no workflow ${name}, but ${workflows.map((w) => w.workflowId).join(', ')}.`);
    return found;
  });
  const inputs = JSON.stringify(chosen).match(/(?<=\$inputs\.)\w+/g) ?? [];
  const variable = (input: string) => `KOODRIVE_${input.replaceAll(/(?=[A-Z])/g, '_').toUpperCase()}`;
  const missing = new Set(inputs.map(variable).filter((name) => !process.env[name]));
  if (missing.size > 0 && !local) throw new Error(`Set in the environment: ${[...missing].join(', ')}.`);
  const sent = Object.fromEntries(inputs.map((input) => [input, process.env[variable(input)]]));
  // From the environment too: other processes can see arguments.
  process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify(sent);

  // What respect prints and writes holds the answers, tokens and all: it masks only what it was given itself.
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  try {
    const log = join(folder, 'log.json');
    const names = chosen.flatMap(({ workflowId }) => ['--workflow', workflowId]);
    const { code } = await redocly('respect', file, ...names, '--server', `koodrive=${url}`, '--json-output', log);
    const { files } = JSON.parse(await readFile(log, 'utf8')) as {
      files: Record<string, { executedWorkflows: { workflowId: string; executedSteps: Step[] }[] }>;
    };
    for (const { workflowId, executedSteps } of Object.values(files).flatMap((run) => run.executedWorkflows)) {
      const steps = chosen.find((workflow) => workflow.workflowId === workflowId)?.steps;
      for (const [index, step] of executedSteps.entries())
        process.stdout.write(report(workflowId, step, steps?.[index]?.operationId));
    }
    return code;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What became of a step, in words of the contract and the workflow only. */
function report(workflowId: string, { response, checks }: Step, operationId = ''): string {
  const failed = checks.filter(({ passed }) => !passed);
  const schema = Object.entries(schemas).find(([name]) => name === `${operationId}Response`)?.[1];
  const judged = response?.statusCode === 200 ? schema?.['~standard'].validate(response.body) : undefined;
  const issues = judged && 'issues' in judged && judged.issues ? judged.issues : [];
  return [
    `${failed.length === 0 ? 'ok  ' : 'FAIL'} ${workflowId}, status ${response?.statusCode || 'none'}`,
    ...failed.map(({ name, condition }) => `     ${[name, condition].filter(Boolean).join(': ')}`),
    ...issues.map(({ message }) => `     ${message}`),
    '',
  ].join('\n');
}
