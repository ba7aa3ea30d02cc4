import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildDocs } from '../docs/build.js';
import { SpecError } from '../generate/bundle.js';
import { type GenerateOptions, generate } from '../generate/generate.js';
import { filesBelow } from '../start/fresh-docs.js';

/** What to keep up to date while the spec is written. */
export interface FollowOptions extends GenerateOptions {
  /** Folder of the docs. */
  readonly docs: string;
  readonly changelog: string;
  /** Serves the spec that was made anew. */
  readonly reload: () => Promise<void>;
  /** Tells the writer of the spec, one message at a time. */
  readonly say: (message: string) => void;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** How often to look at the files, in milliseconds. This also works where the system reports no changes, such as in a container. */
const everyMs = 250;

/**
 * Makes everything anew whenever a file of the spec has changed, and has it served. A broken spec changes nothing: what is wrong
 * is told, and the last good one is served further.
 */
export async function follow({ docs, changelog, reload, say, signal, ...files }: FollowOptions): Promise<void> {
  const look = () => JSON.stringify([...filesBelow([dirname(files.spec), changelog])]);
  for (let seen = look(); !signal?.aborted; await wait(everyMs)) {
    const now = look();
    if (now === seen) continue;
    seen = now;
    const started = performance.now();
    try {
      const changed = await generate(files);
      await reload();
      await buildDocs({ spec: `${files.out}/openapi.json`, changelog, out: docs });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const what = changed.length > 0 ? `${changed.length} files made anew` : 'nothing to make anew';
      say(`Spec changed: ${what}, mock and docs reloaded in ${seconds} s.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // Problems of the spec speak for themselves; a stack helps with any other.
      say(`${error instanceof SpecError ? error.message : error.stack}\nThe last good spec is served further.`);
    }
  }
}
