import { dirname } from 'node:path';
import { buildDocs } from './docs/build.js';
import { SpecError } from './generate/bundle.js';
import { type GenerateOptions, generate } from './generate/generate.js';
import { type Watch, watchFiles } from './watch.js';

/** What to keep up to date while the spec is written. */
export interface FollowOptions extends GenerateOptions {
  /** Folder of the docs. */
  readonly docs: string;
  readonly changelog: string;
  /** Serves the spec that was made anew. */
  readonly reload: () => Promise<void>;
  /** Tells the writer of the spec, one message at a time. */
  readonly say: (message: string) => void;
}

/**
 * Makes everything anew whenever a file of the spec has changed, and has it served. A broken spec changes nothing: what is wrong
 * is told, and the last good one is served further.
 */
export function follow(options: FollowOptions): Watch {
  const { spec, out, readme, docs, changelog, reload, say } = options;
  const update = async (): Promise<void> => {
    const started = performance.now();
    try {
      const changed = await generate({ spec, out, readme });
      await reload();
      await buildDocs({ spec: `${out}/openapi.json`, changelog, out: docs });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const what = changed.length > 0 ? `${changed.length} files made anew` : 'nothing to make anew';
      say(`Spec changed: ${what}, mock and docs reloaded in ${seconds} s.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // Problems of the spec speak for themselves; a stack helps with any other.
      say(`${error instanceof SpecError ? error.message : error.stack}\nThe last good spec is served further.`);
    }
  };
  return watchFiles([dirname(spec), changelog], update);
}
