import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildDocs } from '../docs/build.js';
import { SpecError } from '../generate/bundle.js';
import { type GenerateOptions, generate } from '../generate/generate.js';
import { filesBelow } from '../start/update-docs.js';

/** What to update when the spec changes. */
export interface WatchOptions extends GenerateOptions {
  /** Folder of the docs. */
  readonly docs: string;
  readonly changelog: string;
  /** Serves the new spec and docs. */
  readonly reload: () => Promise<void>;
  /** Receives one message for each change. */
  readonly report: (message: string) => void;
  /** Stops watching. */
  readonly signal?: AbortSignal | undefined;
}

/** How often to check the files, in milliseconds. Polling also works in a container, where the system may report no changes. */
const everyMs = 250;

/** Generates, builds and serves everything again when a file of the spec changes. Reports a broken spec, and then changes nothing. */
export async function watchSpec({ docs, changelog, reload, report, signal, ...files }: WatchOptions): Promise<void> {
  const fingerprint = () => JSON.stringify([...filesBelow([dirname(files.spec), changelog])]);
  for (let seen = fingerprint(); !signal?.aborted; await wait(everyMs)) {
    const now = fingerprint();
    if (now === seen) continue;
    seen = now;
    const started = performance.now();
    try {
      const changed = await generate(files);
      await buildDocs({ spec: `${files.out}/openapi.json`, changelog, out: docs });
      await reload();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const what = changed.length > 0 ? `${changed.length} files generated` : 'nothing to generate';
      report(`Spec changed: ${what}, mock and docs reloaded in ${seconds} s.`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // A SpecError names the file. Any other error needs its stack.
      report(`${error instanceof SpecError ? error.message : error.stack}\nThe mock still serves the last good spec.`);
    }
  }
}
