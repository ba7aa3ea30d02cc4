import { isDeepStrictEqual } from 'node:util';
import { readContract } from '../../src/contract/contract.js';
import { type Document, decodePart } from '../../src/contract/openapi.js';
import { compareNames } from './names.js';
import { type Change, redoclyDiff, type Side } from './redocly-diff.js';
import { type Difference, graver, type Rating } from './version.js';

const unseen: Rating = { impact: 'patch', why: 'no type and no check changes' };
const addition: Rating = { impact: 'minor', why: 'an addition' };
const moreAllowed: Rating = { impact: 'minor', why: 'a request may say more, or less, than before' };
const refused: Rating = {
  impact: 'major',
  why: 'code may rely on what is gone, and answers that passed are now refused',
};
const unexpected: Rating = { impact: 'major', why: 'an answer may hold what no consumer expects' };

/**
 * The differences between two bundles, the gravest first.
 *
 * Redocly judges whether both ends of the wire still understand each other: whether requests are narrower, or answers wider. A change
 * that it would mind the other way round widens a request, which is an addition, or narrows an answer, which types and validators of
 * consumers trip over.
 *
 * @throws {Error} when one of them is no OpenAPI document that can be read.
 */
export async function compare(base: Document, revision: Document): Promise<Difference[]> {
  const { there, back } = await redoclyDiff(base, revision);
  const undone = new Map(back.map((change) => [placeOf(change.revision, change.base, change), change]));
  const differences: Difference[] = there
    .filter((change) => !comparedByName(change))
    .map((change) => ({
      ...wordsFor(change),
      ...rate(change, undone.get(placeOf(change.base, change.revision, change))),
    }));
  differences.push(...compareNames(readContract(base), readContract(revision)));
  if (differences.length === 0 && !isDeepStrictEqual(withoutVersion(base), withoutVersion(revision)))
    differences.push({ where: 'the contract', what: 'something that no rule looks at changed', ...unseen });
  return differences.sort((a, b) => graver(b, a) || a.where.localeCompare(b.where));
}

const placeOf = (from: Side | undefined, to: Side | undefined, { property }: Change): string =>
  JSON.stringify([from?.pointer, to?.pointer, property]);

/** Names of schemas, servers and examples have a comparison of their own, and the version is what the comparison is for. */
const comparedByName = ({ typeName, path, property }: Change): boolean =>
  ['Example', 'ExamplesMap', 'Server'].includes(typeName) ||
  /^#\/components\/schemas(\/[^/]+)?$/.test(path) ||
  (typeName === 'Info' && property === 'version') ||
  property === 'x-generated';

function rate(change: Change, undone: Change | undefined): Rating {
  const own = rateOfOwn(change);
  if (own) return own;
  const [verdict] = change.verdicts;
  if (change.impact === 'major') return { impact: 'major', why: verdict?.message ?? 'Redocly rates it so' };
  if (!undone)
    return { impact: 'major', why: 'it cannot be told what it was before: a list changed in more than one place' };
  const rule = undone.impact === 'major' ? undone.verdicts[0]?.ruleId : undefined;
  if (rule && ofAnswer(change) && /^(enum|required|schema)-/.test(rule)) return refused;
  if (change.kind === 'added') return addition;
  return rule ? moreAllowed : unseen;
}

/** Whether the service sends it. What both sides send and one of them minds is `major` before this is asked. */
const ofAnswer = ({ path }: Change): boolean => /^#\/paths\/[^/]+\/[^/]+\/responses\//.test(path);

/** Rates what breaks the types, the validators or the secrecy of a field, and nothing on the wire: Redocly has no rule for it. */
function rateOfOwn(change: Change): Rating | undefined {
  const { typeName, kind, property, base, revision } = change;
  const [before, after] = [base?.value, revision?.value];
  if (
    typeName === 'Schema' &&
    property === 'format' &&
    [before, after].every((one) => one === undefined || one === 'password')
  )
    return after === undefined
      ? { impact: 'major', why: 'the field is no longer kept out of logs and errors' }
      : { impact: 'minor', why: 'the field is kept out of logs and errors from now on' };
  if (typeName === 'Parameter' && property === 'name')
    return { impact: 'major', why: 'the types know a header by its exact name' };
  if (
    typeName === 'Schema' &&
    (property === 'key' || (kind === 'removed' && /\/properties\/[^/]+$/.test(base?.pointer ?? '')))
  )
    return { impact: 'major', why: 'code that sends or reads the field no longer compiles' };
  if (typeName === 'MediaType' && kind === 'added' && ofAnswer(change)) return unexpected;
  if (typeName === 'Header' && property === 'required' && before === true)
    return { impact: 'major', why: 'code that reads the header may find nothing' };
  if (typeName === 'Discriminator' || (typeName === 'DiscriminatorMapping' && kind !== 'added'))
    return { impact: 'major', why: 'types and validators tell the variants apart by it' };
  return undefined;
}

function wordsFor({ path, kind, property, base, revision }: Change): Pick<Difference, 'where' | 'what'> {
  const pointer = (kind === 'added' ? revision : base)?.pointer ?? path;
  const parts = pointer.split('/').slice(1).map(decodePart);
  if (kind === 'modified' && parts.at(-1) === property) parts.pop();
  const where =
    parts.filter((part) => !['components', 'paths', 'properties'].includes(part)).join(' > ') || 'the contract';
  if (kind === 'added') return { where, what: `is new: ${short(revision?.value)}` };
  if (kind === 'removed') return { where, what: `is gone: ${short(base?.value)}` };
  return { where, what: `${property}: ${short(base?.value)} -> ${short(revision?.value)}` };
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const withoutVersion = (document: Document): unknown => ({
  ...document,
  'x-generated': undefined,
  info: { ...document.info, version: undefined },
});
