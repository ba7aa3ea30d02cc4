import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve as resolvePath } from 'node:path';

/** Every file of the spec is referred to. */
export function Files() {
  const reached = new Set();
  return {
    ref({ $ref }, { location }) {
      reached.add(resolvePath(dirname(location.source.absoluteRef), $ref.split('#')[0]));
    },
    Root: {
      leave(_, { report, location }) {
        const folder = dirname(location.source.absoluteRef);
        for (const file of ['paths', 'components'].flatMap((part) => yamlFiles(join(folder, part))))
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
