import type { Contract } from '../../src/contract/contract.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import type { Difference } from './version.js';

/** Each name that consumers write, with what it stands for. */
type Names = ReadonlyMap<string, { readonly value?: string; readonly ifChanged?: 'patch' | 'major' }>;

/**
 * The differences between the names of two contracts: schemas and servers, examples and test numbers.
 *
 * To Redocly they are words for people. In this package they are types, constants, and what tests of consumers rely on.
 */
export function compareNames(base: Contract, revision: Contract): Difference[] {
  // An operation that comes or goes is a difference of its own, which covers its examples and test numbers.
  const ids = ({ operations }: Contract) => operations.map(({ id }) => id);
  const shared = ids(base).filter((id) => ids(revision).includes(id));
  const [before, after] = [readNames(base, shared), readNames(revision, shared)];
  const differences: Difference[] = [];
  for (const [where, { value, ifChanged = 'patch' }] of before) {
    const now = after.get(where);
    if (!now) differences.push({ impact: 'major', where, what: 'is gone', why: 'code or tests that name it break' });
    else if (now.value !== value)
      differences.push({
        impact: ifChanged,
        where,
        what: ifChanged === 'major' ? `was ${value} and is ${now.value}` : 'changed',
        why: ifChanged === 'major' ? 'code or tests rely on it' : 'no type and no check changes',
      });
  }
  for (const where of after.keys())
    if (!before.has(where)) differences.push({ impact: 'minor', where, what: 'is new', why: 'an addition' });
  return differences;
}

function readNames(contract: Contract, ids: readonly string[]): Names {
  const names = new Map<string, { value?: string; ifChanged?: 'patch' | 'major' }>();
  for (const name of Object.keys(contract.document.components?.schemas ?? {})) names.set(`schema ${name}`, {});
  for (const { name, url } of contract.servers) names.set(`server ${name}`, { value: url, ifChanged: 'major' });
  for (const { id, request, responses } of contract.operations.filter(({ id }) => ids.includes(id))) {
    for (const { key, ...text } of request?.examples ?? [])
      names.set(`example ${id}.requests.${key}`, { value: JSON.stringify(text) });
    for (const { key, testNumbers: _, ...text } of responses.flatMap(({ examples }) => examples))
      names.set(`example ${id}.responses.${key}`, { value: JSON.stringify(text) });
  }
  for (const { number, status, example, operations } of testNumbers(contract))
    for (const id of operations.filter((one) => ids.includes(one)))
      names.set(`test number ${number} of ${id}`, { value: `${example} with status ${status}`, ifChanged: 'major' });
  return names;
}
