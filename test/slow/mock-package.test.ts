import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { install } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

const clean = temporaryFolder();
beforeAll(() => install(clean));

/** Starts the mock and gets a login, a generated response, and the spec in both forms. */
const program = `
import { login } from 'koodrive-auth-contract/examples';
import { startMock } from 'koodrive-auth-contract/mock';
const mock = await startMock();
const send = (prefer) => fetch(mock.url + '/koodrive/ose/v1/auth/login', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'x-hw-agentName': 'a', prefer },
  body: JSON.stringify(login.requests.withPassword),
});
const titles = [];
for (const path of ['/openapi.json', '/openapi.yaml']) titles.push(/title"?: "?([\\w ]+)/.exec(await (await fetch(mock.url + path)).text())?.[1]);
console.log(JSON.stringify([(await send('code=200')).status, (await send('dynamic=true')).status, ...titles]));
await mock.close();
`;
const printed = `[200,200,"KooDrive authentication","KooDrive authentication"]\n`;
const withoutImports = (load: 'require' | 'await import') =>
  `(async () => {${program.replaceAll(/^import (.+) from '(.+)';$/gm, `const $1 = ${load}('$2');`)}})();`;

describe.concurrent('The mock of the package', () => {
  test.for([
    ['ESM', 'mock.mjs', program],
    ['CommonJS', 'mock.cjs', withoutImports('require')],
  ] as const)('runs without another package, as %s', async ([, name, text]) => {
    expect(await succeed(writeInto(clean, name, text), [], clean)).toBe(printed);
  });

  // The test of webpack is in test/weekly: webpack has to be installed first.
  test.for(['esm', 'cjs'] as const)(
    'finds its files from a bundle of esbuild, or names the setting: %s',
    async (format) => {
      const stdin = { contents: withoutImports('await import'), resolveDir: clean };
      const app = join(clean, format, `dist/app.${format === 'esm' ? 'mjs' : 'cjs'}`);
      await build({ stdin, outfile: app, format, bundle: true, platform: 'node', logLevel: 'error' });
      // Files that an app may have where the package has its spec.
      const other = { openapi: '3.1.0', info: { title: 'Another' }, paths: { '/a': { get: { responses: {} } } } };
      writeInto(clean, `${format}/generated/openapi.json`, other);
      writeInto(clean, `${format}/package.json`, { name: 'app', version: '1.0.0' });

      expect(await succeed(app, [], clean)).toBe(printed);
      const elsewhere = await run(app, [], join(clean, '..'));
      if (elsewhere.code === 0) expect(elsewhere.stdout).toBe(printed);
      else expect(elsewhere.stderr).toContain("serverExternalPackages: ['koodrive-auth-contract']");
    },
  );

  test('has a folder for each entry point, for resolvers that do not read exports', () => {
    const { resolve } = createRequire(join(clean, 'app.js'));
    for (const name of ['examples', 'mock', 'msw', 'openapi-fetch', 'schemas']) {
      const folder = join(clean, 'node_modules/koodrive-auth-contract', name);
      const fields = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      for (const field of ['main', 'module', 'types']) expect(existsSync(join(folder, fields[field]))).toBe(true);
      expect(resolve(folder)).toBe(resolve(`koodrive-auth-contract/${name}`));
    }
  });
});
