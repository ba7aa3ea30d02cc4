#!/usr/bin/env node
// Checks the version before it imports files that an older Node cannot read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`koodrive-auth-mock needs Node.js 20.19 or newer. This is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  import('./mock/command.js')
    .then(({ runCommand }) => runCommand(process.argv.slice(2)))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    });
}
