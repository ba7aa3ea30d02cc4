import { readFile } from 'node:fs/promises';
import type { createRequire } from 'node:module';
import { ContractError } from './contract.js';

/** A spec, read and in both of its forms. */
export interface SpecFile {
  readonly document: object;
  readonly json: string;
  readonly yaml: string;
}

/** Parses and writes YAML: the part of Prism's own YAML package that is used here. */
interface Yaml {
  parse(text: string): unknown;
  safeStringify(value: unknown, options?: object): string;
}

/**
 * Reads a spec of one file, in JSON or YAML.
 *
 * @throws {Error} when it cannot be read or holds no document.
 */
export async function readSpecFile(path: string, require: ReturnType<typeof createRequire>): Promise<SpecFile> {
  const yaml: Yaml = require('@stoplight/yaml');
  const text = await readFile(path, 'utf8');
  if (!path.endsWith('.json')) {
    const document = asObject(yaml.parse(text));
    return { document, json: `${JSON.stringify(document, null, 2)}\n`, yaml: text };
  }
  const document = asObject(JSON.parse(text));
  const beside = await readFile(path.replace(/json$/, 'yaml'), 'utf8').catch(() => undefined);
  return { document, json: text, yaml: beside ?? yaml.safeStringify(document, { lineWidth: -1 }) };
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new ContractError('it holds no document');
  return value;
}
