import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from '../../src/contract/openapi.js';
import { redocly } from '../redocly.js';

/** The spec cannot be used. The message has one line for each problem, with file, line and column. */
export class SpecError extends Error {
  override name = 'SpecError';
}

/** The number of problems in a message. */
const maxShown = 20;

/** The rules, which are also those of `redocly lint`. */
const config = fileURLToPath(new URL('../../redocly.yaml', import.meta.url));

/** A problem as `redocly lint --format=json` reports it. */
export interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly suggest: readonly string[];
  readonly location: readonly {
    readonly source: { readonly ref: string };
    readonly pointer?: string;
    readonly start: { readonly line: number; readonly col: number };
  }[];
}

/**
 * Bundles the split spec with the root file `root`, and checks the rules at the same time.
 *
 * @throws {SpecError} if the spec breaks a rule of redocly.yaml.
 */
export async function bundle(root: string): Promise<Document> {
  await checkRoot(root);
  const [linted, bundled] = await Promise.all([
    redocly('lint', root, '--config', config, '--format=json', '--max-problems=1000'),
    redocly('bundle', root, '--config', config, '--ext=json'),
  ]);
  if (!linted.stdout.startsWith('{')) throw new Error(`redocly lint: ${linted.stderr}`);
  const lines = describeProblems(JSON.parse(linted.stdout).problems, root);
  const more = lines.length - maxShown;
  if (more > 0) lines.splice(maxShown, more, `… and ${more} more`);
  if (lines.length > 0) throw new SpecError(lines.join('\n'));
  if (bundled.code !== 0) throw new Error(`redocly bundle: ${bundled.stderr}`);
  return JSON.parse(bundled.stdout);
}

/** Checks the root file first: Redocly reports its problems without line and column. */
async function checkRoot(root: string): Promise<void> {
  const lineCounter = new LineCounter();
  const document = parseDocument(await readFile(root, 'utf8'), { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new SpecError(`${place(root, line, col)} ${error.message}`);
  }
  const version = document.get('openapi');
  if (!/^3\.1\.\d+$/.test(`${version}`))
    throw new SpecError(`${place(root)} The root needs \`openapi: 3.1.0\`, it has ${version ?? 'none'}.`);
}

/** Returns one line for each place with a problem, but none for a problem that another one has caused. */
export function describeProblems(problems: readonly Problem[], root: string): string[] {
  const syntaxErrors = problems.filter(({ location }) => location[0]?.pointer === undefined);
  // A wrong schema makes its examples wrong too.
  const beforeExamples = problems.filter(({ ruleId }) => !/^no-invalid-.*-examples$/.test(ruleId));
  const causes = [syntaxErrors, beforeExamples, problems].find(({ length }) => length > 0) ?? [];
  const suggested = (file: string) =>
    causes.filter(({ location }) => location[0]?.source.ref === file).flatMap(({ suggest }) => suggest);
  const lines = new Map<string, string>();
  for (const { message, suggest, location } of causes) {
    const [{ source, start, pointer = '' } = { source: { ref: root }, start: { line: 1, col: 1 } }] = location;
    // A misspelled key is also reported as missing.
    if (suggest.length === 0 && suggested(source.ref).some((key) => message.includes(`\`${key}\``))) continue;
    const where = place(source.ref, start.line, start.col);
    // An example that fits no variant has a problem for each of them.
    const example = /^.*?\/examples\/[^/]+/.exec(pointer)?.[0];
    const id = example && causes === problems ? source.ref + example : where;
    const hint = suggest.length > 0 ? ` Did you mean ${suggest.slice(0, 3).join(' or ')}?` : '';
    if (!lines.has(id) || hint) lines.set(id, `${where} ${message}${hint}`);
  }
  return [...lines.values()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** Returns a place in a file, relative to the current folder. */
function place(file: string, line = 1, col = 1): string {
  const short = relative(process.cwd(), resolve(file));
  return `${short.startsWith('..') ? resolve(file) : short}:${line}:${col}`;
}
