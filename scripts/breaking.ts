import { runBreaking } from './breaking/command.js';

process.exitCode = await runBreaking(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
