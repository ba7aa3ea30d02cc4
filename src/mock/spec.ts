import { readFile } from 'node:fs/promises';
import { type Contract, readContract } from '../contract/contract.js';
import { ContractError, isObject } from '../contract/openapi.js';
import type { Engine } from './answer.js';
import { createPrismEngine } from './prism.js';
import type { BodySchemas } from './validators.js';

/** What a server serves: all of it made from one spec. */
export interface Served {
  readonly spec: SpecTexts;
  readonly contract: Contract;
  readonly engine: Engine;
}

/** A spec in both of its forms. */
export interface SpecTexts {
  readonly json: string;
  readonly yaml: string;
}

/**
 * Makes what a server serves from a spec of one file, in JSON or YAML.
 *
 * @throws {ContractError} when the spec cannot be served.
 */
export async function readServed(path: string, schemas: BodySchemas): Promise<Served> {
  try {
    const { document, ...spec } = await readSpecFile(path);
    refuseReferencesOut(document);
    const contract = readContract(document);
    return { spec, contract, engine: await createPrismEngine(contract, schemas) };
  } catch (error) {
    throw new ContractError(`Cannot serve the spec ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

async function readSpecFile(path: string): Promise<SpecTexts & { readonly document: unknown }> {
  const text = await readFile(path, 'utf8');
  if (!path.endsWith('.json')) {
    const document = await parseYaml(text);
    return { document, json: `${JSON.stringify(document, null, 2)}\n`, yaml: text };
  }
  const document = JSON.parse(text);
  const beside = await readFile(path.replace(/json$/, 'yaml'), 'utf8').catch(() => undefined);
  return { document, json: text, yaml: beside ?? (await import('yaml')).stringify(document, { lineWidth: 0 }) };
}

/** How often aliases of a YAML document may repeat what they stand for: a few lines of them can stand for billions of values. */
const maxAliasCount = 1000;

async function parseYaml(text: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [fault] = document.errors;
  if (!fault) return document.toJS({ maxAliasCount });
  const { line, col } = lineCounter.linePos(fault.pos[0]);
  throw new ContractError(`line ${line}, column ${col}: ${fault.message}`);
}

/** Refuses a reference out of the document wherever it stands: Prism would read the file or call the host that it names. */
function refuseReferencesOut(document: unknown): void {
  const found = new Set<object>(isObject(document) ? [document] : []);
  // What is added while the set is walked through is walked through as well.
  for (const parent of found)
    for (const [key, value] of Object.entries(parent)) {
      if (key === '$ref' && typeof value === 'string' && !value.startsWith('#'))
        throw new ContractError(`${value} leads out of the document: bundle it first`);
      if (typeof value === 'object' && value !== null) found.add(value);
    }
}
