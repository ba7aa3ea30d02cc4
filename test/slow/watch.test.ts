import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { watchSpec } from '../../scripts/dev/watch.js';
import { until } from '../support/command.js';
import { loginFields, postLogin } from '../support/login.js';
import { startForTest } from '../support/mock.js';
import { SpecCopy } from '../support/spec-copy.js';

test('npm run dev serves a changed spec without a restart. It reports a broken one, and serves the last good one.', async () => {
  const copy = new SpecCopy();
  const { spec, out, readme, folder } = copy;
  copy.write('CHANGELOG.md', '# Changelog\n');
  cpSync('generated', out, { recursive: true });
  const docs = join(folder, 'docs');
  const mock = await startForTest({ spec: out, docs });
  const reports: string[] = [];
  const end = new AbortController();
  const watching = watchSpec({
    ...{ spec, out, readme, docs, changelog: join(folder, 'CHANGELOG.md'), signal: end.signal },
    reload: () => mock.reload(),
    report: (message) => void reports.push(message),
  });
  onTestFinished(async () => {
    end.abort();
    await watching;
    copy[Symbol.dispose]();
  });
  const { testNumbers, body } = login.responses.wrongPassword;
  const message = async (): Promise<string> =>
    (await (await postLogin(mock.url, { ...loginFields, account: testNumbers[0] })).json()).msg;
  const other = 'Something else is wrong.';

  copy.replace('openapi/components/examples/WrongPassword.yaml', body.msg, other);
  await until(() => reports.length === 1);
  expect(reports[0]).toMatch(/^Spec changed: \d files generated, mock and docs reloaded in [\d.]+ s\.$/);
  expect(await message()).toBe(other);
  for (const path of ['/', '/openapi.yaml']) expect(await (await fetch(mock.url + path)).text()).toContain(other);

  copy.replace('openapi/paths/login.yaml', 'LoginProcessed.yaml', 'NoSuchFile.yaml');
  await until(() => reports.length === 2);
  expect(reports[1]).toMatch(/openapi\/paths\/login\.yaml:\d+:\d+ .*\nThe mock still serves the last good spec\.$/s);
  expect(await message()).toBe(other);
});
