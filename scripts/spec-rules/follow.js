import { basename, extname } from 'node:path';

/** What a value is once its reference is followed, and the place where that stands. */
export function follow(value, location, resolve) {
  if (!value?.$ref) return { node: value ?? {}, location };
  const found = resolve(value, location.source.absoluteRef);
  return { node: found.node ?? {}, location: found.location ?? location };
}

/** The alternatives of a schema, each with its place; a schema without alternatives is its own only one. */
export function alternatives(schema, at, resolve) {
  const { node, location } = follow(schema, at, resolve);
  const keyword = node.oneOf ? 'oneOf' : 'anyOf';
  if (!Array.isArray(node[keyword])) return [{ node, location }];
  return node[keyword].flatMap((part, index) => alternatives(part, location.child([keyword, index]), resolve));
}

/** The one answer to a call that succeeded: where its schema stands, and the variants of that which require `data`. */
export function successOf({ responses = {} }, location, resolve) {
  const [status, ...others] = Object.keys(responses).filter((key) => /^2/.test(key));
  if (!status || others.length > 0 || !/^\d+$/.test(status)) return undefined;
  const answer = follow(responses[status], location.child(['responses', status]), resolve);
  const place = answer.location.child(['content', 'application/json', 'schema']);
  const variants = alternatives(answer.node.content?.['application/json']?.schema, place, resolve);
  return { location: place, envelopes: variants.filter(({ node }) => node.required?.includes('data')) };
}

/** The name that a part gets in the bundle: that of its file, or its key among the components. */
export const nameOf = ({ source, pointer }) =>
  pointer === '#/'
    ? basename(source.absoluteRef, extname(source.absoluteRef))
    : pointer.slice(pointer.lastIndexOf('/') + 1);

/** How a rule says what is wrong, where, and what may have been meant. */
export const sayTo =
  (report) =>
  (message, location, suggest = []) =>
    report({ message, location, suggest });

/** The words that a misspelled one may have been meant as, the nearest first. */
export const nearest = (word, known) =>
  known
    .map((other) => ({ other, distance: distance(word.toLowerCase(), other.toLowerCase()) }))
    .filter((one) => one.distance <= Math.max(2, word.length / 4))
    .sort((a, b) => a.distance - b.distance)
    .map(({ other }) => other);

/** How many letters must be put in, left out or changed to make one word of another. */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const above = row;
    row = [index + 1];
    for (const [column, other] of [...to].entries())
      row.push(Math.min(above[column] + (letter === other ? 0 : 1), above[column + 1] + 1, row[column] + 1));
  }
  return row.at(-1);
}
