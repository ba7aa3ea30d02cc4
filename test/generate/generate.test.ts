import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SpecError } from '../../scripts/generate/bundle.js';
import { generate } from '../../scripts/generate/generate.js';
import { enlarge } from '../support/large-spec.js';
import { run } from '../support/run.js';
import { SpecCopy } from '../support/spec-copy.js';

/** The command itself, as `npm run generate` starts it. Elsewhere its function, which need not load TypeScript each time. */
const command = (...args: string[]) => run('scripts/generate.ts', args);
const into = (copy: SpecCopy) => ['--spec', copy.spec, '--out', copy.out, '--readme', copy.readme];
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('npm run generate', () => {
  it('finds nothing stale in this checkout', async () => {
    expect(await command('--check')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('makes the same files again, each of which says that it is generated', async () => {
    using copy = new SpecCopy();
    await generate(copy);
    const made = contents(copy.out);
    expect(made).toEqual(contents('generated'));
    for (const [name, text] of Object.entries(made)) {
      const lines = text.split('\n', 3).slice(0, name.endsWith('.json') ? 3 : 1);
      expect(lines.join('\n'), name).toContain('Generated from openapi/ by `npm run generate`. Do not edit.');
    }
  });

  it('with --check names each stale file, exits with 1 and writes nothing', async () => {
    using copy = new SpecCopy();
    await generate(copy);
    copy.replace('openapi/components/schemas/Phone.yaml', 'Mobile number.', 'Number of a mobile phone.');
    writeFileSync(join(copy.out, 'left-over.ts'), '');
    const before = contents(copy.out);
    const { code, stderr } = await command('--check', ...into(copy));
    expect(code).toBe(1);
    const stale = ['left-over.ts', 'openapi.json', 'openapi.yaml', 'types.ts'];
    expect(stderr.trim().split('\n')).toEqual(
      stale.map((name) => `${join(copy.out, name)} is stale: run npm run generate`),
    );
    expect(contents(copy.out)).toEqual(before);
  });

  it('deletes a file that no longer belongs there', async () => {
    using copy = new SpecCopy();
    await generate(copy);
    writeFileSync(join(copy.out, 'left-over.ts'), '');
    expect(await generate(copy)).toEqual([join(copy.out, 'left-over.ts')]);
    expect(readdirSync(copy.out)).not.toContain('left-over.ts');
  });
});

describe('a spec that cannot be used', () => {
  const failures: [string, string, string, string, RegExp][] = [
    ['YAML that does not parse', 'openapi/paths/login.yaml', 'tags:', 'tags: [', /login\.yaml:\d+:\d+ /],
    [
      'a reference to nothing',
      'openapi/paths/login.yaml',
      'TraceId.yaml',
      'Nothing.yaml',
      /login\.yaml:12:7 .*Nothing\.yaml/,
    ],
    ['an unknown key', 'openapi/paths/login.yaml', 'summary:', 'sumary:', /login\.yaml:2:3 .*sumary/],
    ['an unknown type', 'openapi/components/schemas/UserId.yaml', 'type: string', 'type: text', /UserId\.yaml:1:\d+ /],
    ['a root that does not parse', 'openapi/openapi.yaml', 'info:', 'info: [', /^\S+openapi\.yaml:\d+:\d+ \S/],
    [
      'a version of OpenAPI that is unknown',
      'openapi/openapi.yaml',
      'openapi: 3',
      'openapi: 9',
      /openapi\.yaml:1:1 .*9\.1/,
    ],
    [
      'no version of OpenAPI',
      'openapi/openapi.yaml',
      'openapi: 3',
      'openapy: 3',
      /openapi\.yaml:1:1 the root needs `openapi: 3\.1\.0`/,
    ],
    [
      'two operations of one id',
      'openapi/paths/register-user.yaml',
      'operationId: registerUser',
      'operationId: login',
      /register-user\.yaml:\d+:\d+ .*operationId/,
    ],
    ['no operationId', 'openapi/paths/login.yaml', '  operationId: login\n', '', /operationId/],
  ];

  it.each(failures)('is refused with file and line when it has %s', async (_, file, from, to, message) => {
    using copy = new SpecCopy();
    copy.write('generated/kept.ts', 'kept');
    copy.replace(file, from, to);
    const error = await generate(copy).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SpecError);
    expect((error as SpecError).message).toMatch(message);
    expect(contents(copy.out)).toEqual({ 'kept.ts': 'kept' });
  });

  it('is refused when it is not there', async () => {
    using copy = new SpecCopy();
    const error = await generate({ ...copy, spec: join(copy.folder, 'none.yaml') }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SpecError);
    expect((error as SpecError).message).toMatch(/none\.yaml:1:1 .*(no such file|ENOENT)/);
  });

  it('ends the command with exit code 1 and the message alone', async () => {
    using copy = new SpecCopy();
    copy.replace('openapi/paths/login.yaml', 'summary:', 'sumary:');
    const { code, stdout, stderr } = await command(...into(copy));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^\S+openapi\/paths\/login\.yaml:2:3 .*sumary.*Did you mean summary\?\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('200 operations', () => {
  it('are generated, and each costs what one of 20 costs', async () => {
    const size = async (count: number) => {
      using copy = new SpecCopy();
      enlarge(copy, count);
      await generate(copy);
      expect(copy.read('generated/client.ts').match(/login\d+: define\(/g)).toHaveLength(count);
      return Object.values(contents(copy.out)).join('').length;
    };
    const [one, twenty, all] = [await size(1), await size(20), await size(200)];
    const each = (all - twenty) / 180 / ((twenty - one) / 19);
    expect(each).toBeGreaterThan(0.95);
    expect(each).toBeLessThan(1.05);
  }, 120_000);
});
