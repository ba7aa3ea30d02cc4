/**
 * The packages of others that ship within this one, so that the mock needs no other install: the file of dist/ that holds them, and
 * what src/ imports of each.
 */
export const vendored: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'vendor/prism.cjs': {
    '@stoplight/prism-core': ['createLogger'],
    '@stoplight/prism-http': ['createInstance', 'getHttpOperationsFromSpec'],
    '@stoplight/prism-http/package.json': ['version'],
  },
  'vendor/yaml.cjs': { yaml: ['LineCounter', 'parseDocument', 'stringify'] },
};

/** The file of dist/ that stands for each package, as a path from the files beside it. */
export const vendoredFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(vendored).flatMap(([file, packages]) => Object.keys(packages).map((name) => [name, `./${file}`])),
);
