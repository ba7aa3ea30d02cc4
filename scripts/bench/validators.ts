import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { login } from '../../generated/examples.js';
import { bytesOf, load } from './bundle.js';
import { type Laps, median, race, ratio } from './measure.js';
import { figure, type Result, type Row } from './report.js';
import { builtPackage, versionOf, workspace } from './workspace.js';

const us = 'koodrive-auth-contract';
const peers = ['ajv', 'zod', 'valibot'] as const;
const contenders = [us, ...peers] as const;
type Contender = (typeof contenders)[number];

/** A contender with a loop of its own, which the engine can then fit to it. */
interface Validator {
  /** Judges `count` values, and tells how many it accepted. */
  judge(values: readonly unknown[], count: number): number;
}

const code = (name: Contender) => `
  import { accepts } from './validators/${name}.ts';
  export function judge(values, count) {
    let accepted = 0;
    for (let done = 0; done < count; done++) if (accepts(values[done & 63])) accepted++;
    return accepted;
  }`;

const body = login.responses.withPassword.body;
const { data } = body;

/** What is judged: the verdict must be the same for all, or the times say nothing. */
const cases = [
  { title: 'valid', body, valid: true },
  {
    title: 'valid, with an e-mail address',
    body: { ...body, data: { ...data, userInfo: { ...data.userInfo, email: 'mike@example.com' } } },
    valid: true,
  },
  { title: 'refusal in a 200', body: { code: 13000102, msg: 'Verify parameters failed.' }, valid: true },
  { title: 'no session', body: { ...body, data: { userInfo: data.userInfo } }, valid: false },
];

/** Time and size of the validators of a login's answer. */
export async function benchValidators(): Promise<Result> {
  await writeFile(join(workspace, 'contenders/login-response.json'), JSON.stringify(await responseSchema()));
  const validators: Partial<Record<Contender, Validator>> = {};
  for (const name of contenders) validators[name] = await load<Validator>(`validate-${name}`, code(name));

  const laps = new Map<string, Laps<Contender>>();
  for (const { title, body: value, valid } of cases) {
    const values = Array.from({ length: 64 }, () => JSON.parse(JSON.stringify(value)) as unknown);
    const batches = contenders.map((name) => {
      const batch = (count: number) => {
        if (validators[name]?.judge(values, count) !== (valid ? count : 0))
          throw new Error(`${name} judges an answer wrongly: ${title}`);
      };
      return [name, batch] as const;
    });
    const entrants = Object.fromEntries(batches) as Record<Contender, (count: number) => void>;
    laps.set(title, await race(entrants, { rounds: 31, roundMs: 10, clock: 'processor' }));
  }

  const rows: Row[] = [];
  const sizes: number[] = [];
  for (const name of contenders) {
    const size = await bytesOf(`export { accepts } from './validators/${name}.ts';`);
    sizes.push(size);
    const times = [...laps].map(([title, lap]) => [`${title}, ns`, median(lap[name])] as const);
    const version = name === us ? us : `${name} ${await versionOf(name)}`;
    rows.push({ validator: version, ...Object.fromEntries(times), 'bytes, min + Brotli': size });
  }

  const valid = laps.get('valid');
  if (!valid) throw new Error('nothing was measured');
  const own = median(valid[us]);
  return {
    part: 'validators',
    method:
      'Each judges the parsed answer to a login, 64 copies in turn. Ajv compiles the spec’s schema when it starts.',
    tables: [{ title: 'Time per answer, and size', rows }],
    goals: [
      { says: `a valid login response within 60 ns: ${figure(own)} ns`, met: own <= 60 },
      ...peers.map((name) => {
        const times = ratio(valid[us], valid[name]);
        return { says: `faster than ${name}: ${figure(times)} times`, met: times < 1 };
      }),
    ],
    headlines: [
      {
        what: 'A valid login response judged by its schema',
        ours: `${figure(own, 2)} ns`,
        others: peers.map((name) => `${name} ${figure(median(valid[name]), 2)}`).join(', '),
      },
      {
        what: 'Size of that schema with its validator',
        ours: `${figure(sizes[0] ?? Number.NaN)} B`,
        others: peers.map((name, index) => `${name} ${figure(sizes[index + 1] ?? Number.NaN)}`).join(', '),
      },
    ],
  };
}

/** The schema of a login's answer as the spec has it, each reference replaced, without the words for people. */
async function responseSchema(): Promise<unknown> {
  const spec = JSON.parse(await readFile(join(builtPackage, 'generated/openapi.json'), 'utf8'));
  const words = new Set(['description', 'examples', 'title']);
  const plain = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(plain);
    if (typeof node !== 'object' || node === null) return node;
    if ('$ref' in node) {
      const steps = String(node.$ref).split('/').slice(1);
      return plain(steps.reduce((at, step) => at[step], spec));
    }
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !words.has(key))
        .map(([key, value]) => [key, plain(value)]),
    );
  };
  return plain(spec.components.responses.LoginAnswered.content['application/json'].schema);
}
