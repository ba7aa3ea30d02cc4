import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { follow } from '../../scripts/dev/follow.js';
import { until } from '../support/command.js';
import { loginFields, postLogin } from '../support/login.js';
import { startForTest } from '../support/mock.js';
import { SpecCopy } from '../support/spec-copy.js';

test('A change of the spec is served without a restart, and a broken spec is reported while the last good one is served', async () => {
  const copy = new SpecCopy();
  copy.write('CHANGELOG.md', '# Changelog\n');
  copy.write('docs/index.html', '');
  const { spec, out, readme, folder } = copy;
  cpSync('generated', out, { recursive: true });
  const docs = join(folder, 'docs');
  const mock = await startForTest({ spec: join(out, 'openapi.json'), docs: join(docs, 'index.html') });
  const reports: string[] = [];
  const end = new AbortController();
  const report = (message: string) => void reports.push(message);
  const changelog = join(folder, 'CHANGELOG.md');
  const following = follow({
    spec,
    out,
    readme,
    docs,
    changelog,
    reload: () => mock.reload(),
    report,
    signal: end.signal,
  });
  onTestFinished(async () => {
    end.abort();
    await following;
    copy[Symbol.dispose]();
  });
  /** Replaces text in a file of the spec, and returns the report of the change. */
  const change = async (file: string, from: string, to: string): Promise<string> => {
    const before = reports.length;
    copy.replace(file, from, to);
    await until(() => reports.length > before);
    return reports.at(-1) ?? '';
  };
  const { testNumbers, body } = login.responses.wrongPassword;
  const message = async (): Promise<string> =>
    (await (await postLogin(mock.url, { ...loginFields, account: testNumbers[0] })).json()).msg;
  const other = 'Something else is wrong.';

  expect(await message()).toBe(body.msg);
  expect(await change('openapi/components/examples/WrongPassword.yaml', body.msg, other)).toMatch(
    /^Spec changed: \d files generated, mock and docs reloaded in [\d.]+ s\.$/,
  );
  expect(await message()).toBe(other);
  expect(await (await fetch(mock.url)).text()).toContain(other);
  expect(await (await fetch(`${mock.url}/openapi.yaml`)).text()).toContain(other);

  expect(await change('openapi/paths/login.yaml', 'LoginProcessed.yaml', 'NoSuchFile.yaml')).toMatch(
    /openapi\/paths\/login\.yaml:\d+:\d+ .*\nThe mock still serves the last good spec\.$/s,
  );
  expect(await message()).toBe(other);
  expect(await change('openapi/paths/login.yaml', 'NoSuchFile.yaml', 'LoginProcessed.yaml')).toMatch(/^Spec changed/);
  // It is slow: it builds the docs twice.
}, 120_000);
