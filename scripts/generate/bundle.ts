import { relative, resolve } from 'node:path';
import type { YamlParseError } from '@redocly/openapi-core';
import type { Document } from './openapi.js';

/** The spec cannot be used. The message names each problem with file, line and column. */
export class SpecError extends Error {
  override name = 'SpecError';
}

/**
 * What every reader of the bundle relies on. The rest is `npm run lint`'s: wording, order, and examples, for each of which a schema
 * would have to be compiled.
 */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'operation-operationId-unique': 'error',
} as const;

const shown = 20;

/**
 * The split spec whose root file is `root`, as one document. Throws a {@link SpecError} that names each problem. Redocly's library
 * does it in this process: its command would have to be loaded twice, and would read each file twice.
 */
export async function bundle(root: string): Promise<Document> {
  // Here, since it takes a while to load, and other things can be loaded meanwhile.
  const core = await import('@redocly/openapi-core');
  const config = await core.createConfig({ rules });
  const externalRefResolver = new core.BaseResolver(config.resolve);
  const whole = (error: Partial<YamlParseError>) =>
    Promise.reject(new SpecError(`${place({ ...error, ref: root })} ${error.message?.trim()}`));
  const doc = await externalRefResolver.resolveDocument(null, resolve(root), true).catch(whole);
  if (doc instanceof Error) return whole(doc);

  const found = await core.lintDocument({ document: doc, config: config.styleguide, externalRefResolver }).catch(whole);
  const problems = found.map(({ message, location: [at] }) => {
    const { start, source } = at ? core.getLineColLocation(at) : {};
    return `${place({ ref: source?.absoluteRef ?? root, ...start })} ${message.trim()}`;
  });
  if (problems.length > 0) throw new SpecError(problems.slice(0, shown).join('\n'));

  const { bundle: bundled } = await core.bundle({ doc, config, externalRefResolver });
  // What is referred to twice is one object there.
  return JSON.parse(JSON.stringify(bundled.parsed));
}

/** A place as one would type it here: the path is relative below the current folder, absolute elsewhere. */
function place({ ref, line = 1, col = 1 }: { ref: string; line?: number; col?: number }): string {
  const absolute = resolve(ref);
  const short = relative(process.cwd(), absolute);
  return `${short.startsWith('..') ? absolute : short}:${line}:${col}`;
}
