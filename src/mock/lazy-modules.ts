import Module, { createRequire } from 'node:module';

type Require = ReturnType<typeof createRequire>;

/**
 * Runs `load` while some CommonJS modules are stood in for, so that they load only when they are first used.
 * Prism requires its library of fake data at once, which costs two thirds of its start-up; only `dynamic=true` needs it.
 *
 * @param from a file of the package that requires the modules.
 * @param standIns for each module what to export in its place, given the way to load the real one.
 */
export function withLazyModules<T>(
  from: string,
  standIns: Readonly<Record<string, (real: () => object) => object>>,
  load: () => T,
): T {
  const require = createRequire(from);
  const placed = Object.entries(standIns).flatMap(([name, standIn]) => place(require, name, standIn));
  try {
    return load();
  } finally {
    for (const { file, module } of placed) if (require.cache[file] === module) delete require.cache[file];
  }
}

function place(require: Require, name: string, standIn: (real: () => object) => object) {
  const file = require.resolve(name);
  // Whoever loaded it already has paid for it.
  if (require.cache[file]) return [];
  const module = new Module(file);
  module.filename = file;
  module.loaded = true;
  module.exports = standIn(() => require(file));
  require.cache[file] = module;
  return [{ file, module }];
}

/** Stands in for a module, or for the function that it exports, and loads it at the first use. */
export const onFirstUse = (real: () => object): object =>
  new Proxy(() => {}, {
    get: (_, property) => Reflect.get(real(), property),
    has: (_, property) => Reflect.has(real(), property),
    apply: (_, self, parameters) => callFunction(real(), self, parameters),
  });

/**
 * Stands in for an object of functions that is configured long before it is used: keeps the calls of the `setup` functions, and
 * makes them on the real object when another function is called.
 */
export function configuredOnFirstUse(real: () => object, setup: readonly string[]): object {
  const calls: [string, unknown[]][] = [];
  let loaded: object | undefined;
  const load = (): object => {
    if (!loaded) {
      loaded = real();
      for (const [name, parameters] of calls) call(loaded, name, parameters);
    }
    return loaded;
  };
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...parameters: unknown[]): unknown => {
          if (!loaded && typeof name === 'string' && setup.includes(name)) return void calls.push([name, parameters]);
          return call(load(), name, parameters);
        },
    },
  );
}

function call(target: object, name: string | symbol, parameters: unknown[]): unknown {
  return callFunction(Reflect.get(target, name), target, parameters);
}

function callFunction(value: unknown, self: unknown, parameters: unknown[]): unknown {
  if (typeof value !== 'function') throw new TypeError('A stand-in was called for what is no function');
  return Reflect.apply(value, self, parameters);
}
