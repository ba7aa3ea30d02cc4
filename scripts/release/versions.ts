import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Each place that states the version of the contract, with what it says. `info.version` of the spec is the source. */
export function readVersions(): Map<string, string> {
  const text = (file: string) => readFileSync(file, 'utf8');
  const json = (file: string) => JSON.parse(text(file));
  const lock = json('package-lock.json') as { version: string; packages: Record<string, { version: string }> };
  return new Map<string, string>([
    ['openapi/openapi.yaml', (parse(text('openapi/openapi.yaml')) as Spec).info.version],
    ['generated/openapi.yaml', (parse(text('generated/openapi.yaml')) as Spec).info.version],
    ['generated/openapi.json', (json('generated/openapi.json') as Spec).info.version],
    ['generated/client.ts', /contractVersion = '(.*)'/.exec(text('generated/client.ts'))?.[1] ?? ''],
    ['package.json', (json('package.json') as { version: string }).version],
    ['package-lock.json', lock.version],
    ['package-lock.json, packages', lock.packages['']?.version ?? ''],
  ]);
}

interface Spec {
  info: { version: string };
}

/** The places that say something else than the spec. */
export function versionsThatDiffer(versions: ReadonlyMap<string, string>): string[] {
  const [source] = versions.values();
  return [...versions]
    .filter(([, version]) => version !== source)
    .map(([place, version]) => `${place} says ${version || 'nothing'}, the spec ${source}`);
}
