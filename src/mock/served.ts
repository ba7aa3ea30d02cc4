import { ContractError, readContract } from './contract.js';
import type { BodyValidators } from './explain.js';
import type { PrismParts } from './prism.js';
import { createPrismEngine } from './prism-engine.js';
import type { Served } from './server.js';
import { readSpecFile } from './spec-file.js';

/**
 * Makes what a server serves from a spec.
 *
 * @throws {ContractError} when the spec cannot be served.
 */
export async function readServed(path: string, prism: PrismParts, validators: BodyValidators): Promise<Served> {
  try {
    const spec = await readSpecFile(path, prism.require);
    const contract = readContract(spec.document);
    return { spec, contract, engine: await createPrismEngine(prism, spec.document, contract, validators) };
  } catch (error) {
    throw new ContractError(`Cannot serve the spec ${path}: ${error instanceof Error ? error.message : error}`);
  }
}
