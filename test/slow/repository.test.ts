import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { succeed } from '../support/run.js';

const { scripts, devDependencies } = manifest;
/** Returns the commands of a script. */
const commandsOf = (script: string) => script.split(' && ');

describe('the scripts of package.json', () => {
  it('run in any shell, on Windows too', () => {
    const binaries = Object.keys(devDependencies).flatMap((name) => {
      const { bin = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      return typeof bin === 'string' ? [name.replace(/^@[^/]+\//, '')] : Object.keys(bin);
    });
    for (const command of Object.values(scripts).flatMap(commandsOf)) {
      // Quotes, variables, pipes, globs and built-in commands differ from shell to shell.
      expect(command).toMatch(/^[\w\s@:./=-]+$/);
      const [program = '', ...args] = command.split(' ');
      expect(['node', 'npm', ...binaries]).toContain(program);
      if (program === 'npm') expect(Object.keys(scripts)).toContain(args[0] === 'run' ? args[1] : args[0]);
    }
  });

  it('check before a release what .ci/run checks', () => {
    const steps = [...readFileSync('.ci/run', 'utf8').matchAll(/^ *step (npm (?:run|test).*)$/gm)];
    expect(commandsOf(scripts.prepublishOnly).sort()).toEqual(steps.map(([, step]) => step).sort());
  });

  it('pack only what was built from the current sources', () => {
    expect(commandsOf(scripts.prepack)).toEqual(['npm run generate -- --check', 'npm run build']);
  });
});

it('CONTRIBUTING.md names only files that exist', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  // The operation that it adds as an example is not part of the spec.
  const files = [...text.matchAll(/`((?:openapi|scripts|src|test|generated|\.github)\/(?!paths\/)[\w./-]+)`/g)];
  expect(files.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
});

it('every clone has LF at its line ends, also where the settings of git ask for CRLF', async () => {
  const files = (await succeed('git', ['ls-files', '--eol'])).trim().split('\n');
  expect(files.filter((file) => !/^i\/(lf|none) .* attr\/text=auto eol=lf\s/.test(file))).toEqual([]);
});

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly container?: unknown;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}

describe('the workflows', () => {
  const folder = '.github/workflows';
  const files = readdirSync(folder);
  const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const jobs = files.flatMap((file) => {
    const workflow = parse(textOf(file)) as { permissions?: Job['permissions']; jobs: Record<string, Job> };
    return Object.entries(workflow.jobs).map(([name, job]) => ({
      ...{ file, name, ...job },
      permissions: job.permissions ?? workflow.permissions ?? { all: 'write' },
      commands: job.steps.flatMap(({ run = [] }) => run),
    }));
  });
  const jobOf = (name: string) => jobs.find((job) => job.name === name);

  it('publish in a job that runs nothing that was installed, in a protected environment', () => {
    const publish = 'npm publish ./release/*.tgz --ignore-scripts --provenance --access public';
    const permissions = { 'id-token': 'write' };
    const job = jobOf('publish');
    expect(job).toMatchObject({ file: 'release.yml', environment: 'npm', needs: 'build', permissions });
    expect(job?.commands).toEqual([publish]);
    const actions = job?.steps.flatMap(({ uses = [] }) => uses).map((uses) => String(uses).split('@')[0]);
    expect(actions).toEqual(['actions/setup-node', 'actions/download-artifact']);
    // The first npm that supports trusted publishing comes with Node 24.
    expect(job?.steps[0]?.with).toMatchObject({ 'node-version': 24 });
  });

  it('may only read the repository, but for the one that publishes, and use no secrets', () => {
    for (const { name, permissions } of jobs) if (name !== 'publish') expect(permissions).toEqual({ contents: 'read' });
    for (const file of files) expect(textOf(file)).not.toContain('secrets.');
  });

  it('pin each action to a commit, with its version, and use no container image without a digest', () => {
    for (const [, action] of files
      .map(textOf)
      .join('\n')
      .matchAll(/uses: (.*)$/gm))
      expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const { container = 'none@sha256:' } of jobs) expect(JSON.stringify(container)).toContain('@sha256:');
  });

  it('build a release with every gate and the weekly tests', () => {
    expect(jobOf('tests')?.commands).toContain('npm run test:weekly');
    expect(jobOf('build')?.commands.slice(0, 2)).toEqual(['.ci/run', 'npm run test:weekly']);
  });

  it('test every supported Node, and run all gates on the oldest', () => {
    const { include } = parse(textOf('ci.yml')).jobs.run.strategy.matrix;
    expect(include.map(({ node }: { node: number }) => node)).toEqual([20, 22, 24, 26]);
    expect(include[0].command).toBe('.ci/run');
  });
});
