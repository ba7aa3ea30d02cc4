/** What a difference asks of the version: nothing that a compiler or parser can see, an addition, or something that can break a consumer. */
export type Impact = 'patch' | 'minor' | 'major';

/** An impact, and the reason for it. */
export interface Rating {
  readonly impact: Impact;
  readonly why: string;
}

/** One difference between the released contract and this one, in words. */
export interface Difference extends Rating {
  /** The part of the contract. */
  readonly where: string;
  /** What is different there. */
  readonly what: string;
}

const order: readonly Impact[] = ['patch', 'minor', 'major'];

/** Above zero when `a` is graver than `b`, below zero when it is less so. */
export const graver = (a: { readonly impact: Impact }, b: { readonly impact: Impact }): number =>
  order.indexOf(a.impact) - order.indexOf(b.impact);

/** The lowest version that may follow `version` after a change of this impact; `version` itself when nothing changed. */
export function nextVersion(version: string, impact: Impact | undefined): string {
  const [major, minor, patch] = parse(version);
  if (impact === 'major') return `${major + 1}.0.0`;
  if (impact === 'minor') return `${major}.${minor + 1}.0`;
  return impact ? `${major}.${minor}.${patch + 1}` : version;
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

/**
 * What disagrees with the rule for the version, one sentence each; nothing when all is well.
 *
 * @throws {Error} when a version is not three numbers: pre-releases have no rule here.
 */
export function versionProblems({ released, impact, version, packageVersion, changelog }: VersionFacts): string[] {
  const problems: string[] = [];
  if (packageVersion !== version) problems.push(`package.json says ${packageVersion}, the spec ${version}.`);
  const lowest = nextVersion(released, impact);
  // Throws for what is no version: only versions have an order.
  parse(version);
  // As numbers, not as text: 1.10.0 is higher than 1.9.9.
  if (version.localeCompare(lowest, 'en', { numeric: true }) < 0)
    problems.push(
      `The spec says ${version}: after ${impact ? `a ${impact} change of ` : ''}${released} it must be ${lowest} or higher.`,
    );
  const [, text = ''] = changelog.split(/^## /m);
  const heading = text.split(/\s/, 1)[0];
  if (heading !== version)
    problems.push(
      `CHANGELOG.md must start with a section "## ${version}"; it starts with ${heading ? `"## ${heading}"` : 'none'}.`,
    );
  else if (!/^[-*] \S/m.test(text)) problems.push(`CHANGELOG.md lists nothing under "## ${version}".`);
  else if (impact === 'major' && !/^### Breaking\s+[-*] \S/m.test(text))
    problems.push(`CHANGELOG.md needs a list "### Breaking" under "## ${version}", since something breaks.`);
  return problems;
}

function parse(text: string): readonly [major: number, minor: number, patch: number] {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  if (!match) throw new Error(`${JSON.stringify(text)} is no version: three numbers with dots between them`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
