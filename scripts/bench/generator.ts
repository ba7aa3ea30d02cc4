import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import document from '../../generated/openapi.json' with { type: 'json' };
import { compare, figure, type Row } from './measure.js';
import { programOf, root, titleOf } from './packages.js';

/** Time of all that `npm run generate` makes from specs of so many operations, next to openapi-typescript alone. */
export async function benchGenerator(rounds: number, sizes: readonly number[]): Promise<Row[]> {
  const typescript = [await programOf('openapi-typescript'), 'openapi.yaml', '-o', 'types.ts'];
  const peers = [`${await titleOf('openapi-typescript')} alone`];
  const generate = ['--import', 'tsx', 'scripts/generate.ts'];
  const rows: Row[] = [];
  const folder = join(root, '.cache/bench/generator');
  const spec = join(folder, 'openapi.yaml');
  await mkdir(folder, { recursive: true });
  for (const size of sizes) {
    await writeFile(spec, stringify(enlarged(size), { aliasDuplicateObjects: false }));
    const laps: [ours: number[], theirs: number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      await rm(join(folder, 'generated'), { recursive: true, force: true });
      laps[0].push(await seconds([...generate, '--spec', spec, '--out', join(folder, 'generated')], root));
      laps[1].push(await seconds([...typescript, '--default-non-nullable=false'], folder));
    }
    const what = `generator: ${size.toLocaleString('en-US')} operations`;
    rows.push(...compare(what, laps, peers, (time) => `${figure(time)} s`));
  }
  return rows;
}

async function seconds(args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 1 << 26 });
  return (performance.now() - started) / 1000;
}

/** The contract with so many operations: the first of them under other names, each with the schemas and answers that bear its name. */
function enlarged(size: number): object {
  const { paths, components, ...rest } = document;
  const [[path, item] = ['', {}]] = Object.entries(paths);
  const own = (parts: object) => Object.entries(parts).filter(([name]) => name.includes('Login'));
  const text = JSON.stringify([[[path, item]], own(components.schemas), own(components.responses)]);
  const copies = Array.from({ length: size }, (_, index): [string, unknown][][] => {
    const copy = text
      .replaceAll(/"operationId":"(\w+)"/g, `"operationId":"$1${index}"`)
      .replaceAll(/(#\/components\/(schemas|responses)\/\w*Login\w*)"/g, `$1${index}"`);
    const kinds = JSON.parse(copy) as [string, unknown][][];
    return kinds.map((parts) => parts.map(([name, part]) => [`${name}${index}`, part]));
  }).slice(Object.keys(paths).length);
  const all = (kind: number) => Object.fromEntries(copies.flatMap((kinds) => kinds[kind] ?? []));
  const [schemas, responses] = [
    { ...components.schemas, ...all(1) },
    { ...components.responses, ...all(2) },
  ];
  return { ...rest, paths: { ...paths, ...all(0) }, components: { ...components, schemas, responses } };
}
