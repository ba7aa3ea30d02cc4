import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { runBreaking } from '../../scripts/breaking/command.js';
import { run } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'breaking-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** The contract in another version, without the answer 401 of `login`. */
const withoutStatus = (version: string) => {
  const copy = structuredClone(contract);
  copy.info.version = version;
  Reflect.deleteProperty(copy.paths['/koodrive/ose/v1/auth/login'].post.responses, '401');
  return copy;
};

async function breaking(args: string[], root?: string) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runBreaking(args, { stdout: (text) => out.push(text), stderr: (text) => err.push(text) }, root);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

describe('npm run breaking', () => {
  // It compiles the code of the last release, which takes long on a busy machine.
  it('is content with this contract, its version and its changelog', { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await run('scripts/breaking.ts', []);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Compared with \d+\.\d+\.\d+, as released \(openapi\/released\/openapi\.json\): /);
    expect(code).toBe(0);
  });

  it('names what breaks and fails when the version does not say so', async () => {
    const { code, stdout, stderr } = await breaking([
      ...['--base', file('base.json', contract), '--revision', file('same.json', withoutStatus(contract.info.version))],
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('major  POST /koodrive/ose/v1/auth/login: answer `401` is gone');
    expect(stderr).toContain('must be');
    expect(stderr).toContain('### Breaking');
  });

  it('passes when version, package and changelog say so, and prints JSON when asked', async () => {
    const { code, stdout, stderr } = await breaking([
      ...['--base', file('old.json', contract), '--revision', file('new.json', withoutStatus('9.0.0')), '--json'],
      ...['--package', file('package.json', { version: '9.0.0' })],
      ...['--changelog', file('CHANGELOG.md', '# Changelog\n\n## 9.0.0\n\n### Breaking\n\n- No more 401.\n')],
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: '9.0.0', impact: 'major', problems: [] });
  });

  it('says before the first release that there is nothing to compare with', async () => {
    const files = ['--revision', file('first.json', contract), '--package', file('first-package.json', contract.info)];
    const changelog = ['--changelog', file('first.md', `## ${contract.info.version}\n\n- First.\n`)];
    const { code, stdout, stderr } = await breaking([...files, ...changelog], folder);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Nothing is released yet .* will be the first\.\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ['is not there', ['--base', '/no/such/file.json'], '/no/such/file.json'],
    ['is not JSON', ['--base', file('text.json', 'text')], 'text.json is not JSON'],
    ['is not known', ['--bass', 'x'], '--bass'],
  ])('ends with code 2 and one reason when something %s', async (_, args, reason) => {
    const { code, stderr } = await breaking(args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });
});
