import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { follow } from '../../scripts/dev/follow.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { until } from '../support/command.js';
import { loginFields, postLogin } from '../support/login.js';
import { SpecCopy } from '../support/spec-copy.js';

const example = 'openapi/components/examples/WrongPassword.yaml';

let copy: SpecCopy;
let mock: RunningMock;
const end = new AbortController();
let following: Promise<void>;
let said: string[];

beforeEach(async () => {
  copy = new SpecCopy();
  copy.write('CHANGELOG.md', '# Changelog\n');
  copy.write('docs/index.html', '');
  const { spec, out, readme, folder } = copy;
  cpSync('generated', out, { recursive: true });
  said = [];
  mock = await startMock({ spec: join(out, 'openapi.json'), docs: join(folder, 'docs/index.html') });
  following = follow({
    spec,
    out,
    readme,
    docs: join(folder, 'docs'),
    changelog: join(folder, 'CHANGELOG.md'),
    reload: () => mock.reload(),
    say: (message) => void said.push(message),
    signal: end.signal,
  });
});
afterEach(async () => {
  end.abort();
  await following;
  await mock.close();
  copy[Symbol.dispose]();
});

/** The message of the answer to a wrong password. */
async function answer(): Promise<string> {
  const response = await postLogin(mock.url, { ...loginFields, account: '0027000040002' });
  const { msg }: { msg: string } = await response.json();
  return msg;
}

/** Changes the spec and waits for what is said of it. */
async function change(edit: () => void): Promise<string> {
  const before = said.length;
  edit();
  await until(() => said.length > before);
  return said.at(-1) ?? '';
}

test('A change of the spec is served without a restart, and what is wrong with a broken one is told while the last good one is served', async () => {
  const good = await answer();
  const other = 'Something else is wrong.';

  expect(await change(() => copy.replace(example, good, other))).toMatch(
    /^Spec changed: \d files made anew, mock and docs reloaded in [\d.]+ s\.$/,
  );
  expect(await answer()).toBe(other);
  expect(await (await fetch(mock.url)).text()).toContain(other);
  expect(await (await fetch(`${mock.url}/openapi.yaml`)).text()).toContain(other);

  const complaint = await change(() =>
    copy.replace('openapi/paths/login.yaml', 'LoginAnswered.yaml', 'NoSuchFile.yaml'),
  );
  expect(complaint).toMatch(/openapi\/paths\/login\.yaml:\d+:\d+ .*\nThe last good spec is served further\.$/s);
  expect(await answer()).toBe(other);

  const fixed = await change(() => copy.replace('openapi/paths/login.yaml', 'NoSuchFile.yaml', 'LoginAnswered.yaml'));
  expect(fixed).toMatch(/^Spec changed/);
  // Slow beside other tests: it renders the docs anew.
}, 120_000);
