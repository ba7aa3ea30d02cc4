import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, unwrap } from '../../src/index.js';
import { type RunningCommand, startCommand } from '../support/command.js';
import { writeInto } from '../support/folder.js';
import { loginPath } from '../support/login.js';
import { succeed } from '../support/run.js';

const user = 1000;
let work: string;
let root: string;
let mock: RunningCommand | undefined;
let config: { Cmd: string[]; Entrypoint: string[]; User: string; Healthcheck: { Test: string[] } };

/** buildah as a machine can run it that is itself a container, with images of its own. */
const buildah = (command: string, ...args: string[]) => {
  const storage = ['--root', join(work, 'storage'), '--runroot', join(work, 'run'), '--storage-driver', 'vfs'];
  return succeed('buildah', [...storage, command, ...args]);
};

/** Makes an image from nothing in place of the one that the Containerfile begins with: the machine's own programs are mounted into it. */
async function makeBase(name: string): Promise<void> {
  const container = (await buildah('from', 'scratch')).trim();
  const folder = (await buildah('mount', container)).trim();
  for (const path of ['etc/ssl', 'home/node', 'proc', 'root', 'tmp', 'usr'])
    await mkdir(join(folder, path), { recursive: true });
  for (const link of ['bin', 'lib', 'lib64', 'sbin']) {
    const target = await readlink(`/${link}`).catch(() => undefined);
    if (target) await symlink(target, join(folder, link));
  }
  writeInto(folder, 'etc/passwd', `root:x:0:0::/root:/bin/sh\nnode:x:${user}:${user}::/home/node:/bin/sh\n`);
  writeInto(folder, 'etc/group', `root:x:0:\nnode:x:${user}:\n`);
  await buildah('config', '--env', 'PATH=/usr/local/bin:/usr/bin:/bin', container);
  await buildah('commit', '--rm', container, name);
}

/** The program of a container, in its own tree of processes, as the image's user, on its files and nothing else. */
const inside = (args: readonly string[]): [string, string[]] => {
  const namespace = ['--fork', '--pid', '--kill-child', `--root=${root}`, `--setuid=${user}`, `--setgid=${user}`];
  return ['unshare', [...namespace, ...args]];
};

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'koodrive-container-'));
  const containerfile = await readFile('Containerfile', 'utf8');
  const [, base = ''] = /^FROM (\S+) AS build$/m.exec(containerfile) ?? [];
  await makeBase(`docker.io/library/${base}`);
  const npmrc = (await succeed('npm', ['config', 'get', 'userconfig'])).trim();
  const settings = existsSync(npmrc) ? ['--volume', `${npmrc}:/root/.npmrc:ro`] : [];
  const volumes = ['--volume', '/usr:/usr:ro', '--volume', '/etc/ssl:/etc/ssl:ro', ...settings];
  const options = ['--isolation', 'chroot', '--format', 'docker', '--pull-never', '--network', 'host', ...volumes];
  await buildah('build', ...options, '--file', 'Containerfile', '--tag', 'koodrive-auth-mock', '.');
  config = JSON.parse(await buildah('inspect', '--type', 'image', 'koodrive-auth-mock')).Docker.config;

  const container = (await buildah('from', '--pull-never', 'koodrive-auth-mock')).trim();
  root = (await buildah('mount', container)).trim();
  await succeed('mount', ['--bind', root, root]);
  await succeed('mount', ['--bind', '/usr', join(root, 'usr')]);
  await succeed('mount', ['--options', 'remount,bind,ro', root]);
  // On a port of its own, since this machine may use that of the image.
  mock = await startCommand(...inside([...config.Entrypoint, ...config.Cmd, '--port', '0']));
}, 400_000);
afterAll(async () => {
  mock?.child.kill('SIGKILL');
  if (root) await succeed('umount', ['--recursive', root]);
  // Only then: the programs of this machine are mounted into it.
  await rm(work, { recursive: true, force: true });
}, 60_000);

describe('the container', () => {
  it('holds the package and nothing else', async () => {
    expect(await readdir(join(root, 'app'))).not.toContain('node_modules');
    expect(JSON.parse(await readFile(join(root, 'app/package.json'), 'utf8')).name).toBe('koodrive-auth-contract');
    const others = ['build', 'root/.npm', 'tmp'];
    for (const folder of others) expect(await readdir(join(root, folder)).catch(() => [])).toEqual([]);
  });

  it('grants a login, and obeys a test number', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: mock?.url ?? '', agentName: 'container' });
    const { withPassword } = examples.login.requests;
    expect(unwrap(await auth.login(withPassword)).sessionInfo.expiresIn).toBe(1800);
    const { wrongPassword } = examples.login.responses;
    const outcome = await auth.login({ ...withPassword, account: wrongPassword.testNumbers[0] ?? '' });
    expect(outcome).toMatchObject({ ok: false, status: wrongPassword.status, error: { kind: 'service' } });
  });

  it('serves the docs', async () => {
    const response = await fetch(mock?.url ?? '');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(loginPath);
  });

  it('passes its own health check', async () => {
    const [kind, ...command] = config.Healthcheck.Test;
    expect(kind).toBe('CMD');
    const port = new URL(mock?.url ?? '').port;
    await succeed(...inside(command.map((word) => word.replace('4010', port))));
  });

  it('runs as a user without privileges who cannot write a file', async () => {
    expect(config.User).toBe('node');
    const script =
      "const { writeFileSync } = require('fs'); for (const f of ['/a', '/app/a', '/tmp/a', '/home/node/a']) try { writeFileSync(f, ''); console.log(f); } catch {}";
    expect(await succeed(...inside(['node', '--eval', script]))).toBe('');
  });

  it('ends within a second on SIGTERM, as process 1', async () => {
    const pid = mock?.child.pid;
    const [child = ''] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
    expect(await readFile(`/proc/${child}/status`, 'utf8')).toMatch(/^NSpid:\t\d+\t1$/m);
    const started = performance.now();
    process.kill(Number(child), 'SIGTERM');
    expect(await mock?.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
