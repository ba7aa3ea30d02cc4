import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Shipped } from './notices.js';

/** The parts of a CycloneDX document that are read here. */
export interface Sbom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { 'bom-ref': string; name: string; version: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  licenses: { license: { id: string } }[];
}

/**
 * The software bill of materials of the package, in CycloneDX: what `npm sbom` says that it installs, and what is part of its own
 * files, which npm cannot know.
 */
export async function makeSbom(shipped: readonly Shipped[]): Promise<Sbom> {
  const args = [
    'sbom',
    '--package-lock-only',
    '--omit=dev',
    '--omit=peer',
    '--sbom-format=cyclonedx',
    '--sbom-type=library',
  ];
  const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: 1 << 28 });
  const sbom = JSON.parse(stdout) as Sbom;
  const { component } = sbom.metadata;
  // npm calls the package by the name of its folder.
  const name = component['bom-ref'].replace(/@[^@]*$/, '');
  const refs = shipped.map((one) => `${one.name}@${one.version}`);
  const components = shipped.map(
    (one): Component => ({
      'bom-ref': `${one.name}@${one.version}`,
      type: 'library',
      name: one.name,
      version: one.version,
      purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
      licenses: [{ license: { id: one.licence } }],
    }),
  );
  const dependencies = sbom.dependencies.map(({ ref, dependsOn }) =>
    ref === component['bom-ref'] ? { ref, dependsOn: [...dependsOn, ...refs] } : { ref, dependsOn },
  );
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...component, name } },
    components: [...sbom.components, ...components],
    dependencies: [...dependencies, ...refs.map((ref) => ({ ref, dependsOn: [] }))],
  };
}
