import { isDeepStrictEqual } from 'node:util';
import {
  type Body,
  type Document,
  type Example,
  type OperationObject,
  type Reference,
  resolve,
} from '../generate/openapi.js';
import type { Difference } from './difference.js';

interface NamedExample {
  readonly status: number | undefined;
  readonly example: Example;
}

/**
 * The differences between the named examples of two bundles, and between their test numbers.
 *
 * Redocly compares neither values nor extensions of examples, and rates a lost one as a patch; here they are exports of the package.
 */
export function compareExamples(base: Document, revision: Document): Difference[] {
  // An operation that comes or goes is a difference of its own, which covers its examples.
  const [old, now] = [base, revision].map((document) => operations(document).map(({ operationId }) => operationId));
  const shared = old?.filter((id) => now?.includes(id)) ?? [];
  const [before, after] = [readExamples(base, shared), readExamples(revision, shared)];
  const differences: Difference[] = [];
  for (const [name, now] of after) {
    const was = before.get(name);
    const where = `example ${name}`;
    if (!was) differences.push({ impact: 'minor', where, what: 'is new', why: 'an addition' });
    else if (!isDeepStrictEqual(text(was.example), text(now.example)) || was.status !== now.status)
      differences.push({ impact: 'patch', where, what: 'changed', why: 'no type and no check changes' });
  }
  for (const name of before.keys()) {
    if (!after.has(name))
      differences.push({
        impact: 'major',
        where: `example ${name}`,
        what: 'is gone',
        why: 'code that names it no longer compiles',
      });
  }
  return [...differences, ...compareTestNumbers(before, after)];
}

function compareTestNumbers(before: Examples, after: Examples): Difference[] {
  const [were, are] = [testNumbers(before), testNumbers(after)];
  const differences: Difference[] = [];
  for (const [number, outcome] of were) {
    const now = are.get(number);
    const where = `test number ${number}`;
    if (now === undefined)
      differences.push({
        impact: 'major',
        where,
        what: `no longer brings ${outcome}`,
        why: 'tests of consumers rely on it',
      });
    else if (now !== outcome)
      differences.push({
        impact: 'major',
        where,
        what: `brought ${outcome} and brings ${now}`,
        why: 'tests of consumers rely on it',
      });
  }
  for (const [number, outcome] of are) {
    if (!were.has(number))
      differences.push({
        impact: 'minor',
        where: `test number ${number}`,
        what: `brings ${outcome}`,
        why: 'an addition',
      });
  }
  return differences;
}

type Examples = ReadonlyMap<string, NamedExample>;

/** What people and the mock's callers read of an example; its test numbers are compared on their own. */
const text = ({ 'x-test-numbers': _numbers, ...rest }: Example) => rest;

/** The examples by the names that the package gives them, such as "login.responses.wrongPassword". */
function readExamples(document: Document, ids: readonly (string | undefined)[]): Examples {
  const all = new Map<string, NamedExample>();
  const add = (prefix: string, holder: Body | Reference | undefined, status?: number) => {
    if (!holder) return;
    for (const { examples = {} } of Object.values(resolve<Body>(document, holder).content ?? {})) {
      for (const [key, entry] of Object.entries(examples)) {
        const example = resolve<Example>(document, entry);
        all.set(`${prefix}.${key}`, { example, status: example['x-status'] ?? status });
      }
    }
  };
  for (const operation of operations(document)) {
    if (!ids.includes(operation.operationId)) continue;
    add(`${operation.operationId}.requests`, operation.requestBody);
    for (const [status, response] of Object.entries(operation.responses ?? {}))
      add(`${operation.operationId}.responses`, response, Number(status));
  }
  return all;
}

const operations = (document: Document): OperationObject[] =>
  Object.values(document.paths).flatMap((item) => Object.values(item) as OperationObject[]);

/** Each test number of each operation, with the example and status that it brings. */
function testNumbers(examples: Examples): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [name, { example, status }] of examples) {
    const [operation = ''] = name.split('.');
    for (const number of example['x-test-numbers'] ?? [])
      numbers.set(`${number} of ${operation}`, `${name.split('.').pop()} with status ${status}`);
  }
  return numbers;
}
