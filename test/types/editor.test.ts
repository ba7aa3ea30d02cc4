import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const file = join(import.meta.dirname, 'shown.ts');
const code = `
import { createKooDriveAuthClient, servers, type KooDriveError, type LoginRequest } from '../../src/index.js';
const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'a' });
declare const body: LoginRequest;
const outcome = await auth.login(body);
if (outcome.ok) {
  const data = outcome.data;
  const session = data.sessionInfo;
  const user = outcome.data.userInfo;
}
declare const error: KooDriveError;
if (error.kind === 'timeout') error.kind;
`;

const { readFile, fileExists, directoryExists, getDirectories, getCurrentDirectory } = ts.sys;
const config = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', readFile).config, ts.sys, '.');
const textOf = (name: string) => (name === file ? code : readFile(name));
const service = ts.createLanguageService({
  readFile: textOf,
  fileExists: (name) => name === file || fileExists(name),
  directoryExists,
  getDirectories,
  getCurrentDirectory,
  getCompilationSettings: () => config.options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(textOf(name) ?? ''),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});

/** What an editor shows of a word, with its comment. */
function shownAt(text: string, word: string): string {
  const info = service.getQuickInfoAtPosition(file, code.indexOf(text) + text.indexOf(word));
  return ts.displayPartsToString([...(info?.displayParts ?? []), ...(info?.documentation ?? [])]);
}

describe('an editor shows', () => {
  it.each([
    ['const outcome', 'outcome', 'const outcome: Outcome<LoginData>'],
    ['const data', 'data', 'const data: LoginData'],
    ['const session', 'session', 'const session: SessionInfo'],
    ['const user', 'user', 'const user: UserInfo'],
    ['const auth', 'auth', 'const auth: KooDriveAuthClient'],
  ])('for %s its name, not its contents', (text, word, shown) => {
    expect(shownAt(text, word)).toBe(shown);
  });

  it('what a kind of error means', () => {
    expect(shownAt(') error.kind;', 'kind')).toContain('no complete response within the time limit');
  });

  it('what each kind means, before it is known which', () => {
    expect(shownAt('if (error.kind ===', 'kind')).toMatch(/`service`: .*`network`: /s);
  });
});
