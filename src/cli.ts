#!/usr/bin/env node
import { runCommand } from './mock/command.js';

runCommand(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
