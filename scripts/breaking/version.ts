export type Impact = 'patch' | 'minor' | 'major';

/** A difference between the released contract and this one. */
export interface Difference {
  readonly impact: Impact;
  readonly text: string;
}

/** Returns the highest impact, or `undefined` if there is no difference. */
export const highestImpact = (differences: readonly Difference[]): Impact | undefined =>
  (['major', 'minor', 'patch'] as const).find((impact) => differences.some((one) => one.impact === impact));

/**
 * Returns what violates the rule for versions, one sentence each.
 *
 * @throws {Error} if a version is not three numbers: there is no rule for pre-releases.
 */
export function versionProblems(facts: {
  readonly released: string;
  readonly impact: Impact | undefined;
  /** `info.version` of the spec. */
  readonly version: string;
  readonly packageVersion: string;
  readonly changelog: string;
}): string[] {
  const { released, impact, version, packageVersion, changelog } = facts;
  for (const one of [released, version])
    if (!/^\d+\.\d+\.\d+$/.test(one)) throw new Error(`${JSON.stringify(one)} is not a version of three numbers`);
  const [major = 0, minor = 0, patch = 0] = released.split('.').map(Number);
  const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] };
  const lowest = impact ? next[impact].join('.') : released;
  const [, section = ''] = changelog.split(/^## /m);
  const change = impact ? ` and a ${impact} change` : '';
  const rules: [isKept: boolean, problem: string][] = [
    [packageVersion === version, `package.json has version ${packageVersion}, the spec ${version}.`],
    [
      version.localeCompare(lowest, 'en', { numeric: true }) >= 0,
      `The spec has version ${version}. After ${released}${change} it must be ${lowest} or higher.`,
    ],
    [
      section.split(/\s/, 1)[0] === version && /^[-*] \S/m.test(section),
      `CHANGELOG.md must start with a section "## ${version}" that lists the changes.`,
    ],
    [
      impact !== 'major' || /^### Breaking\s+[-*] \S/m.test(section),
      `CHANGELOG.md needs a list "### Breaking" below "## ${version}".`,
    ],
  ];
  return rules.flatMap(([isKept, problem]) => (isKept ? [] : [problem]));
}
