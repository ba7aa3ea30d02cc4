#!/usr/bin/env node
import { runCommand } from './mock/command.js';

runCommand(process.argv.slice(2), new URL('../package.json', import.meta.url)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
