import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchClient } from './bench/client.js';
import { benchGenerator } from './bench/generator.js';
import { type Row, table } from './bench/measure.js';
import { benchMock } from './bench/mock.js';
import { benchValidators } from './bench/validators.js';

const usage = `Usage: npm run bench -- [client] [validators] [mock] [generator] [--rounds 7] [--operations 2,200,1000]

Measures this package beside its peers. Both take turns in one run: trust the ratios, not the times. The mock is the built
one (npm run build); zod, which the project does not need itself, is installed into .cache.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      operations: { type: 'string', default: '2,200,1000' },
      help: { type: 'boolean', default: false },
    },
  });
  const [rounds, sizes] = [Number(values.rounds), values.operations.split(',').map(Number)];
  if (![rounds, ...sizes].every((value) => Number.isInteger(value) && value > 0))
    throw new Error('--rounds and --operations take whole numbers above zero');
  const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
    client: () => benchClient(rounds),
    validators: () => benchValidators(rounds),
    mock: () => benchMock(rounds),
    generator: () => benchGenerator(rounds, sizes),
  };
  const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
  if (unknown) throw new Error(`${unknown} is no part: ${Object.keys(parts).join(', ')}`);
  const rows: Row[] = [];
  for (const name of values.help ? [] : positionals.length > 0 ? positionals : Object.keys(parts))
    rows.push(...((await parts[name]?.()) ?? []));
  const machine = `${rounds} rounds, ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  process.stdout.write(values.help ? `${usage}\n` : `${table(rows)}\n\n${machine}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
