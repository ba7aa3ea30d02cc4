import { copyFile, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Document } from '../src/contract/openapi.js';
import { compare } from './breaking/compare.js';
import { compileConsumer } from './breaking/consumer.js';
import { graver, versionProblems } from './breaking/version.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const released = 'openapi/released/openapi.json';
const generated = 'generated/openapi.json';
const consumer = 'openapi/released/consumer.ts';

const usage = `Usage: npm run breaking -- [--base FILE] [--revision FILE] [--record]

Compares the contract with the last released one (${released}), and compiles the code of a consumer of that
release (${consumer}). Says for each difference whether it asks for a patch, a minor or a major version. Exit
code 1 when package.json, the spec's version or CHANGELOG.md do not say so too, 2 when nothing could be compared.
After a release, --record keeps the contract as the released one.`;

try {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: released },
      revision: { type: 'string', default: generated },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) process.stdout.write(`${usage}\n`);
  else if (values.record) await copyFile(resolve(root, values.revision), resolve(root, values.base));
  else process.exitCode = await breaking(values.base, values.revision);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

async function breaking(baseFile: string, revisionFile: string): Promise<number> {
  const [base, revision] = [await readJson<Document>(baseFile), await readJson<Document>(revisionFile)];
  const { version: packageVersion } = await readJson<{ version: string }>('package.json');
  const changelog = await readFile(resolve(root, 'CHANGELOG.md'), 'utf8');
  // The types are those of this checkout: another bundle has none to compile against.
  const code = revisionFile === generated ? compileConsumer(resolve(root, consumer), root) : [];
  const differences = [...code, ...(await compare(base, revision))];
  const impact = [...differences].sort(graver).at(-1)?.impact;
  const [{ version: from }, { version }] = [base.info, revision.info];
  process.stdout.write(`Compared with ${from} (${baseFile}): ${impact ?? 'no difference'}\n`);
  for (const { impact, where, what, why } of differences)
    process.stdout.write(`${impact.padEnd(5)}  ${where}: ${what}\n       ${why}\n`);
  const problems = versionProblems({ released: from, impact, version, packageVersion, changelog });
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length > 0 ? 1 : 0;
}

async function readJson<T>(file: string): Promise<T> {
  const text = await readFile(resolve(root, file), 'utf8');
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(`${file} is not JSON`);
  }
}
