import { describe, expect, it } from 'vitest';
import { nextVersion, versionProblems } from '../../scripts/breaking/version.js';

const changelog = (version: string, text = '- Something.') =>
  `# Changelog\n\n## ${version}\n\n${text}\n\n## 1.4.2\n\n- Before.\n`;

const problems = (version: string, impact: 'patch' | 'minor' | 'major' | undefined, text = changelog(version)) =>
  versionProblems({ released: '1.4.2', impact, version, packageVersion: version, changelog: text });

describe('the rule for the version', () => {
  it('compares numbers, not text', () => {
    const facts = { released: '1.9.9', impact: 'minor', packageVersion: '1.10.0', version: '1.10.0' } as const;
    expect(versionProblems({ ...facts, changelog: changelog('1.10.0') })).toEqual([]);
  });

  it.each(['1.0', 'v1.0.0', '1.0.0-rc.1', '01.0.0', ''])('refuses %j as a version', (text) => {
    expect(() => nextVersion(text, 'patch')).toThrow('is no version');
  });

  it('is content with the released version when nothing changed', () => {
    expect(problems('1.4.2', undefined)).toEqual([]);
  });

  it.each([
    ['patch', '1.4.3'],
    ['minor', '1.5.0'],
    ['minor', '1.6.0'],
    ['minor', '2.0.0'],
  ] as const)('is content with a %s change in %s', (impact, version) => {
    expect(problems(version, impact)).toEqual([]);
  });

  it.each([
    ['patch', '1.4.2', '1.4.3'],
    ['minor', '1.4.3', '1.5.0'],
    ['major', '1.5.0', '2.0.0'],
  ] as const)('does not let a %s change pass as %s', (impact, version, lowest) => {
    expect(problems(version, impact)).toContain(
      `The spec says ${version}: after a ${impact} change of 1.4.2 it must be ${lowest} or higher.`,
    );
  });

  it('does not let the version go back', () => {
    expect(problems('1.4.1', undefined)).toEqual(['The spec says 1.4.1: after 1.4.2 it must be 1.4.2 or higher.']);
  });

  it('wants package.json to say the same', () => {
    const facts = { released: '1.4.2', impact: 'patch', version: '1.4.3', changelog: changelog('1.4.3') } as const;
    expect(versionProblems({ ...facts, packageVersion: '1.4.2' })).toEqual([
      'package.json says 1.4.2, the spec 1.4.3.',
    ]);
  });

  it('wants the changelog to start with the version and to say something', () => {
    expect(problems('1.4.3', 'patch', changelog('1.4.4'))).toEqual([
      'CHANGELOG.md must start with a section "## 1.4.3"; it starts with "## 1.4.4".',
    ]);
    expect(problems('1.4.3', 'patch', changelog('1.4.3', ''))).toEqual([
      'CHANGELOG.md lists nothing under "## 1.4.3".',
    ]);
    expect(problems('1.4.3', 'patch', '# Changelog\n')).toHaveLength(1);
  });

  it('wants the changelog to name what breaks', () => {
    expect(problems('2.0.0', 'major')).toEqual([
      'CHANGELOG.md needs a list "### Breaking" under "## 2.0.0", since something breaks.',
    ]);
    expect(problems('2.0.0', 'major', changelog('2.0.0', '### Breaking\n\n- `email` is gone.'))).toEqual([]);
  });
});
