import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Difference } from './difference.js';

/** Code that compiled when the last version was released, by its path below the root: it is compiled as if it stood there. */
export type ReleasedCode = ReadonlyMap<string, string>;

/** The code that is kept beside a released bundle. */
export function readReleasedCode(bundle: string): ReleasedCode {
  const folder = dirname(bundle);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return new Map(names.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
}

/** A `@ts-expect-error` over a line that compiles now: something was allowed that was not, which breaks nobody. */
const unusedDirective = 2578;

/** The places of released code that no longer compile against the types of `root`. */
export function compileReleasedCode(code: ReleasedCode, root = process.cwd()): Difference[] {
  if (code.size === 0) return [];
  const texts = new Map([...code].map(([path, text]) => [resolve(root, path), text]));
  const options = readOptions(root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const files = [...texts.keys()].map((path) => program.getSourceFile(path)).filter((file) => file !== undefined);
  return files
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .filter(({ code }) => code !== unusedDirective)
    .map((diagnostic) => difference(diagnostic, root));
}

function readOptions(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  return {
    ...ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root).options,
    noEmit: true,
  };
}

function difference({ file, start = 0, messageText }: ts.Diagnostic, root: string): Difference {
  const line = file ? file.getLineAndCharacterOfPosition(start).line : 0;
  const [what = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  const where = `released code ${file ? relative(root, file.fileName) : ''}:${line + 1}`;
  // An addition fails a test for exactly one type too; what breaks besides fails at another line, or differs in the spec.
  if (file?.text.split('\n')[line]?.includes('toEqualTypeOf'))
    return { impact: 'minor', where, what, why: 'a type is no longer exactly the same' };
  return { impact: 'major', where, what, why: 'code of consumers that compiled no longer does' };
}
