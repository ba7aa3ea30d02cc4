import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/mock/command.js';
import { freshenDocs } from './fresh-docs.js';

const root = new URL('../', import.meta.url);
const args = process.argv.slice(2);

// Some commands need no docs, or bring their own.
const withoutDocs = ['-h', '--help', '--version', '--docs'].some((option) => args.includes(option));
if (!withoutDocs) await freshenDocs(fileURLToPath(root));
await runCommand(args, new URL('package.json', root));
