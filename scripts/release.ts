import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { changelogSections } from './breaking/version.js';
import { type Check, command, packageCheck, repositoryChecks, script } from './release/checks.js';
import { readShipped } from './release/notices.js';
import { type Manifest, type Packed, pack } from './release/package-files.js';
import { record } from './release/record.js';
import { makeSbom } from './release/sbom.js';

const usage = `Usage: npm run release -- [--dry-run] [--skip-ci] | --record [--again]

Checks everything that a release needs, builds, and publishes with provenance, which works on a CI host only.

  --dry-run  check everything, and print what would be published
  --skip-ci  leave .ci/run out: it has just been run
  --record   after a release: keep its contract and types, for npm run breaking to compare with
  --again    record another contract under the same version, which was never published`;

const output = '.cache/release';

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'skip-ci': { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  if (values.record) return say(`Recorded ${record('.', values.again).join(', ')}: commit them.`);
  if (!values['dry-run'] && !process.env['ACTIONS_ID_TOKEN_REQUEST_URL'])
    throw new Error('Publishing with provenance takes a CI host that signs it. Here, add --dry-run.');

  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest & {
    version: string;
    repository?: unknown;
  };
  if (!values['dry-run'] && !manifest.repository)
    throw new Error('package.json names no repository, which provenance is checked against.');
  let passed = await check(repositoryChecks(manifest.version));
  if (!values['skip-ci']) passed = (await check([{ name: '.ci/run passes', run: () => command('.ci/run') }])) && passed;
  passed = (await check([{ name: 'the package builds', run: () => script('build') }])) && passed;
  const packed = await pack();
  passed = (await check([packageCheck(manifest, packed)])) && passed;
  if (!passed) return 1;

  const shipped = readShipped();
  mkdirSync(output, { recursive: true });
  writeFileSync(`${output}/sbom.cdx.json`, `${JSON.stringify(await makeSbom(shipped), null, 2)}\n`);
  const notes = changelogSections(readFileSync('CHANGELOG.md', 'utf8'))[0]?.text ?? '';
  writeFileSync(`${output}/notes.md`, `${notes}\n`);
  say(
    summary(
      packed,
      shipped.map(({ name, version, licence }) => `${name}@${version} (${licence})`),
      notes,
    ),
  );
  if (values['dry-run']) {
    if (!manifest.repository)
      say('Still needed to publish: `repository` in package.json, which provenance is checked against.');
    return say('Dry run: nothing was published.');
  }
  execFileSync('npm', ['publish', '--provenance', '--access', 'public', '--ignore-scripts'], { stdio: 'inherit' });
  return say(`Published ${packed.name}@${packed.version}. Next: npm run release -- --record, and commit.`);
}

/** Runs the checks one after the other, says how each went, and tells whether all passed. */
async function check(checks: readonly Check[]): Promise<boolean> {
  let passed = true;
  for (const { name, run } of checks) {
    const problems = await run();
    say(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${name}`);
    for (const problem of problems) say(`      ${problem}`);
    passed &&= problems.length === 0;
  }
  return passed;
}

function summary(
  { name, version, size, unpackedSize, integrity, files }: Packed,
  shipped: readonly string[],
  notes: string,
): string {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  return [
    '',
    `${name}@${version}, tag v${version}, dist-tag latest, public, with provenance`,
    `${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked, ${integrity}`,
    `Software of others inside: ${shipped.join(', ')}`,
    `Bill of materials: ${output}/sbom.cdx.json`,
    '',
    'Notes:',
    notes,
    '',
  ].join('\n');
}

function say(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}
