import { runVerify } from './verify/command.js';

process.exitCode = await runVerify(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
