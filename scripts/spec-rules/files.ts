import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from './cursor.js';

/** Requires that the spec refers to each of its files, and that nothing beside a reference changes its target. */
export function Files() {
  const reached = new Set<string>();
  return {
    ref(node: { $ref: string }, { report, location }: Context) {
      const [file = ''] = node.$ref.split('#');
      reached.add(resolve(dirname(location.source.absoluteRef), file));
      for (const key of Object.keys(node))
        if (!['$ref', 'description', 'summary'].includes(key))
          report({ message: `\`${key}\` beside \`$ref\` is not supported.`, location: location.child(key).key() });
    },
    Root: {
      leave({ paths = {} }: { paths?: object }, { report, location }: Context) {
        // Redocly does not visit a path without a leading slash, so its files seem unused.
        if (!Object.keys(paths).every((path) => path.startsWith('/'))) return;
        const folder = dirname(location.source.absoluteRef);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
          if (/^(paths|components)[\\/].*\.yaml$/.test(file) && !reached.has(resolve(folder, file)))
            report({ message: `Nothing refers to ${file}: refer to it, or delete it.`, location });
      },
    },
  };
}
