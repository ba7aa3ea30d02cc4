import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redocly } from '../../scripts/redocly.js';
import { readContract } from '../../src/contract/contract.js';
import { temporaryFolder } from '../support/folder.js';
import { readSpec } from '../support/spec.js';

const folder = temporaryFolder();

test('Redoc renders the bundle, for readers who prefer it', async () => {
  const page = join(folder, 'redoc.html');
  const { code, stderr } = await redocly('build-docs', 'generated/openapi.yaml', '--output', page);
  const html = readFileSync(page, 'utf8');

  expect(code, stderr).toBe(0);
  for (const { summary, path } of readContract(readSpec()).operations) {
    expect(html).toContain(summary);
    expect(html).toContain(path);
  }
});
