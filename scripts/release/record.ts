import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const bundle = 'generated/openapi.json';
const types = 'test/types';
const released = 'openapi/released';

/**
 * Keeps the contract and the code that uses its types as those of the last release, for `npm run breaking` to compare with.
 *
 * A released version never changes: to record another contract under the same version takes `again`, for a version that was never
 * published.
 *
 * @returns the files that are kept.
 */
export function record(root: string, again: boolean): string[] {
  const [from, to] = [join(root, bundle), join(root, released, basename(bundle))];
  const version = (file: string) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { info: { version: string } }).info.version;
  if (
    existsSync(to) &&
    !again &&
    version(from) === version(to) &&
    readFileSync(from, 'utf8') !== readFileSync(to, 'utf8')
  )
    throw new Error(`${version(to)} is recorded with another contract. If it was never published, add --again.`);
  rmSync(join(root, released), { recursive: true, force: true });
  mkdirSync(join(root, released), { recursive: true });
  // The folder is as deep as the other, so that relative imports lead to the same place.
  const code = readdirSync(join(root, types)).filter((name) => name.endsWith('.ts'));
  copyFileSync(from, to);
  for (const name of code) copyFileSync(join(root, types, name), join(root, released, name));
  return [basename(bundle), ...code].map((name) => `${released}/${name}`);
}
