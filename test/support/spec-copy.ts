import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of a spec and the config of its checks, which a test may change. */
export class SpecCopy implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'spec-'));
  readonly spec = join(this.folder, 'openapi/openapi.yaml');
  readonly out = join(this.folder, 'generated');
  readonly readme = join(this.folder, 'README.md');

  /** The folder of the spec: that of the contract, or a fixture. */
  constructor(spec = 'openapi') {
    cpSync(join(root, spec), join(this.folder, 'openapi'), { recursive: true });
    for (const part of ['redocly.yaml', 'package.json', 'README.md'])
      cpSync(join(root, part), join(this.folder, part), { recursive: true });
  }

  /** Makes it a copy of the whole project, with the packages that are installed here. */
  withProject(): this {
    const left = ['node_modules', '.git', '.cache', 'dist', 'openapi'].map((name) => join(root, name));
    cpSync(root, this.folder, { recursive: true, filter: (path) => !left.includes(path) });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(join(this.folder, file, '..'), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Replaces `from`, which must be there, in a file. */
  replace(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    this.write(file, text.replace(from, to));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
