import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { configuredOnFirstUse, onFirstUse, withLazyModules } from './lazy-modules.js';

/** The parts of Prism that the mock uses. */
export interface PrismParts {
  readonly http: typeof import('@stoplight/prism-http');
  readonly core: typeof import('@stoplight/prism-core');
  readonly mocker: typeof import('@stoplight/prism-http/dist/mocker/index.js');
  readonly validator: typeof import('@stoplight/prism-http/dist/validator/index.js');
  /** Loads a package that Prism itself depends on. */
  readonly require: ReturnType<typeof createRequire>;
}

/** Says that Prism is not installed, and how to install it. */
export class MissingPrismError extends Error {
  override readonly name = 'MissingPrismError';
}

const http = '@stoplight/prism-http';
const core = '@stoplight/prism-core';

let parts: PrismParts | undefined;

/**
 * Loads Prism, which is an optional peer dependency, without the parts of it that few requests need.
 *
 * @throws {MissingPrismError} when it is not installed.
 */
export function loadPrism(here: string, packageFile: URL): PrismParts {
  if (parts) return parts;
  const require = createRequire(here);
  let from: string;
  try {
    from = require.resolve(http);
    require.resolve(core);
  } catch (cause) {
    throw new MissingPrismError(`The mock runs on Prism, which is not installed: ${installCommand(packageFile)}`, {
      cause,
    });
  }
  const standIns = {
    '@faker-js/faker': onFirstUse,
    'json-schema-faker': (real: () => object) => ({
      JSONSchemaFaker: configuredOnFirstUse(() => Reflect.get(real(), 'JSONSchemaFaker'), ['extend', 'option']),
    }),
    // For other kinds of documents, for forwarding to a real server, and for the first request.
    '@stoplight/http-spec/postman/operation': onFirstUse,
    '@stoplight/http-spec/oas2/operation': onFirstUse,
    'node-fetch': onFirstUse,
    'http-proxy-agent': onFirstUse,
    'https-proxy-agent': onFirstUse,
    '@stoplight/json-schema-merge-allof': onFirstUse,
  };
  parts = withLazyModules(from, standIns, () => ({
    http: require(http),
    core: require(core),
    mocker: require(`${http}/dist/mocker/index.js`),
    validator: require(`${http}/dist/validator/index.js`),
    require: createRequire(from),
  }));
  return parts;
}

/** The command that installs the versions of Prism that this package was made for. */
function installCommand(packageFile: URL): string {
  const { peerDependencies }: { peerDependencies: Record<string, string> } = JSON.parse(
    readFileSync(packageFile, 'utf8'),
  );
  return `npm install --save-dev --save-exact ${http}@${peerDependencies[http]} ${core}@${peerDependencies[core]}`;
}
