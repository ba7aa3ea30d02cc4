import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchClient } from './bench/client.js';
import { type Row, table } from './bench/measure.js';
import { benchMock } from './bench/mock.js';
import { benchValidators } from './bench/validators.js';

const usage = `Usage: npm run bench -- [client] [validators] [mock] [--rounds 7]

Measures this package beside its peers. Both take turns in one run: trust the ratios, not the times. The mock is the built
one (npm run build); zod, which the project does not need itself, is installed into .cache.`;

const parts = new Map([
  ['client', benchClient],
  ['validators', benchValidators],
  ['mock', benchMock],
]);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '7' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) process.stdout.write(`${usage}\n`);
  else await bench(positionals.length > 0 ? positionals : [...parts.keys()], Number(values.rounds));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function bench(names: readonly string[], rounds: number): Promise<void> {
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number above zero');
  const chosen = names.map((name) => {
    const part = parts.get(name);
    if (!part) throw new Error(`${name} is no part: ${[...parts.keys()].join(', ')}`);
    return part;
  });
  const rows: Row[] = [];
  for (const part of chosen) rows.push(...(await part(rounds)));
  const machine = `${rounds} rounds, ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  process.stdout.write(`${table(rows)}\n\n${machine}\n`);
}
