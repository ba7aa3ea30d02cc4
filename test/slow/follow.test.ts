import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { follow } from '../../scripts/dev/follow.js';
import { until } from '../support/command.js';
import { loginFields, postLogin } from '../support/login.js';
import { startForTest } from '../support/mock.js';
import { SpecCopy } from '../support/spec-copy.js';

const example = 'openapi/components/examples/WrongPassword.yaml';

/** Follows a copy of the spec as `npm run dev` does. */
async function start() {
  const copy = new SpecCopy();
  copy.write('CHANGELOG.md', '# Changelog\n');
  copy.write('docs/index.html', '');
  const { spec, out, readme, folder } = copy;
  cpSync('generated', out, { recursive: true });
  const mock = await startForTest({ spec: join(out, 'openapi.json'), docs: join(folder, 'docs/index.html') });
  const said: string[] = [];
  const end = new AbortController();
  const following = follow({
    spec,
    out,
    readme,
    docs: join(folder, 'docs'),
    changelog: join(folder, 'CHANGELOG.md'),
    reload: () => mock.reload(),
    say: (message) => void said.push(message),
    signal: end.signal,
  });
  onTestFinished(async () => {
    end.abort();
    await following;
    copy[Symbol.dispose]();
  });
  /** Replaces something in a file of the spec, and waits for what is said of it. */
  const change = async (file: string, from: string, to: string): Promise<string> => {
    const before = said.length;
    copy.replace(file, from, to);
    await until(() => said.length > before);
    return said.at(-1) ?? '';
  };
  return { url: mock.url, change };
}

test('A change of the spec is served without a restart, and what is wrong with a broken one is told while the last good one is served', async () => {
  const { url, change } = await start();
  /** The message of the answer to a wrong password. */
  const answer = async (): Promise<string> =>
    (await (await postLogin(url, { ...loginFields, account: '0027000040002' })).json()).msg;
  const good = await answer();
  const other = 'Something else is wrong.';

  expect(await change(example, good, other)).toMatch(
    /^Spec changed: \d files made anew, mock and docs reloaded in [\d.]+ s\.$/,
  );
  expect(await answer()).toBe(other);
  expect(await (await fetch(url)).text()).toContain(other);
  expect(await (await fetch(`${url}/openapi.yaml`)).text()).toContain(other);

  const complaint = await change('openapi/paths/login.yaml', 'LoginProcessed.yaml', 'NoSuchFile.yaml');
  expect(complaint).toMatch(/openapi\/paths\/login\.yaml:\d+:\d+ .*\nThe last good spec is served further\.$/s);
  expect(await answer()).toBe(other);

  const fixed = await change('openapi/paths/login.yaml', 'NoSuchFile.yaml', 'LoginProcessed.yaml');
  expect(fixed).toMatch(/^Spec changed/);
  // Slow beside other tests: it renders the docs anew.
}, 120_000);
