import ts from 'typescript';
import type { Difference } from './version.js';

/** Compiles a consumer's code with the options of the project, and returns each error as a major difference. */
export function compileConsumer(file: string, root: string): Difference[] {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: undefined, files: [file] }, ts.sys, root);
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} cannot be read`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) => {
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      const [reason] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n', 1);
      return { impact: 'major', text: `${file}:${line}: ${reason}` };
    },
  );
}
