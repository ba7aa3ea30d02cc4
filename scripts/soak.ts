import { parseArgs } from 'node:util';
import { login } from '../generated/examples.js';
import { median } from './bench/measure.js';
import { freePort, startServer } from './bench/server-process.js';
import { root } from './bench/workspace.js';
import { good } from './soak/requests.js';
import { soak } from './soak/soak.js';

const usage = `Usage: npm run soak -- [--seconds 300] [--connections 64]

Asks a mock good and bad things at once: broken bodies, slow readers, half-open sockets, aborted uploads. Exit code 1 if it
ends, answers otherwise than the spec says, or holds more memory at the end. --seconds 15 is enough for a look.`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    connections: { type: 'string', default: '64' },
    help: { type: 'boolean', default: false },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const seconds = Number(values.seconds);
const connections = Number(values.connections);
if (values.help || !(seconds > 0 && connections > 0)) {
  print(usage);
  process.exit(values.help ? 0 : 1);
}

const [first] = good;
if (!first) throw new Error('nothing to ask');
const port = await freePort();
const question = { path: first.path, headers: first.headers, body: JSON.stringify(login.requests.withPassword) };
const server = await startServer(['--import', 'tsx', 'src/cli.ts', '--port', String(port)], port, question, root);
const { answered, abused, wrong, memory } = await soak(server, { seconds, connections });
const alive = server.alive();
const errors = server.errors();
await server.stop();

// The first fifth fills caches and grows the heap to its working size.
const settled = memory.slice(Math.ceil(memory.length / 5));
const third = Math.ceil(settled.length / 3);
const early = median(settled.slice(0, third));
const late = median(settled.slice(-third));
const growth = late - early;
// Between two collections the heap swings by some 20 MiB.
const flat = growth < 32;
print(
  `${answered.toLocaleString('en-US')} requests answered as promised, ${abused} connections abused, ${connections} connections, ${seconds} s`,
);
print(
  `memory ${early.toFixed(0)} MiB early, ${late.toFixed(0)} MiB late, ${Math.max(...memory).toFixed(0)} MiB at most`,
);
for (const [what, count] of wrong) print(`WRONG ${count} times: ${what}`);
if (!alive) print('CRASHED');
if (errors) print(`STDERR: ${errors}`);
if (!flat) print('MEMORY GROWS');
process.exitCode = alive && flat && wrong.size === 0 && errors === '' && answered > 0 ? 0 : 1;
