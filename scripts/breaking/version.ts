export type Impact = 'patch' | 'minor' | 'major';

/** One difference between the released contract and this one. */
export interface Difference {
  readonly impact: Impact;
  readonly text: string;
}

/** Returns the highest impact; `undefined` if there is no difference. */
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
  const problems: string[] = [];
  if (packageVersion !== version) problems.push(`package.json has version ${packageVersion}, the spec ${version}.`);
  const [major, minor, patch] = numbers(released);
  const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] };
  const lowest = impact ? next[impact] : [major, minor, patch];
  const changed = numbers(version).map((number, index) => number - (lowest[index] ?? 0));
  if ((changed.find((difference) => difference !== 0) ?? 0) < 0)
    problems.push(
      `The spec has version ${version}. After ${released}${impact ? ` and a ${impact} change` : ''} it must be ${lowest.join('.')} or higher.`,
    );
  const [, section = ''] = changelog.split(/^## /m);
  if (section.split(/\s/, 1)[0] !== version) problems.push(`CHANGELOG.md must start with a section "## ${version}".`);
  else if (!/^[-*] \S/m.test(section)) problems.push(`CHANGELOG.md lists nothing under "## ${version}".`);
  else if (impact === 'major' && !/^### Breaking\s+[-*] \S/m.test(section))
    problems.push(`CHANGELOG.md needs a list "### Breaking" under "## ${version}".`);
  return problems;
}

function numbers(version: string): readonly [major: number, minor: number, patch: number] {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version);
  if (!match) throw new Error(`${JSON.stringify(version)} is not a version of three numbers`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
