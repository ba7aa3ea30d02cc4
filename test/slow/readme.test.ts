import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../src/mock.js';
import { run, succeed } from '../support/run.js';

const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const section = (heading: string): string => {
  const [, text] = readme.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`README.md has no section ${heading}`);
  return text.split('\n## ')[0] ?? '';
};
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, found, code = '']) => (found === language ? [code] : []));

describe('the README', () => {
  let mock: RunningMock;
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true });
  });

  it('names only commands that package.json has', () => {
    const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(commands));
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
    expect(Object.keys(manifest.bin)).toContain(/npx (koodrive\S+)/.exec(readme)?.[1]);
  });

  it('shows app developers a login that works as pasted', async () => {
    const [code = ''] = blocks(section('For app developers'), 'ts');
    const index = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
    const pasted = code
      .replace("'koodrive-auth-contract'", `'${index}'`)
      .replace('servers.international', `'${mock.url}'`);
    expect(pasted).not.toContain('servers.international');
    const file = join(folder, 'login.mts');
    writeFileSync(file, pasted.replace(', servers', ''));
    expect(await run(file, [])).toEqual({ code: 0, stdout: 'logged in as firstname\n', stderr: '' });
  });

  it('shows frontend teams a failing login that works as pasted', async () => {
    const [, code = ''] = blocks(section('For frontend teams'), 'sh');
    const pasted = code.replace('http://127.0.0.1:4010', mock.url).replace('curl ', 'curl --silent ');
    const stdout = await succeed('sh', ['-c', pasted]);
    expect(JSON.parse(stdout)).toMatchObject({ code: 99000002 });
  });
});
