import { graver, type Impact } from './difference.js';
import type { Change } from './redocly-diff.js';
import { type Effect, effectOf } from './schema-change.js';
import type { Use } from './uses.js';

/** An impact, and the reason for it. */
export interface Rating {
  readonly impact: Impact;
  readonly why: string;
}

const unseen: Rating = { impact: 'patch', why: 'no type and no check changes' };
const addition: Rating = { impact: 'minor', why: 'an addition' };

/** Formats that no validator checks; they mark a field. */
const marks: readonly unknown[] = [undefined, 'password'];

/**
 * Rates a change by the rule of this package, where it differs from Redocly's.
 *
 * Redocly asks whether the two ends of the wire still understand each other. This package also ships types and validators, so that an
 * answer that promises more breaks a consumer too: the types lose what code compares with, and the validators refuse what passed.
 */
export function rate(change: Change, uses: readonly Use[]): Rating {
  const own = change.typeName === 'Schema' ? ofSchema(change, uses) : ofOther(change, uses);
  if (own?.only) return own;
  const theirs = fromRedocly(change);
  return own && graver(own.impact, theirs.impact) === own.impact ? own : theirs;
}

type OwnRating = Rating & { readonly only?: true };

function ofSchema(change: Change, uses: readonly Use[]): OwnRating {
  const { property, base, revision } = change;
  if (property === 'format' && marks.includes(base?.value) && marks.includes(revision?.value))
    return revision?.value === undefined
      ? { impact: 'major', why: 'the field is no longer kept out of logs and errors', only: true }
      : { impact: 'minor', why: 'the field is kept out of logs and errors from now on', only: true };
  const effect = effectOf(change);
  // A schema that no operation meets is still a type that consumers can name.
  const met = (direction: Use['direction']) => uses.length === 0 || uses.some((use) => use.direction === direction);
  const ratings = [met('request') && inRequest(effect), met('answer') && inAnswer(effect)].filter(
    (one) => one !== false,
  );
  return ratings.reduce((a, b) => (graver(a.impact, b.impact) === a.impact ? a : b), unseen);
}

function inRequest(effect: Effect): Rating {
  switch (effect) {
    case 'none':
      return unseen;
    case 'addition':
      return addition;
    case 'wider':
      return { impact: 'minor', why: 'a request may say more than before' };
    case 'loss':
      return { impact: 'major', why: 'a request that has it no longer compiles' };
    case 'narrower':
    case 'either':
      return { impact: 'major', why: 'a request that was right is now refused' };
  }
}

function inAnswer(effect: Effect): Rating {
  switch (effect) {
    case 'none':
      return unseen;
    case 'addition':
      return addition;
    case 'wider':
      return { impact: 'major', why: 'an answer may hold what no consumer expects' };
    case 'loss':
      return { impact: 'major', why: 'code that reads it no longer compiles' };
    case 'narrower':
    case 'either':
      return { impact: 'major', why: 'what consumers compare with is gone, and an answer that passed is now refused' };
  }
}

/** Everything but schemas: where Redocly sees a patch, and a consumer more. */
function ofOther({ typeName, kind, property, revision }: Change, uses: readonly Use[]): OwnRating | undefined {
  switch (`${typeName} ${kind} ${property ?? ''}`.trim()) {
    case 'Parameter modified name':
      return { impact: 'major', why: 'the types know a header by its exact name' };
    case 'Parameter modified required':
    case 'RequestBody modified required':
      return revision?.value === true ? undefined : { impact: 'minor', why: 'a request may say less than before' };
    case 'MediaType added':
      return uses.some(({ direction }) => direction === 'answer')
        ? { impact: 'major', why: 'an answer may hold what no consumer expects' }
        : addition;
    case 'Header modified required':
      return revision?.value === true ? addition : { impact: 'major', why: 'code that reads it may find nothing' };
    case 'Server modified x-name':
      return { impact: 'major', why: 'the constant of that name no longer compiles' };
    case 'SecurityRequirement removed':
      return { impact: 'minor', why: 'a request may say less than before' };
  }
  if (typeName === 'Discriminator' || typeName === 'DiscriminatorMapping')
    return { impact: 'major', why: 'the types and the validators tell variants apart by it' };
  return undefined;
}

function fromRedocly({ impact, verdicts }: Change): Rating {
  if (impact === 'major') return { impact, why: verdicts[0]?.message ?? 'Redocly rates it so' };
  return impact === 'minor' ? addition : unseen;
}
