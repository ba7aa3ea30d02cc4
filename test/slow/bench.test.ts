import { expect, it } from 'vitest';
import { run } from '../support/run.js';

// The validators are measured beside a peer that is installed first, the mock once it is built: not here.
it('npm run bench measures the client and the generator beside their peers in one table', async () => {
  const args = ['client', 'generator', '--rounds', '1', '--operations', '3'];
  const { code, stdout, stderr } = await run('scripts/bench.ts', args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const ratio = String.raw`[\d.]+ \([\d.]+ to [\d.]+\) +\|`;
  expect(stdout).toMatch(new RegExp(String.raw`^\| client: a login .*µs.*\| a hand-written call .*${ratio}$`, 'm'));
  expect(stdout).toMatch(new RegExp(String.raw`^\| client: a login .*µs.*\| openapi-fetch \d.*${ratio}$`, 'm'));
  expect(stdout).toMatch(new RegExp(String.raw`^\| generator: 3 operations .* s .*${ratio}$`, 'm'));
});

it('npm run bench names the parts that there are', async () => {
  const { code, stderr } = await run('scripts/bench.ts', ['clients']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'clients is no part: client, validators, mock, generator\n' });
});
