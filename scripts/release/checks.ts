import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { changelogProblems } from '../breaking/version.js';
import { type Manifest, type Packed, packageProblems } from './package-files.js';
import { readVersions, versionsThatDiffer } from './versions.js';

/** One thing that a release needs: `run` resolves with what is wrong, nothing when all is well. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<readonly string[]> | readonly string[];
}

/** What a release needs of the repository, before anything is built. */
export function repositoryChecks(version: string): Check[] {
  return [
    {
      name: 'nothing is uncommitted',
      run: async () => ((await git('status', '--porcelain')) ? ['commit or drop what git status shows'] : []),
    },
    { name: `the tag v${version} is free, or on this commit`, run: () => tagProblems(version) },
    { name: 'one version everywhere', run: () => versionsThatDiffer(readVersions()) },
    {
      name: 'the changelog starts with it',
      run: () => changelogProblems(readFileSync('CHANGELOG.md', 'utf8'), version),
    },
    { name: 'the version fits what changed', run: () => script('breaking') },
    { name: 'generated files are current', run: () => script('generate', '--', '--check') },
  ];
}

/** What a release needs of the package, once it is built. */
export function packageCheck(manifest: Manifest, { files }: Packed): Check {
  const paths = files.map(({ path }) => path);
  return { name: 'the package has what it names, and nothing else', run: () => packageProblems(manifest, paths) };
}

async function tagProblems(version: string): Promise<string[]> {
  const tagged = await git('rev-parse', '--quiet', '--verify', `v${version}^{commit}`).catch(() => '');
  if (!tagged || tagged === (await git('rev-parse', 'HEAD'))) return [];
  return [`v${version} is on another commit: that version is out`];
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args);
  return stdout.trim();
}

/** Runs a script of package.json, and returns what it says when it fails. */
export const script = (...args: string[]): Promise<string[]> => command('npm', 'run', '--silent', ...args);

/** Runs a command, and returns the last lines that it says when it fails. */
export function command(file: string, ...args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(file, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const lines = (stderr.trim() || stdout.trim() || String(error?.message)).split('\n');
      resolve(error ? lines.slice(-20) : []);
    });
  });
}
