import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installPeers } from '../install-peers.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where everything is measured: the peers, this package as it would be published, and the contenders that use them. */
export const workspace = join(root, '.cache/bench');

/** This package inside the workspace: built, and laid out as npm would install it. */
export const builtPackage = join(workspace, 'package');

/** Runs a program of Node and resolves with what it printed. */
export async function runNode(script: string, args: readonly string[], cwd = root): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd, maxBuffer: 1 << 26 });
  return stdout;
}

interface Manifest {
  version: string;
  bin?: string | Record<string, string>;
}

const manifestOf = async (name: string, folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8'));

/** The file of a program that a package brings: one of this project, or of another folder with packages. */
export async function programOf(name: string, program: string, folder = root): Promise<string> {
  const { bin } = await manifestOf(name, folder);
  const file = typeof bin === 'string' ? bin : bin?.[program];
  if (!file) throw new Error(`${name} has no program ${program}`);
  return join(folder, 'node_modules', name, file);
}

/** The version of a peer, as installed in the workspace, or of a package of the project. */
export async function versionOf(name: string, folder = workspace): Promise<string> {
  return (await manifestOf(name, folder)).version;
}

/** Installs the peers, builds this package, and puts both where the contenders find them. */
export async function prepareWorkspace(): Promise<void> {
  await installPeers(join(root, 'scripts/bench/peers'), workspace);
  await buildPackage();
  const contenders = join(workspace, 'contenders');
  await rm(contenders, { recursive: true, force: true });
  await cp(join(root, 'scripts/bench/contenders'), contenders, { recursive: true });
  const generator = await programOf('@hey-api/openapi-ts', 'openapi-ts', workspace);
  await runNode(
    generator,
    ['-i', join(root, 'generated/openapi.json'), '-o', 'contenders/hey-api', '--silent'],
    workspace,
  );
}

/** Builds this package into the workspace. */
export async function buildPackage(): Promise<void> {
  await mkdir(builtPackage, { recursive: true });
  await cp(join(root, 'package.json'), join(builtPackage, 'package.json'));
  await cp(join(root, 'generated'), join(builtPackage, 'generated'), { recursive: true });
  const out = ['--out-dir', join(builtPackage, 'dist'), '--format', 'esm'];
  await runNode(await programOf('tsdown', 'tsdown'), [...out, '--logLevel', 'error']);
  const link = join(workspace, 'node_modules/koodrive-auth-contract');
  await rm(link, { force: true });
  await mkdir(dirname(link), { recursive: true });
  await symlink(builtPackage, link);
}
