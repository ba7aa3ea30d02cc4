import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchClient } from './bench/client.js';
import { benchMock } from './bench/mock.js';

// Usage: npm run bench -- [client] [mock] [--rounds 7]. The mock is the built one: run `npm run build` first.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
});
const rounds = Number(values.rounds);
const parts = { client: benchClient, mock: benchMock };
const lines = ['| what | here | peer | there | here / there (range) |', '|---|---|---|---|---|'];
for (const [name, bench] of Object.entries(parts))
  if (positionals.length === 0 || positionals.includes(name))
    for (const cells of await bench(rounds)) lines.push(`| ${cells.join(' | ')} |`);
const machine = `${rounds} rounds, ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}`;
process.stdout.write(`${lines.join('\n')}\n\n${machine}. The peers take turns: trust the ratios, not the times.\n`);
