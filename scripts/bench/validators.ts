import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { login } from '../../generated/examples.js';
import document from '../../generated/openapi.json' with { type: 'json' };
import { readContract } from '../../src/contract/contract.js';
import { loginResponse } from '../../src/schemas.js';
import { compare, micros, type Row, race } from './measure.js';
import { installed, titleOf } from './packages.js';

type Validator = (value: unknown) => boolean;

const zodVersion = '4.6.7';

/** Time to judge the answer to a login that is parsed already, in copies that take turns. */
export async function benchValidators(rounds: number): Promise<Row[]> {
  const values = Array.from({ length: 64 }, () => structuredClone<unknown>(login.responses.withPassword.body));
  const ours: Validator = (value) => !loginResponse['~standard'].validate(value).issues;
  const batches = [ours, ajvValidator(), await zodValidator()].map((accepts) => (count: number) => {
    for (let done = 0; done < count; done++)
      if (!accepts(values[done & 63])) throw new Error('a validator refuses an answer that is right');
  });
  const peers = [`${await titleOf('ajv')}, at run time`, `zod ${zodVersion}`];
  return compare('validator: the answer to a login', await race(batches, rounds), peers, micros);
}

/** Ajv, which compiles the schema of the spec when it starts. */
function ajvValidator(): Validator {
  const { operations } = readContract(document);
  const schema = operations.find(({ id }) => id === 'login')?.responses.find(({ key }) => key === '200')?.schema;
  const formats = { email: fullFormats.email ?? true, password: true, int64: true } as const;
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats });
  return ajv.compile({ ...schema, components: document.components });
}

/** What is used of zod. */
interface ZodType {
  optional(): ZodType;
  refine(holds: (value: unknown) => boolean): ZodType;
  safeParse(value: unknown): { success: boolean };
}
type Zod = Record<'object' | 'string' | 'int' | 'email' | 'literal' | 'union', (argument?: unknown) => ZodType>;

/** The same schema as people write it with zod. */
async function zodValidator(): Promise<Validator> {
  const folder = await installed({ zod: zodVersion });
  const z: Zod = await import(pathToFileURL(join(folder, 'node_modules/zod/index.js')).href);
  const text = z.string();
  const email = z.union([z.literal(''), z.email()]).optional();
  const userInfo = z.object({ userId: text, firstname: text, surname: text.optional(), phone: text, email });
  const sessionInfo = z.object({ accessToken: text, expiresIn: z.int(), issuedAt: text, refreshToken: text });
  const zero = z.union([z.literal(0), z.literal('0')]);
  const other = z.union([z.int(), text]).refine((code) => String(code) !== '0');
  const schema = z.union([
    z.object({ code: zero, msg: text, data: z.object({ userInfo, sessionInfo }) }),
    z.object({ code: other, msg: text }),
  ]);
  return (value) => schema.safeParse(value).success;
}
