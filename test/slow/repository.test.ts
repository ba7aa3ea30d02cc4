import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

const { scripts, devDependencies, engines } = manifest;
/** The commands of a script, each as its words. */
const commandsOf = (script: string) => script.split(' && ').map((command) => command.split(' '));
const ciRun = readFileSync('.ci/run', 'utf8');
const workflow = (name: string) => {
  const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
  return { text, ...(parse(text) as { jobs: Record<string, { steps: { run?: string }[] }> }) };
};

describe('the scripts of package.json', () => {
  it('are few enough to be read in one look', () => {
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(14);
  });

  it.each(Object.entries(scripts))('have a %s that runs in any shell, on Windows too', (_, script) => {
    // Quotes, variables, pipes, globs and what a shell has built in differ from shell to shell.
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

  it('check before a release all that .ci/run checks, and the other way round', () => {
    const gates = commandsOf(scripts.prepublishOnly).map((words) => words.join(' '));
    const steps = [...ciRun.matchAll(/^step (npm (?:run|test).*)$/gm)].map(([, step = '']) => step);
    expect(gates.sort()).toEqual(steps.sort());
  });
});

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');

  it('has a line for each script of package.json', () => {
    const named = [...text.matchAll(/^\| `npm (?:run )?([\w:]+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('names only files that there are, but for the operation that it adds', () => {
    const files = [...text.matchAll(/`((?:openapi|scripts|src|test|generated|\.github)\/[\w./-]+)`/g)];
    const gone = files.map(([, file = '']) => file).filter((file) => !existsSync(file));
    expect(gone).toEqual(['openapi/paths/validate-code.yaml']);
  });
});

describe('the runs on a public CI host', () => {
  it('are on every Node that is supported, and on the oldest of them the whole of .ci/run', () => {
    const { text } = workflow('ci');
    const matrix = [...text.matchAll(/node: (\d+), command: (.+) \}/g)].map(([, node, command]) => [node, command]);
    expect(matrix.map(([node]) => node)).toEqual(['20', '22', '24', '26']);
    expect(matrix[0]?.[1]).toBe('.ci/run');
    expect(engines.node).toMatch(/^>=20\./);
  });

  it('publish with provenance, only after .ci/run, and with no secret of the host', () => {
    const { text, jobs } = workflow('release');
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run));
    const publish = commands.findIndex((command) => command.startsWith('npm publish --provenance'));
    expect(commands.slice(0, publish)).toContain('.ci/run');
    expect(text).toContain('id-token: write');
    expect(text).not.toMatch(/secrets\./);
  });
});
