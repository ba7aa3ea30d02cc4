import type { Change } from './redocly-diff.js';
import type { Use } from './uses.js';

const decode = (segment: string) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
const code = (value: unknown) => `\`${value}\``;

/** What only holds the parts that have names: said with the part, not with the place. */
const containers = new Set([
  'properties',
  'oneOf',
  'anyOf',
  'allOf',
  'discriminator',
  'mapping',
  'responses',
  'parameters',
  'content',
  'headers',
]);

/** The part of the contract that a change is in, and who meets it. */
export function whereOf(change: Change, uses: readonly Use[]): string {
  const side = change.kind === 'added' ? change.revision : (change.base ?? change.revision);
  const segments = (side?.pointer ?? change.path).slice(2).split('/').map(decode);
  if (change.kind !== 'modified') {
    segments.pop();
    while (containers.has(segments.at(-1) ?? '')) segments.pop();
  } else if (segments.at(-1) === change.property) segments.pop();
  const place = part(segments);
  const met = users(uses);
  return met && segments[0] === 'components' ? `${place} (${met})` : place;
}

/** What changed there. */
export function whatOf(change: Change): string {
  if (change.kind !== 'modified') return `${noun(change)} is ${change.kind === 'added' ? 'new' : 'gone'}`;
  const { property = '', base, revision } = change;
  const [before, after] = [base?.value, revision?.value];
  if (property === 'required' && (Array.isArray(before) || Array.isArray(after)))
    return members(
      before,
      after,
      (name) => `${code(name)} became required`,
      (name) => `${code(name)} is no longer required`,
    );
  if (property === 'enum' && Array.isArray(before) && Array.isArray(after))
    return members(
      before,
      after,
      (value) => `value ${short(value)} is new`,
      (value) => `value ${short(value)} is gone`,
    );
  if (['description', 'summary', 'title', 'examples', 'example'].includes(property)) return `${property} changed`;
  if (property === 'key') return `is called ${code(after)} now`;
  if (before === undefined) return `${code(property)} ${short(after)} is new`;
  if (after === undefined) return `${code(property)} ${short(before)} is gone`;
  return `${code(property)} was ${short(before)} and is ${short(after)}`;
}

function members(before: unknown, after: unknown, more: (one: unknown) => string, fewer: (one: unknown) => string) {
  const [old, now] = [before, after].map((value): unknown[] => (Array.isArray(value) ? value : []));
  const words = [
    ...(now ?? []).filter((one) => !old?.includes(one)).map(more),
    ...(old ?? []).filter((one) => !now?.includes(one)).map(fewer),
  ];
  return words.length > 0 ? words.join(', ') : 'another order';
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What was added or removed, such as "property `email`". */
function noun({ path, typeName, base, revision }: Change): string {
  const [container = '', last = ''] = path.split('/').slice(-2).map(decode);
  const value = (revision?.value ?? base?.value) as { name?: unknown; in?: unknown; $ref?: unknown; url?: unknown };
  switch (container) {
    case 'properties':
      return `property ${code(last)}`;
    case 'oneOf':
    case 'anyOf':
    case 'allOf':
      return `variant ${Number(last) + 1} of ${code(container)}`;
    case 'mapping':
      return `variant ${code(last)}`;
    case 'responses':
      return `answer ${code(last)}`;
    case 'parameters':
      return value.$ref ? `parameter ${code(String(value.$ref).split('/').pop())}` : `${value.in} ${code(value.name)}`;
    case 'servers':
      return `server ${value.url}`;
    case 'paths':
      return `path ${code(last)}`;
    default:
      return typeName === 'Schema' ? code(last) : `${spaced(typeName)} ${code(last)}`;
  }
}

const spaced = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** Names a place by its pointer: `SessionInfo.expiresIn`, or "POST /path, answer 200". */
function part(segments: readonly string[]): string {
  const [root, first, second, ...rest] = segments;
  if (root === 'components' && second) return code(second + inside(rest));
  if (root === 'servers' && first) return `server ${Number(first) + 1}`;
  if (root !== 'paths' || !first)
    return (
      [root === 'info' ? 'description of the API' : (root ?? ''), first].filter(Boolean).join(' ') || 'the contract'
    );
  if (!second) return `path ${code(first)}`;
  const place = `${second.toUpperCase()} ${first}`;
  if (rest[0] === 'responses' && rest[1]) return `${place}, answer ${rest[1]}${inside(rest.slice(2))}`;
  return rest.length > 0 ? `${place}, ${spaced(rest[0] ?? '')}${inside(rest.slice(1))}` : place;
}

function inside(segments: readonly string[]): string {
  let text = '';
  for (let i = 0; i < segments.length; i++) {
    const [segment = '', next] = [segments[i], segments[i + 1]];
    if (segment === 'properties' && next !== undefined) {
      text += `.${next}`;
      i++;
    } else if (['oneOf', 'anyOf', 'allOf'].includes(segment) && next !== undefined) {
      text += `, variant ${Number(next) + 1}`;
      i++;
    } else text += ` ${segment}`;
  }
  return text;
}

function users(uses: readonly Use[]): string {
  const of = (direction: Use['direction']) =>
    uses.filter((use) => use.direction === direction).map((use) => use.operation);
  const [requests, answers] = [of('request'), of('answer')];
  return [
    requests.length > 0 && `requests of ${requests.join(' and ')}`,
    answers.length > 0 && `answers of ${answers.join(' and ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
