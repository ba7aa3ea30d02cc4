import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import contract from '../../generated/openapi.json' with { type: 'json' };

/** A bundle that differs from this contract, in a file, as a mock can serve it. */
export class ChangedSpec implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'changed-spec-'));
  readonly file = join(this.#folder, 'openapi.json');

  constructor(change: (copy: typeof contract) => void) {
    const copy = structuredClone(contract);
    change(copy);
    writeFileSync(this.file, JSON.stringify(copy));
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
