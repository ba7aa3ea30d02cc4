import { runCommand } from '../src/mock/command.js';
import { freshenDocs } from './start/fresh-docs.js';

const args = process.argv.slice(2);

// Some commands serve no docs.
const withoutDocs = ['-h', '--help', '--version'].some((option) => args.includes(option));
if (!withoutDocs) await freshenDocs();
await runCommand(args);
