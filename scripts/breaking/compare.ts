import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../generate/openapi.js';
import { byImpact, type Difference } from './difference.js';
import { compareExamples } from './examples.js';
import { rate } from './rate.js';
import { type Change, redoclyDiff } from './redocly-diff.js';
import { readUses, union } from './uses.js';
import { whatOf, whereOf } from './words.js';

/**
 * The differences between two bundles, the gravest first.
 *
 * @throws {Error} when one of them is no OpenAPI document that Redocly can read.
 */
export async function compare(base: Document, revision: Document): Promise<Difference[]> {
  const changes = await redoclyDiff(base, revision);
  const [usesBefore, usesAfter] = [readUses(base), readUses(revision)];
  const rated = changes.filter(isComparedHere).map((change) => {
    const uses = union(usesBefore(change.base?.pointer ?? ''), usesAfter(change.revision?.pointer ?? ''));
    return { where: whereOf(change, uses), what: whatOf(change), ...rate(change, uses) };
  });
  const differences = [...rated, ...compareSchemaNames(base, revision), ...compareExamples(base, revision)];
  if (differences.length === 0 && !isDeepStrictEqual(strip(base), strip(revision)))
    differences.push({
      impact: 'patch',
      where: 'the contract',
      what: 'order or layout changed',
      why: 'no type and no check changes',
    });
  return differences.sort(byImpact);
}

/** Examples and the names of schemas have comparisons of their own, and the version is what the comparison is for. */
const isComparedHere = ({ typeName, path, property }: Change): boolean =>
  !typeName.startsWith('Example') &&
  !/^#\/components\/schemas(\/[^/]+)?$/.test(path) &&
  !(typeName === 'Info' && property === 'version') &&
  property !== 'x-generated';

/** Each schema is exported as a type of its name: to rename one, all references too, breaks an import. */
function compareSchemaNames(base: Document, revision: Document): Difference[] {
  const [before, after] = [base, revision].map((one) => Object.keys(one.components?.schemas ?? {}));
  const gone = before?.filter((name) => !after?.includes(name)) ?? [];
  const fresh = after?.filter((name) => !before?.includes(name)) ?? [];
  return [
    ...gone.map((name) => ({
      impact: 'major' as const,
      where: `schema \`${name}\``,
      what: 'is gone',
      why: 'code that imports the type no longer compiles',
    })),
    ...fresh.map((name) => ({
      impact: 'minor' as const,
      where: `schema \`${name}\``,
      what: 'is new',
      why: 'an addition',
    })),
  ];
}

function strip(document: Document): unknown {
  return { ...document, 'x-generated': undefined, info: { ...document.info, version: undefined } };
}
