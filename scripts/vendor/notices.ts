import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ships of packages that are not bundled as a whole. */
const parts: Readonly<Record<string, string>> = {
  'node_modules/ajv': 'helpers in the compiled validators',
  'node_modules/ajv-formats': 'patterns in the compiled validators',
};

/**
 * The licences of the software of others that ships with this package.
 *
 * @param files those that went into its bundles, as paths from the project's root with slashes.
 */
export function notices(root: string, files: readonly string[]): string {
  const bundled = files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const entries = [...new Set([...bundled, ...Object.keys(parts)])].map((folder) => {
    const where = [
      ...(bundled.includes(folder) ? ['part of dist/vendor'] : []),
      ...(parts[folder] ? [parts[folder]] : []),
    ];
    return notice(join(root, folder), where.join(', '));
  });
  const rule = '='.repeat(80);
  return ['Software of others in this package, each under its own licence.', ...entries.sort()].join(`\n\n${rule}\n`);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

function notice(folder: string, where: string): string {
  const { name, version, license }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|third_party_notices)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const readme = () => readFileSync(join(folder, 'README.md'), 'utf8');
  const own =
    texts.length > 0
      ? texts
      : [/^[# ]*licen[cs]e\b.*\n[\s\S]*/im.exec(readme())?.[0].trim() ?? 'It brings no text of it.'];
  return [`${name}@${version} (${license}): ${where}`, ...own].join('\n\n');
}
