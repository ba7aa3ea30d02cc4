import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConnection } from '../../src/client/options.js';
import type { Document } from '../generate/openapi.js';
import { type PromptOptions, readSecret } from './password.js';
import { makeProbes, type NewUser } from './probes.js';
import { exitCode, exitCodes, render } from './report.js';
import { verify } from './verify.js';

const usage = `Usage: npm run verify -- --base-url URL --agent-name NAME --account ACCOUNT [options]

Calls a live service and reports where it differs from the contract: status, headers, body, latency.
The password comes from the environment variable KOODRIVE_PASSWORD, or is asked for.

  --base-url URL         where the service is, such as https://intl.myhuaweicloud-koodrive.com
  --agent-name NAME      name of the carrier
  --account ACCOUNT      account of a user who exists
  --wrong-password       also send a wrong password, once: the service may count it towards a lock
  --register PHONE       also create a user with this phone number, the same password and the token of a verification code in
                         KOODRIVE_CAPTCHA_TOKEN
  --firstname NAME       given name of that user (Verify)
  --timeout MS           give a call up after this time (10000)
  --max-latency MS       call an answer slow after this time (3000)
  --allow-insecure-http  allow plain http to another machine
  --spec FILE            the contract to compare with (generated/openapi.json)
  --json                 the report as JSON

Exit codes: 0 no difference, 1 differences that consumers survive, 2 differences that break them, 3 not all could be checked.`;

const options = {
  'base-url': { type: 'string' },
  'agent-name': { type: 'string' },
  account: { type: 'string' },
  'wrong-password': { type: 'boolean', default: false },
  register: { type: 'string' },
  firstname: { type: 'string', default: 'Verify' },
  timeout: { type: 'string', default: '10000' },
  'max-latency': { type: 'string', default: '3000' },
  'allow-insecure-http': { type: 'boolean', default: false },
  spec: { type: 'string', default: 'generated/openapi.json' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  // Only to be refused with a reason.
  password: { type: 'string' },
  'captcha-token': { type: 'string' },
} as const;

/** Where the command reads secrets from and writes to. */
export interface VerifyTerminal extends PromptOptions {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
}

/** Runs the command, and resolves with its exit code. What it cannot do is one line on `stderr`. */
export async function runVerify(args: string[], terminal: VerifyTerminal): Promise<number> {
  try {
    return await main(args, terminal);
  } catch (error) {
    terminal.stderr(`${error instanceof Error ? error.message : error}\n`);
    return exitCodes.unchecked;
  }
}

async function main(args: string[], terminal: VerifyTerminal): Promise<number> {
  const { values } = parseArgs({ args, options });
  if (values.help) {
    terminal.stdout(`${usage}\n`);
    return exitCodes.ok;
  }
  if (values.password !== undefined || values['captcha-token'] !== undefined)
    throw new Error(
      'A secret is not taken as an argument, which other processes see: use KOODRIVE_PASSWORD and KOODRIVE_CAPTCHA_TOKEN.',
    );
  const account = needed(values.account, 'account');
  const agentName = needed(values['agent-name'], 'agent-name');
  const baseUrl = readConnection({
    baseUrl: needed(values['base-url'], 'base-url'),
    agentName,
    allowInsecureHttp: values['allow-insecure-http'],
  });
  const timeoutMs = milliseconds(values.timeout, 'timeout');
  const maxLatencyMs = milliseconds(values['max-latency'], 'max-latency');
  const document = JSON.parse(await readFile(values.spec, 'utf8')) as Document;

  const password = await readSecret('KOODRIVE_PASSWORD', `Password of ${account}`, terminal);
  const register =
    values.register === undefined ? undefined : await newUser(values.register, values.firstname, terminal);
  const probes = makeProbes(
    document,
    { agentName, account, password },
    { wrongPassword: values['wrong-password'], ...(register && { register }) },
  );
  const secrets = register ? [password, register.captchaToken] : [password];
  const report = await verify({ document, baseUrl, probes, secrets, timeoutMs, maxLatencyMs });
  terminal.stdout(`${values.json ? JSON.stringify(report, null, 2) : render(report)}\n`);
  return exitCode(report);
}

async function newUser(phone: string, firstname: string, terminal: VerifyTerminal): Promise<NewUser> {
  const captchaToken = await readSecret('KOODRIVE_CAPTCHA_TOKEN', `Captcha token for ${phone}`, terminal);
  return { phone, firstname, captchaToken };
}

function needed(value: string | undefined, name: string): string {
  if (value) return value;
  throw new Error(`--${name} is needed. See npm run verify -- --help.`);
}

function milliseconds(text: string, name: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a number of milliseconds`);
}
