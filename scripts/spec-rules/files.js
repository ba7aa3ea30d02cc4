import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve as resolvePath } from 'node:path';
import { nearest } from './follow.js';

/** Every reference leads to a file, and every file of the spec is referred to. */
export function Files() {
  const reached = new Set();
  let broken = false;
  return {
    ref(node, { report, location }) {
      const [file] = node.$ref.split('#');
      if (!file) return;
      const path = resolvePath(dirname(location.source.absoluteRef), file);
      reached.add(path);
      if (existsSync(path)) return;
      broken = true;
      const folder = dirname(path);
      const others = existsSync(folder) ? readdirSync(folder) : [];
      report({ message: `There is no file ${file}.`, suggest: nearest(basename(path), others), location });
    },
    Root: {
      leave(_, { report, location }) {
        // The file that was meant by a broken reference is no second mistake.
        if (broken) return;
        const folder = dirname(location.source.absoluteRef);
        for (const part of ['paths', 'components'])
          for (const file of yamlFiles(join(folder, part)))
            if (!reached.has(file))
              report({ message: `Nothing refers to ${relative(folder, file)}: refer to it, or delete it.`, location });
      },
    },
  };
}

const yamlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(folder, name))
    : [];
