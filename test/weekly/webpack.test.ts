import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { install } from '../support/packed.js';
import { run, succeed } from '../support/run.js';

const clean = temporaryFolder();
const program = `
import { startMock } from 'koodrive-auth-contract/mock';
startMock().then(async (mock) => {
  console.log((await (await fetch(mock.url + '/openapi.json')).json()).info.title);
  await mock.close();
});
`;

test('The mock finds its files from a bundle of webpack, or names the setting to change', async () => {
  await install(clean);
  const packages = await installed({ webpack: '5.108.4', 'webpack-cli': '7.2.3' });
  const entry = writeInto(clean, 'entry.mjs', program);
  const output = { path: join(clean, 'dist'), filename: 'app.cjs' };
  const settings = { entry, output, mode: 'production', target: 'node20' };
  const config = writeInto(clean, 'webpack.config.cjs', `module.exports = ${JSON.stringify(settings)};`);
  await succeed(join(packages, 'node_modules/webpack-cli/bin/cli.js'), ['--config', config], clean);

  const app = join(clean, 'dist/app.cjs');
  expect(await succeed(app, [], clean)).toBe('KooDrive authentication\n');
  const elsewhere = await run(app, [], join(clean, '..'));
  if (elsewhere.code === 0) expect(elsewhere.stdout).toBe('KooDrive authentication\n');
  else expect(elsewhere.stderr).toContain("serverExternalPackages: ['koodrive-auth-contract']");
});
