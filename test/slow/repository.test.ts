import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/folder.js';
import { binOf } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

const { scripts, devDependencies } = manifest;
/** The commands of a script, each as its words. */
const commandsOf = (script: string) => script.split(' && ').map((command) => command.split(' '));

describe('the scripts of package.json', () => {
  it.each(Object.entries(scripts))('have a %s that runs in any shell, on Windows too', (_, script) => {
    // Quotes, variables, pipes, globs and built-in commands differ from shell to shell.
    expect(script).toMatch(/^[\w\s@:./=&-]+$/);
    const binaries = Object.keys(devDependencies).flatMap((name) => {
      const { bin = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      return typeof bin === 'string' ? [name.replace(/^@[^/]+\//, '')] : Object.keys(bin);
    });
    for (const [program = '', ...args] of commandsOf(script)) {
      expect(['node', 'npm', ...binaries]).toContain(program);
      expect(args.join(' ')).not.toContain('&');
      if (program === 'npm') expect(Object.keys(scripts)).toContain(args[0] === 'run' ? args[1] : args[0]);
    }
  });

  it('check before a release what .ci/run checks', () => {
    const gates = commandsOf(scripts.prepublishOnly).map((words) => words.join(' '));
    const steps = [...readFileSync('.ci/run', 'utf8').matchAll(/^step (npm (?:run|test)[^>\n]*?)(?: >.*)?$/gm)];
    expect(gates).toEqual(steps.map(([, step]) => step));
  });
});

it('CONTRIBUTING.md names only files that exist', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  // The operation that it adds as an example is not part of the spec.
  const files = [...text.matchAll(/`((?:openapi|scripts|src|test|generated|\.github)\/(?!paths\/)[\w./-]+)`/g)];
  expect(files.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
});

describe('a clone by a git that writes CRLF at each line end', () => {
  const origin = temporaryFolder();
  const clone = join(temporaryFolder(), 'clone');
  beforeAll(async () => {
    const left = ['node_modules', '.git', '.cache', 'dist'].map((name) => resolve(name));
    cpSync('.', origin, { recursive: true, filter: (path) => !left.includes(resolve(path)) });
    const git = (...args: string[]) => succeed('git', args, origin);
    await git('init', '--quiet');
    await git('add', '--all');
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    await git(...author, 'commit', '--quiet', '--message', 'All', '--no-verify');
    await git('clone', '--quiet', '--config', 'core.autocrlf=true', '.', clone);
    symlinkSync(resolve('node_modules'), join(clone, 'node_modules'), 'junction');
  });

  it.each([
    ['npm run generate -- --check', join(clone, 'scripts/generate.ts'), '--check'],
    ['Biome', binOf('biome'), 'check', '--error-on-warnings', '.'],
    ['Redocly', binOf('redocly'), 'lint'],
    [
      'the tests that read files',
      join(clone, 'node_modules/vitest/vitest.mjs'),
      'run',
      'test/contract/source',
      'test/docs',
    ],
  ])('passes %s', async (_, file, ...args) => {
    const { code, stdout, stderr } = await run(file, args, clone);
    expect(code, stdout + stderr).toBe(0);
  });
});

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly container?: unknown;
  readonly needs?: string;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: { 'node-version': number };
  }[];
}

describe('the workflows', () => {
  const folder = '.github/workflows';
  const texts = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);
  const jobs = texts.flatMap(([file, text]) => {
    const workflow = parse(text) as { permissions?: Job['permissions']; jobs: Record<string, Job> };
    return Object.entries(workflow.jobs).map(([name, job]) => ({
      ...{ file, name, ...job },
      permissions: job.permissions ?? workflow.permissions ?? { all: 'write' },
    }));
  });
  const commands = (name: string) => jobs.find((job) => job.name === name)?.steps.flatMap(({ run = [] }) => run);

  it('publish in a job that runs nothing that was installed, in a protected environment', () => {
    const publishers = jobs.filter(({ permissions }) => permissions['id-token'] === 'write');
    expect(publishers).toMatchObject([{ file: 'release.yml', name: 'publish', environment: 'npm', needs: 'build' }]);
    const [{ steps = [], permissions } = {}] = publishers;
    expect(permissions).toEqual({ 'id-token': 'write' });
    expect(steps.flatMap(({ run = [] }) => run)).toEqual([
      'npm publish ./release/*.tgz --ignore-scripts --provenance --access public',
    ]);
    const actions = steps.flatMap(({ uses = [] }) => uses).map((uses) => String(uses).split('@')[0]);
    expect(actions).toEqual(['actions/setup-node', 'actions/download-artifact']);
    // The first npm that supports trusted publishing comes with Node 24.
    expect(steps[0]?.with?.['node-version']).toBeGreaterThanOrEqual(24);
  });

  it('have no other right than to read, and no secret of the host', () => {
    for (const { name, permissions } of jobs) if (name !== 'publish') expect(permissions).toEqual({ contents: 'read' });
    for (const [, text] of texts) expect(text).not.toContain('secrets.');
  });

  it('pin each action to a commit, with its version, and use no container image without a digest', () => {
    for (const [, text] of texts)
      for (const [, action] of text.matchAll(/uses: (.*)$/gm))
        expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const { container = 'none@sha256:' } of jobs) expect(JSON.stringify(container)).toContain('@sha256:');
  });

  it('build a release with every gate and the weekly tests', () => {
    const weekly = commands('tests')?.find((command) => command.includes('test:weekly'));
    expect(commands('build')?.slice(0, 2)).toEqual(['.ci/run', weekly]);
  });

  it('test every supported Node, and run all gates on the oldest', () => {
    const { matrix } = parse(readFileSync(`${folder}/ci.yml`, 'utf8')).jobs.run.strategy;
    expect(matrix.include.map(({ node }: { node: number }) => node)).toEqual([20, 22, 24, 26]);
    expect(matrix.include[0].command).toBe('.ci/run');
  });
});
