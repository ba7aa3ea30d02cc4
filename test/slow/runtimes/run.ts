import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '../../../src/mock.js';
import { install, pack } from '../../support/packed.js';
import { runtimes } from './runtimes.js';
import { startOddServer } from './servers.js';

// Drives the packed client against the mock in each runtime: `npx tsx test/slow/runtimes/run.ts`, or with the names of some.
const chosen = process.argv.slice(2);
const clean = await install(await pack());
await cp(fileURLToPath(new URL('probe.mjs', import.meta.url)), join(clean, 'probe.mjs'));
await writeFile(
  join(clean, 'main.mjs'),
  `import * as client from 'koodrive-auth-contract';
import process from 'node:process';
import { probe } from './probe.mjs';
console.log(JSON.stringify(await probe(client, process.argv[2], process.argv[3])));`,
);
// Deno looks for packages only below a manifest that names them.
await writeFile(join(clean, 'package.json'), '{"dependencies":{"koodrive-auth-contract":"*"}}');
const mock = await startMock({ publishedTimes: true });
const odd = await startOddServer();
let failures = 0;
for (const [name, runtime] of Object.entries(runtimes)) {
  if (chosen.length && !chosen.includes(name)) continue;
  const failed = await runtime(clean, mock.url, odd.url).catch((error: unknown) => [String(error)]);
  if (odd.followed()) failed.push('a redirect was followed');
  failures += failed.length;
  process.stdout.write(`${failed.length ? '✗' : '✓'} ${name}\n${failed.map((line) => `    ${line}\n`).join('')}`);
}
await mock.close();
odd.close();
await rm(clean, { recursive: true });
process.exitCode = failures ? 1 : 0;
