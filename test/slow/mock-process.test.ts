import { resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RunningCommand, startCommand, until } from '../support/command.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { postLogin } from '../support/login.js';

/** Kills a command when the test ends, if it still runs. */
const keep = (command: RunningCommand) => {
  onTestFinished(async () => {
    command.child.kill('SIGKILL');
    await command.ended;
  });
  return command;
};
/** Starts the mock's command from its source. */
const start = async (...args: string[]) =>
  keep(await startCommand(process.execPath, ['--import', 'tsx', 'src/cli.ts', '--port', '0', ...args]));

const isGone = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

describe('The process of the command', () => {
  test('continues when the reader of its log goes away', async () => {
    const { child, url } = await start();
    child.stdout?.destroy();
    for (let count = 0; count < 3; count += 1) expect((await postLogin(url)).status).toBe(200);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends on %s although responses still wait', async (signal) => {
    const { child, url, ended } = await start('--delay', '60000');
    const response = postLogin(url).then(({ status }) => status);
    await new Promise((done) => setTimeout(done, 600));
    child.kill(signal);

    expect(await ended).toBe(0);
    expect(await response).toBe(200);
  });
});

describe('npm', () => {
  const folder = temporaryFolder();

  test.each([
    ['Ctrl+C, which reaches all its processes', 'SIGINT', -1],
    ['SIGTERM, which reaches npm alone', 'SIGTERM', 1],
  ] as const)('start ends with its mock on %s', async (_, signal, sign) => {
    const command = keep(await startCommand('npm', ['start', '--', '--port', '0'], { group: true }));
    expect((await fetch(`${command.url}/openapi.json`)).status).toBe(200);
    process.kill(sign * Number(command.child.pid), signal);
    await command.ended;

    await until(() => isGone(command.url));
  });

  test('run of a script ends with its mock on SIGTERM', async () => {
    const cli = `node --import "${import.meta.resolve('tsx')}" "${resolve('src/cli.ts')}" --port 0`;
    // The shell stays between npm and the mock, since it has a command left.
    writeInto(folder, 'package.json', { name: 'app', scripts: { mock: `${cli} && echo ended` } });
    const command = keep(await startCommand('npm', ['run', 'mock', '--prefix', folder]));
    command.child.kill('SIGTERM');
    await command.ended;
    await until(() => isGone(command.url));
  });
});
