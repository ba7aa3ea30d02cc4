import { readFile } from 'node:fs/promises';
import type { createRequire } from 'node:module';
import { ContractError } from './contract.js';

/** A spec, read and in both of its forms. */
export interface SpecFile {
  readonly document: object;
  readonly json: string;
  readonly yaml: string;
}

/** What the parser says of a place, whose numbers count from 0. */
interface YamlDiagnostic {
  readonly message: string;
  /** 0 is an error, the others are hints. */
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** Parses and writes YAML: the part of Prism's own YAML package that is used here. */
interface Yaml {
  parseWithPointers(text: string): { readonly data: unknown; readonly diagnostics: readonly YamlDiagnostic[] };
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
    const document = asObject(parseYaml(yaml, text));
    return { document, json: `${JSON.stringify(document, null, 2)}\n`, yaml: text };
  }
  const document = asObject(JSON.parse(text));
  const beside = await readFile(path.replace(/json$/, 'yaml'), 'utf8').catch(() => undefined);
  return { document, json: text, yaml: beside ?? yaml.safeStringify(document, { lineWidth: -1 }) };
}

/** Parses YAML. Unlike JSON.parse, the parser goes on after an error and returns what it could make of the text. */
function parseYaml(yaml: Yaml, text: string): unknown {
  const { data, diagnostics } = yaml.parseWithPointers(text);
  const fault = diagnostics.find(({ severity }) => severity === 0);
  if (!fault) return data;
  const { line, character } = fault.range.start;
  throw new ContractError(`line ${line + 1}, column ${character + 1}: ${fault.message}`);
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new ContractError('it holds no document');
  return value;
}
