import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from '../../src/contract/openapi.js';
import { redocly } from '../redocly.js';

/** The spec cannot be used. The message names each problem with file, line and column. */
export class SpecError extends Error {
  override name = 'SpecError';
}

const shown = 20;

/** The rules, which are also those of `redocly lint`. */
const config = fileURLToPath(new URL('../../redocly.yaml', import.meta.url));

/** A problem as `redocly lint --format=json` reports it. */
interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly suggest: readonly string[];
  readonly location: readonly Place[];
}

interface Place {
  readonly source: { readonly ref: string };
  readonly pointer?: string;
  readonly start: { readonly line: number; readonly col: number };
}

/** Judges examples by their schemas, so that whatever is wrong with a schema is found here again. */
const exampleRules = /^no-invalid-.*-examples$/;

/** The split spec whose root file is `root`, as one document that has passed the rules: see {@link whileLinted}. */
export const bundle = (root: string): Promise<Document> => whileLinted(root, async (document) => document);

/**
 * Works on the split spec as one document while the rules are checked, which takes as long as all else.
 *
 * @throws {SpecError} names all that the rules of redocly.yaml have against the spec, each mistake once, whatever came of the work.
 */
export async function whileLinted<T>(root: string, work: (document: Document) => Promise<T>): Promise<T> {
  await checkRoot(root);
  const [verdict, result] = await Promise.allSettled([lint(root), bundled(root).then(work)]);
  // What is wrong with the spec explains what the work ran into.
  if (verdict.status === 'rejected') throw verdict.reason;
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

async function lint(root: string): Promise<void> {
  const { stdout, stderr } = await redocly('lint', root, '--config', config, '--format=json', '--max-problems=1000');
  if (!stdout.startsWith('{')) throw new Error(`redocly lint: ${stderr}`);
  const lines = describe(JSON.parse(stdout).problems, root);
  if (lines.length > shown) lines.splice(shown, lines.length, `… and ${lines.length - shown} more`);
  if (lines.length > 0) throw new SpecError(lines.join('\n'));
}

async function bundled(root: string): Promise<Document> {
  const { code, stdout, stderr } = await redocly('bundle', root, '--config', config, '--ext=json');
  if (code !== 0) throw new Error(`redocly bundle: ${stderr}`);
  return JSON.parse(stdout);
}

/** Redocly reports what is wrong with the root file itself in prose, without a place to read off. */
async function checkRoot(root: string): Promise<void> {
  const text = await readFile(root, 'utf8').catch((error: Error) => {
    throw new SpecError(`${place(root)} ${error.message}`);
  });
  const lines = new LineCounter();
  const { errors, contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // The others follow from the first.
  for (const { pos, message } of errors.slice(0, 1)) {
    const { line, col } = lines.linePos(pos[0]);
    throw new SpecError(`${place(root, line, col)} ${message}`);
  }
  const version = isMap(contents) ? contents.get('openapi') : undefined;
  if (!/^3\.1\.\d+$/.test(`${version}`))
    throw new SpecError(`${place(root)} The root needs \`openapi: 3.1.0\`, it has ${version ?? 'none'}.`);
}

/** One line for each mistake. */
function describe(problems: readonly Problem[], root: string): string[] {
  const found = new Map<string, string>();
  for (const { message, suggest, ruleId, location } of causes(problems)) {
    const [{ source, start, pointer = '' } = { source: { ref: root }, start: { line: 1, col: 1 } } as Place] = location;
    const where = place(source.ref, start.line, start.col);
    // Each alternative that an example does not fit is reported, for one mistake in it.
    const mistake = exampleRules.test(ruleId) ? source.ref + (/^.*?\/examples\/[^/]+/.exec(pointer)?.[0] ?? '') : where;
    const hint = suggest.length > 0 ? ` Did you mean ${suggest.slice(0, 3).join(' or ')}?` : '';
    if (!found.has(mistake) || hint) found.set(mistake, `${where} ${message}${hint}`);
  }
  return [...found.values()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** The problems that do not follow from others. */
function causes(problems: readonly Problem[]): readonly Problem[] {
  // What cannot be parsed has places in its text, but none in a tree, and is missed wherever it is referred to.
  const unread = problems.filter(({ location }) => location[0]?.pointer === undefined);
  if (unread.length > 0) return unread;
  // A key that is misspelled is also missed.
  const fileOf = ({ location }: Problem) => location[0]?.source.ref;
  const misspelled = problems.flatMap((problem) => problem.suggest.map((key) => ({ key, file: fileOf(problem) })));
  const others = problems.filter(
    (problem) =>
      problem.suggest.length > 0 ||
      !misspelled.some(({ key, file }) => file === fileOf(problem) && problem.message.includes(`\`${key}\``)),
  );
  const structural = others.filter(({ ruleId }) => !exampleRules.test(ruleId));
  return structural.length > 0 ? structural : others;
}

/** A place as one would type it here: the path is relative below the current folder, absolute elsewhere. */
function place(file: string, line = 1, col = 1): string {
  const absolute = resolve(file);
  const short = relative(process.cwd(), absolute);
  return `${short.startsWith('..') ? absolute : short}:${line}:${col}`;
}
