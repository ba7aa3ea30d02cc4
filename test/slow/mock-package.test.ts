import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
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

describe('the mock of the package', () => {
  it('runs without another package, as ESM and as CommonJS', async () => {
    const commonJs = program.replaceAll(/^import (.+) from '(.+)';$/gm, "const $1 = require('$2');");
    const files = [
      writeInto(clean, 'mock.mjs', program),
      writeInto(clean, 'mock.cjs', `(async () => {${commonJs}})();`),
    ];
    for (const file of files) expect(await succeed(file, [], clean)).toBe(printed);
  });
});

describe('the mock within the bundle of an app', () => {
  const bundlers: Record<string, (entry: string, out: string) => Promise<unknown>> = {
    'esbuild, ESM': (entry, out) => esbuild(entry, join(out, 'app.mjs'), 'esm'),
    'esbuild, CommonJS': (entry, out) => esbuild(entry, join(out, 'app.cjs'), 'cjs'),
    webpack,
  };
  const esbuild = (entry: string, outfile: string, format: 'esm' | 'cjs') =>
    build({ entryPoints: [entry], outfile, format, bundle: true, platform: 'node', logLevel: 'error' });
  async function webpack(entry: string, out: string): Promise<void> {
    const packages = await installed({ webpack: '5.108.4', 'webpack-cli': '7.2.3' });
    const output = { path: out, filename: 'app.cjs' };
    const settings = { entry, output, mode: 'production', target: 'node20', experiments: { topLevelAwait: true } };
    const config = writeInto(clean, 'webpack.config.cjs', `module.exports = ${JSON.stringify(settings)};`);
    await succeed(join(packages, 'node_modules/webpack-cli/bin/cli.js'), ['--config', config], clean);
  }

  it.each(Object.entries(bundlers))(
    'of %s finds its own files, or names the setting to change',
    async (name, bundle) => {
      const imported = program.replaceAll(/^import (.+) from '(.+)';$/gm, "const $1 = await import('$2');");
      const entry = writeInto(clean, 'entry.mjs', `(async () => {${imported}})();`);
      const folder = join(clean, 'out', name.replaceAll(/\W/g, ''));
      await bundle(entry, join(folder, 'dist'));
      // Files that an app may have where the package has its spec.
      const other = { openapi: '3.1.0', info: { title: 'Another' }, paths: { '/a': { get: { responses: {} } } } };
      writeInto(folder, 'generated/openapi.json', other);
      writeInto(folder, 'package.json', { name: 'app', version: '1.0.0' });
      const [app = ''] = ['app.mjs', 'app.cjs'].map((file) => join(folder, 'dist', file)).filter(existsSync);

      expect(await succeed(app, [], clean)).toBe(printed);
      const elsewhere = await run(app, [], join(clean, '..'));
      if (elsewhere.code !== 0)
        expect(elsewhere.stderr).toContain("serverExternalPackages: ['koodrive-auth-contract']");
      else expect(elsewhere.stdout).toBe(printed);
    },
  );
});

describe('a resolver without support for exports', () => {
  it.each(['examples', 'mock', 'msw', 'openapi-fetch', 'schemas'])('finds ./%s by its folder', async (name) => {
    const folder = join(clean, 'node_modules/koodrive-auth-contract', name);
    const fields = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const field of ['main', 'module', 'types']) expect(statSync(join(folder, fields[field])).isFile()).toBe(true);
    const script = `console.log(require.resolve(process.argv[1]) === require.resolve('koodrive-auth-contract/${name}'))`;
    expect(await succeed(process.execPath, ['--eval', script, folder], clean)).toBe('true\n');
  });
});
