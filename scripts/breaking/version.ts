import type { Impact } from './difference.js';

type Version = readonly [major: number, minor: number, patch: number];

/**
 * Reads a version such as `1.4.0`.
 *
 * @throws {Error} when it is anything else: pre-releases have no rule here.
 */
export function parseVersion(text: string): Version {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  if (!match) throw new Error(`${JSON.stringify(text)} is no version: three numbers with dots between them`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Below zero when `a` is the lower version, above zero when `b` is. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [parseVersion(a), parseVersion(b)];
  return first.map((number, i) => number - (second[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The lowest version that may follow `version` after a change of this impact. */
export function nextVersion(version: string, impact: Impact): string {
  const [major, minor, patch] = parseVersion(version);
  if (impact === 'major') return `${major + 1}.0.0`;
  return impact === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** What the rule for the version needs to see. */
export interface VersionFacts {
  /** The version of the released contract. */
  readonly released: string;
  /** The gravest impact of all differences; `undefined` when there are none. */
  readonly impact: Impact | undefined;
  /** `info.version` of the contract now. */
  readonly version: string;
  /** `version` in package.json. */
  readonly packageVersion: string;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

/** What disagrees with the rule for the version, one sentence each; nothing when all is well. */
export function versionProblems({ released, impact, version, packageVersion, changelog }: VersionFacts): string[] {
  const problems: string[] = [];
  if (packageVersion !== version) problems.push(`package.json says ${packageVersion}, the spec ${version}.`);
  const lowest = impact ? nextVersion(released, impact) : released;
  if (compareVersions(version, lowest) < 0)
    problems.push(
      impact
        ? `The spec says ${version}: after a ${impact} change of ${released} it must be ${lowest} or higher.`
        : `The spec says ${version}, which is lower than the released ${released}.`,
    );
  return [...problems, ...changelogProblems(changelog, version, impact)];
}

/** Checks that the topmost section of the changelog is that of `version`, says something, and names what breaks. */
export function changelogProblems(changelog: string, version: string, impact?: Impact): string[] {
  const [top] = changelogSections(changelog);
  if (top?.version !== version)
    return [
      `CHANGELOG.md must start with a section "## ${version}"; it starts with ${top ? `"## ${top.version}"` : 'none'}.`,
    ];
  if (!/^[-*] \S/m.test(top.text)) return [`CHANGELOG.md lists nothing under "## ${version}".`];
  if (impact === 'major' && !/^### Breaking\s+[-*] \S/m.test(top.text))
    return [`CHANGELOG.md needs a list "### Breaking" under "## ${version}", since something breaks.`];
  return [];
}

/** The sections of a changelog, the newest first. */
export function changelogSections(changelog: string): { version: string; text: string }[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { version: heading.trim().split(/\s/)[0] ?? '', text: lines.join('\n').trim() };
    });
}
