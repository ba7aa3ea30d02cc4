import { relative } from 'node:path';
import ts from 'typescript';
import type { Difference } from './version.js';

/**
 * The places of a consumer's code that do not compile, with the compiler options of the project.
 *
 * @throws {Error} when the file, or the project's `tsconfig.json`, cannot be read.
 */
export function compileConsumer(file: string, root: string): Difference[] {
  const { config, error } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: undefined, files: [file] }, ts.sys, root);
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} cannot be read`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) => ({
      impact: 'major',
      where: `${relative(root, file)}:${source.getLineAndCharacterOfPosition(start).line + 1}`,
      what: ts.flattenDiagnosticMessageText(messageText, '\n').split('\n', 1)[0] ?? '',
      why: 'code of consumers that compiled no longer does',
    }),
  );
}
