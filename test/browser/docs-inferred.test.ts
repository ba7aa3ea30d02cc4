import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { bundle } from '../../scripts/generate/bundle.js';
import { readContract } from '../../scripts/generate/contract.js';
import type { Document } from '../../scripts/generate/openapi.js';
import { inferredParagraphs } from '../support/inferred.js';
import { readSpec } from '../support/spec.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';
import { displayed, startChromium } from './chromium.js';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inferred-'));
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function withThirdOperation(): Promise<Document> {
  using copy = new SpecCopy();
  addThirdOperation(copy);
  return JSON.parse(JSON.stringify(await bundle(copy.spec)));
}

/** The lines that the page of a spec shows, as a reader sees them, in all of it or in one section. */
async function linesOf(document: Document): Promise<(section?: string) => Promise<string[]>> {
  const spec = join(folder, 'spec.json');
  await writeFile(spec, JSON.stringify(document));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(await buildDocs({ spec, out: folder })).href);
  return async (section) => {
    const place = section === undefined ? '#api-content' : `[data-section-id="${section}"]`;
    const text = (await displayed(page.locator(place))).replaceAll('\u200b', '');
    return text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  };
}

describe.each([
  ['of the spec', readSpec],
  ['of a spec with a third operation', withThirdOperation],
])('The page %s', (_, read) => {
  test('shows every inferred paragraph, and each operation those of all that it reaches', async () => {
    const document = await read();
    const lines = await linesOf(document);
    const expectAll = async (part: unknown, section?: string) => {
      const inferred = [...inferredParagraphs(document, part)];
      expect(inferred.length).toBeGreaterThan(10);
      // The renderer draws the deeper levels of a schema a little later.
      const missing = async () => {
        const there = await lines(section);
        return inferred.filter((paragraph) => !there.includes(paragraph));
      };
      await expect.poll(missing, { timeout: 10_000, message: section ?? 'the page' }).toEqual([]);
    };

    await expectAll(document);
    for (const { id, path, method } of readContract(document).operations) {
      const object = document.paths[path]?.[method.toLowerCase()] as { tags: string[] };
      await expectAll(object, `/${object.tags[0]}/${id}`.toLowerCase());
    }
  });
});
