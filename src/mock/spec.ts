import { readFile } from 'node:fs/promises';
import { type Contract, readContract } from '../contract/contract.js';
import { ContractError } from '../contract/openapi.js';
import type { Engine } from './answer.js';
import { createPrismEngine } from './prism.js';
import type { BodyValidators } from './validators.js';

/** What a server serves: all of it made from one spec. */
export interface Served {
  readonly spec: SpecFile;
  readonly contract: Contract;
  readonly engine: Engine;
}

/** A spec, read and in both of its forms. */
export interface SpecFile {
  readonly document: object;
  readonly json: string;
  readonly yaml: string;
}

/**
 * Makes what a server serves from a spec of one file, in JSON or YAML.
 *
 * @throws {ContractError} when the spec cannot be served.
 */
export async function readServed(path: string, validators: BodyValidators): Promise<Served> {
  try {
    const spec = await readSpecFile(path);
    refuseReferencesOut(spec.document);
    const contract = readContract(spec.document);
    return { spec, contract, engine: await createPrismEngine(spec.document, contract, validators) };
  } catch (error) {
    throw new ContractError(`Cannot serve the spec ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

async function readSpecFile(path: string): Promise<SpecFile> {
  const text = await readFile(path, 'utf8');
  if (!path.endsWith('.json')) {
    const document = asObject(await parseYaml(text));
    return { document, json: `${JSON.stringify(document, null, 2)}\n`, yaml: text };
  }
  const document = asObject(JSON.parse(text));
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

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new ContractError('it holds no document');
  return value;
}

/** Refuses a reference out of the document wherever it stands: Prism would read the file or call the host that it names. */
function refuseReferencesOut(document: object): void {
  const found = new Set<object>([document]);
  // What is added while the set is walked through is walked through as well.
  for (const parent of found)
    for (const [key, value] of Object.entries(parent)) {
      if (key === '$ref' && typeof value === 'string' && !value.startsWith('#'))
        throw new ContractError(`${value} leads out of the document: bundle it first`);
      if (typeof value === 'object' && value !== null) found.add(value);
    }
}
