import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { consoleData } from '../../scripts/docs/console-data.js';
import { derive } from '../../scripts/docs/derive.js';
import { errorKinds } from '../../scripts/docs/error-kinds.js';
import { bundle } from '../../scripts/generate/bundle.js';
import { readContract } from '../../scripts/generate/contract.js';
import type { Document } from '../../scripts/generate/openapi.js';
import { readSource } from '../../scripts/generate/source.js';
import { SpecCopy } from '../support/spec-copy.js';
import { addThirdOperation } from '../support/third-operation.js';

const document = JSON.parse(
  await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
) as Document;
const { decisions } = readSource();
const changelog = '# Changelog\n\nWords.\n\n## 1.0.0\n\n- First.\n';
const source = { document, decisions, changelog, packageName: 'koodrive-auth-contract' };
const derived = derive(source) as Document & { tags: { name: string; description: string }[] };
const section = (name: string) => derived.tags.find((tag) => tag.name === name)?.description ?? '';

test('The docs add their sections after those of the spec', () => {
  const names = derived.tags.map(({ name }) => name);

  expect(names.slice(-5)).toEqual(['Try it', 'Errors', 'Test numbers', 'Decisions', 'Changelog']);
  expect(names.length).toBeGreaterThan(5);
});

test('Each inferred paragraph links to its decision', () => {
  const text = JSON.stringify(derived);

  expect(text).not.toMatch(/\*\*Inferred/);
  for (const { id } of decisions) {
    expect(text, id).toContain(`href=\\"#/decisions#decision-${id.toLowerCase()}\\">${id}</a>`);
    expect(section('Decisions'), id).toContain(`id="decision-${id.toLowerCase()}"`);
  }
});

test('A description that cites an unknown decision stops the docs', () => {
  const broken = structuredClone(document);
  Object.assign(broken.info, { description: '**Inferred (D99).** Nobody decided this.' });

  expect(() => derive({ ...source, document: broken })).toThrow('D99');
});

test('Words of a spec that look like HTML stay words', () => {
  const says = 'less < more & "quoted" <script>';
  const [row] = decisions;
  const hostile = derive({
    ...source,
    decisions: [{ ...row, id: 'D1', says, decision: '', why: '', at: [] }, ...decisions.slice(1)],
  });

  expect(JSON.stringify(hostile)).toContain('less &lt; more &amp; &quot;quoted&quot; &lt;script&gt;');
});

test('The page lists every kind of error, every test number and the changelog', () => {
  for (const kind of Object.keys(errorKinds)) expect(section('Errors')).toContain(`<code>${kind}</code>`);
  for (const { id, responses } of readContract(document).operations) {
    for (const [key, { testNumbers }] of Object.entries(responses)) {
      for (const number of testNumbers) {
        expect(section('Test numbers')).toMatch(new RegExp(`id="${id}-${number}".*?<code>${key}</code>`));
      }
    }
  }
  expect(section('Changelog')).toBe('Words.\n\n### 1.0.0\n\n- First.\n');
});

test('Titles of examples say status, name and summary', () => {
  const titles = JSON.stringify(derived.paths);

  expect(titles).toMatch(/"summary":"Request withCode: /);
  expect(titles).toMatch(/"summary":"400 wrongPassword: /);
  expect(titles).toMatch(/"summary":"429 rateLimited: /);
});

test('A description beside a reference also says what is inferred behind it', () => {
  const { msg } = derived.components?.schemas?.['ServiceEnvelope']?.properties ?? {};

  expect(msg?.description).toMatch(/^What the code means, in words, for people\..*\n\n<mark .*>D8<\/a>/s);
});

test('A security scheme is described even when no operation asks for it', () => {
  const bare = structuredClone(document);
  delete bare.components?.['securitySchemes'];

  expect(section('Security')).toMatch(/^\*\*AccessToken\.\*\* .*>D11<\/a>/s);
  expect(JSON.stringify(derive({ ...source, document: bare }))).not.toContain('"Security"');
});

test('The spec itself is left as it was', () => {
  const before = JSON.stringify(document);
  derive(source);

  expect(JSON.stringify(document)).toBe(before);
});

test('A third operation gets its samples and a place in the console without a change here', async () => {
  using copy = new SpecCopy();
  addThirdOperation(copy);
  const third: Document = JSON.parse(JSON.stringify(await bundle(copy.spec)));
  const text = JSON.stringify(derive({ ...source, document: third }).paths);

  expect(text).toContain('await auth.refreshToken({');
  expect(consoleData(readContract(third)).operations.map(({ id }) => id)).toContain('refreshToken');
});
