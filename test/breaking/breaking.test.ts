import { describe, expect, it } from 'vitest';
import { compareNames } from '../../scripts/breaking/compare.js';
import { versionProblems } from '../../scripts/breaking/version.js';
import { readContract } from '../../src/contract/contract.js';
import { readSpec } from '../support/spec.js';

it('a removed name is a major difference, and a new one is minor', () => {
  const contract = readContract(readSpec());
  const { servers, operations, document } = contract;
  const [operation] = operations;
  const example = operation?.examples.find(({ testNumbers }) => testNumbers.length > 0);
  const empty = { ...contract, servers: [], operations: [], document: { ...document, components: {} } };
  for (const name of [
    `schema ${Object.keys(document.components?.schemas ?? {})[0]}`,
    `server ${servers[0]?.name} (${servers[0]?.url})`,
    `example ${operation?.id}.requests.${operation?.request?.examples[0]?.key}`,
    `example ${operation?.id}.responses.${example?.key}`,
    `test number ${example?.testNumbers[0]} of ${operation?.id} (${example?.key}, status ${example?.status})`,
    `secret field ${operation?.id} ${operation?.request?.secretPaths[0]?.join('.')}`,
  ]) {
    expect(compareNames(contract, empty)).toContainEqual({ impact: 'major', text: `${name}: removed` });
    expect(compareNames(empty, contract)).toContainEqual({ impact: 'minor', text: `${name}: added` });
  }
  expect(compareNames(contract, contract)).toEqual([]);
});

describe('the rule for versions', () => {
  const changelog = (version: string, text = '- Something.') =>
    `# Changelog\n\n## ${version}\n\n${text}\n\n## 1.4.2\n\n- Before.\n`;
  const problems = (version: string, impact?: 'patch' | 'minor' | 'major', text = changelog(version)) =>
    versionProblems({ released: '1.4.2', impact, version, packageVersion: version, changelog: text });

  it.each([
    ['1.4.1', undefined, '1.4.2'],
    ['1.4.2', 'patch', '1.4.3'],
    ['1.4.3', 'minor', '1.5.0'],
    ['1.5.0', 'major', '2.0.0'],
  ] as const)('rejects %s after 1.4.2 and a change of impact %s, and accepts %s', (version, impact, lowest) => {
    expect(problems(version, impact)[0]).toContain(`it must be ${lowest} or higher.`);
    const text = changelog(lowest, '### Breaking\n\n- `email` is removed.');
    for (const accepted of [lowest, '2.10.0']) {
      expect(problems(accepted, impact, text.replaceAll(lowest, accepted))).toEqual([]);
    }
  });

  it.each(['1.0', 'v1.0.0', '1.0.0-rc.1', ''])('accepts no version such as %j', (version) => {
    expect(() => problems(version)).toThrow('is not a version of three numbers');
  });

  it('rejects another version in package.json', () => {
    const facts = { released: '1.4.2', impact: undefined, version: '1.4.2', changelog: changelog('1.4.2') };
    expect(versionProblems({ ...facts, packageVersion: '1.4.3' })).toHaveLength(1);
  });

  it.each([
    ['starts with another version', '1.4.3', 'patch', changelog('1.4.4')],
    ['lists nothing', '1.4.3', 'patch', changelog('1.4.3', '')],
    ['is empty', '1.4.3', 'patch', '# Changelog\n'],
    ['does not list what breaks', '2.0.0', 'major', changelog('2.0.0')],
  ] as const)('rejects a changelog that %s', (_, version, impact, text) => {
    expect(problems(version, impact, text)).toEqual([expect.stringContaining('CHANGELOG.md')]);
  });
});
