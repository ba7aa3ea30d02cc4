import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Software of others that is part of the package's files, since nothing is installed with it. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** In which file of the package, and what of it. */
  readonly where: string;
  readonly text: string;
}

const places: Readonly<Record<string, string>> = {
  ajv: 'dist/schemas and dist/mock: helpers in the compiled validators',
  'ajv-formats': 'dist/schemas and dist/mock: patterns in the compiled validators',
  '@redocly/cli': 'dist/docs/index.html: Redoc, which shows the docs',
};

const { resolve } = createRequire(import.meta.url);

/** The software of others that ships, with its licence. */
export function readShipped(): Shipped[] {
  return Object.entries(places).map(([name, where]) => {
    const folder = dirname(resolve(`${name}/package.json`));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
    };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file`);
    const text = readFileSync(join(folder, file), 'utf8').trim();
    return { name, version: manifest.version, licence: manifest.license, where, text };
  });
}

/** The text of the notices that ship with the package: each licence, and what Redoc's own authors say of the parts of Redoc. */
export function writeNotices(shipped: readonly Shipped[]): string {
  const folder = dirname(resolve('@redocly/cli/package.json'));
  const rule = '='.repeat(80);
  return [
    'Software of others in this package, each under its own licence.',
    ...shipped.map(({ name, version, licence, where, text }) =>
      [rule, `${name}@${version} (${licence})`, where, '', text].join('\n'),
    ),
    [rule, 'Notices in the source of Redoc', '', ...banners(redocSource(folder))].join('\n'),
    [rule, readFileSync(join(folder, 'THIRD_PARTY_NOTICES'), 'utf8').trim()].join('\n'),
    '',
  ].join('\n\n');
}

/** The comments of a script that speak of licence or copyright, each once. */
export function banners(source: string): string[] {
  const comments = source.match(/\/\*[\s\S]*?\*\//g) ?? [];
  return [
    ...new Set(comments.filter((text) => text.length < 5000 && /@licen[cs]e|copyright|licen[cs]ed? under/i.test(text))),
  ];
}

function redocSource(folder: string): string {
  const chunks = join(folder, 'lib/chunks');
  const name = readdirSync(chunks).find((entry) => entry.startsWith('redoc') && entry.endsWith('.js'));
  if (!name) throw new Error('@redocly/cli has no script of Redoc');
  return readFileSync(join(chunks, name), 'utf8');
}

/**
 * The packages whose source is in the built modules, by their source maps, other than those that the notices name.
 * None should be: the client brings nothing along.
 */
export function unnamedPackages(dist: string, shipped: readonly Shipped[]): string[] {
  const maps = readdirSync(dist).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(dist, name), 'utf8')) as { sources: string[] }).sources,
  );
  const packages = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return [...new Set(packages)].filter((name) => !shipped.some((one) => one.name === name)).sort();
}
