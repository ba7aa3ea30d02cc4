import { readFileSync } from 'node:fs';
import { MissingPrismError, MockOptionError, type RunningMock, startMock } from '../mock.js';
import { banner } from './banner.js';
import { CommandLineError, readCommandLine, usage } from './command-options.js';
import { ContractError } from './contract.js';
import { endOnSignal, endWithParent } from './ending.js';
import { jsonLine, painter, textLine } from './log.js';
import { isOpenToNetwork } from './network.js';

/**
 * Runs the mock's command until a signal ends the process.
 *
 * @param args the command line, without the names of program and file.
 * @returns the mock, or nothing when the command only had something to say or could not start. Then the exit code is set.
 */
export async function runCommand(args: readonly string[], packageFile: URL): Promise<RunningMock | undefined> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const warn = (text: string): void => void process.stderr.write(`koodrive-auth-mock: ${text}\n`);
  try {
    const { quiet, json, help, version, ...options } = readCommandLine(args);
    if (help) return void say(usage);
    if (version) return void say(versionOf(packageFile));
    const paint = painter(process.stdout.isTTY, process.env);
    const mock = await startMock({
      ...options,
      ...(!quiet && { log: (entry) => say(json ? jsonLine(entry) : textLine(entry, paint)) }),
    });
    endOnSignal(mock);
    if (process.env['npm_command'] === 'exec') endWithParent(mock);
    if (json) say(JSON.stringify({ time: new Date().toISOString(), event: 'listening', url: mock.url }));
    else say(quiet ? `Mock on ${mock.url}` : banner(mock.url, mock.contract, paint));
    // A reader of the log that goes away, such as `head`, is no reason to stop answering.
    process.stdout.on('error', () => {});
    if (await isOpenToNetwork(options.host))
      warn(`--host ${options.host} opens the mock to the network: other machines can reach it`);
    return mock;
  } catch (error) {
    if (!isExpected(error)) throw error;
    // Its message begins with the name of an option.
    warn(error instanceof MockOptionError ? `--${error.message}` : error.message);
    process.exitCode = 1;
    return undefined;
  }
}

const isExpected = (error: unknown): error is Error =>
  [CommandLineError, MockOptionError, MissingPrismError, ContractError].some((expected) => error instanceof expected);

function versionOf(packageFile: URL): string {
  const { version }: { version: string } = JSON.parse(readFileSync(packageFile, 'utf8'));
  return version;
}
