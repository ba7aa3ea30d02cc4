import { describe, expect, it } from 'vitest';
import { compareNames } from '../../scripts/breaking/compare.js';
import { versionProblems } from '../../scripts/breaking/version.js';
import { type Contract, readContract } from '../../src/contract/contract.js';
import { readSpec } from '../support/spec.js';

describe('a name that consumers use', () => {
  const contract = readContract(readSpec());
  const [operation] = contract.operations;
  const example = operation?.examples.find(({ testNumbers }) => testNumbers.length > 0);
  type Operation = Contract['operations'][number];
  const withResponses = (change: (response: Operation['responses'][number]) => object): Contract => ({
    ...contract,
    operations: contract.operations.map((one) => ({
      ...one,
      responses: one.responses.map((response) => ({ ...response, ...change(response) })),
    })),
  });

  it.each<[string, Contract]>([
    [
      `schema ${Object.keys(contract.document.components?.schemas ?? {})[0]}`,
      { ...contract, document: { ...contract.document, components: {} } },
    ],
    [`server ${contract.servers[0]?.name} (${contract.servers[0]?.url})`, { ...contract, servers: [] }],
    [`example ${operation?.id}.requests.${operation?.request?.examples[0]?.key}`, { ...contract, operations: [] }],
    [`example ${operation?.id}.responses.${example?.key}`, withResponses(() => ({ examples: [] }))],
    [
      `test number ${example?.testNumbers[0]} of ${operation?.id} (${example?.key}, status ${example?.status})`,
      withResponses(({ examples }) => ({ examples: examples.map((one) => ({ ...one, testNumbers: [] })) })),
    ],
    [
      `secret field ${operation?.id} ${operation?.responses.flatMap(({ secretPaths }) => secretPaths)[0]?.join('.')}`,
      withResponses(() => ({ secretPaths: [] })),
    ],
  ])('is major if it is removed, minor if it is added: %s', (name, smaller) => {
    expect(compareNames(contract, smaller)).toContainEqual({ impact: 'major', text: `${name}: removed` });
    expect(compareNames(smaller, contract)).toContainEqual({ impact: 'minor', text: `${name}: added` });
    expect(compareNames(contract, contract)).toEqual([]);
  });
});

describe('the rule for versions', () => {
  const changelog = (version: string, text = '- Something.') =>
    `# Changelog\n\n## ${version}\n\n${text}\n\n## 1.4.2\n\n- Before.\n`;
  const problems = (version: string, impact?: 'patch' | 'minor' | 'major', text = changelog(version)) =>
    versionProblems({ released: '1.4.2', impact, version, packageVersion: version, changelog: text });

  it.each([
    ['1.4.2', undefined],
    ['1.4.3', 'patch'],
    ['1.5.0', 'minor'],
    ['1.10.0', 'minor'],
    ['2.0.0', 'minor'],
  ] as const)('accepts %s after 1.4.2 and a change of impact %s', (version, impact) => {
    expect(problems(version, impact)).toEqual([]);
  });

  it.each([
    ['1.4.1', undefined, '1.4.2'],
    ['1.4.2', 'patch', '1.4.3'],
    ['1.4.3', 'minor', '1.5.0'],
    ['1.5.0', 'major', '2.0.0'],
  ] as const)('rejects %s after 1.4.2 and a change of impact %s: it must be %s', (version, impact, lowest) => {
    expect(problems(version, impact)[0]).toContain(`it must be ${lowest} or higher.`);
  });

  it.each(['1.0', 'v1.0.0', '1.0.0-rc.1', '01.0.0', ''])('has no answer for the version %j', (version) => {
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
    expect(problems('2.0.0', 'major', changelog('2.0.0', '### Breaking\n\n- `email` is gone.'))).toEqual([]);
  });
});
