import { runCommand } from '../src/mock/command.js';
import { updateDocs } from './start/update-docs.js';

const args = process.argv.slice(2);

const onlyPrints = ['-h', '--help', '--version'].some((option) => args.includes(option));
if (!onlyPrints) await updateDocs();
await runCommand(args);
