import { runCommand } from '../src/mock/command.js';
import { freshenDocs } from './start/fresh-docs.js';

const args = process.argv.slice(2);

// Some commands need no docs, or bring their own.
const withoutDocs = ['-h', '--help', '--version', '--docs'].some((option) => args.includes(option));
if (!withoutDocs) await freshenDocs();
await runCommand(args);
