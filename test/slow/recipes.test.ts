import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import * as schemas from '../../src/schemas.js';
import { installed } from '../support/packages.js';
import { run } from '../support/run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
const { newUser } = examples.registerUser.requests;

describe('each recipe with TanStack works as pasted', () => {
  let mock: RunningMock;
  let folder: string;
  beforeAll(async () => {
    mock = await startMock({ publishedTimes: true });
    const packages = await installed({ '@tanstack/form-core': '1.24.0', '@tanstack/query-core': '5.108.0' });
    folder = await mkdtemp(join(packages, 'recipes-'));
    const all = "export * from '@tanstack/form-core';\nexport { MutationObserver } from '@tanstack/query-core';\n";
    await writeFile(join(folder, 'tanstack.ts'), all);
  });
  afterAll(async () => {
    await mock.close();
    await rm(folder, { recursive: true });
  });

  const load = (name: string) => import(pathToFileURL(join(folder, name)).href);
  /** Pastes a recipe into a file, with the mock in place of the service. */
  const paste = async (name: string) => {
    const [, code = ''] = new RegExp(`\`\`\`ts\n// ${name}\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
    const local = code
      .replaceAll(/'koodrive-auth-contract(\/\w+)?'/g, (_, entry = '/index') => `'${root}src${entry}.js'`)
      .replaceAll('servers.international', `'${mock.url}'`);
    await writeFile(join(folder, name), local);
    return load(name);
  };

  it('a form', async () => {
    const { FieldApi } = await load('tanstack.ts');
    await paste('words.ts');
    const recipe = await paste('form.ts');
    const { form } = recipe;
    form.mount();
    const fields = Object.keys(newUser).map((name) => new FieldApi({ form, name }));
    for (const field of fields) field.mount();
    const fill = (values: object) => {
      for (const field of fields) if (field.name in values) field.setValue(Reflect.get(values, field.name));
    };
    fill({ ...newUser, email: 'nobody' });
    await form.handleSubmit();
    expect(form.getFieldMeta('email').errors).toMatchObject([{ message: 'email must be a valid email' }]);
    fill({ email: '', phone: '0027000040005' });
    await form.handleSubmit();
    expect(JSON.stringify(form.state.errors)).toMatch(/That did not work: .+ \(99000005\)/);
    expect(recipe.session).toBeUndefined();
    fill({ phone: newUser.phone });
    await form.handleSubmit();
    expect(form.state.isSubmitSuccessful).toBe(true);
    expect(recipe.session).toEqual(examples.registerUser.responses.newUser.body.data.sessionInfo);
  });

  it('a mutation', async () => {
    const { MutationObserver } = await load('tanstack.ts');
    const { login } = await paste('query.ts');
    expect(login).toBeInstanceOf(MutationObserver);
    const { withPassword } = examples.login.requests;
    expect(await login.mutate(withPassword)).toEqual(examples.login.responses.withPassword.body.data);
    await expect(login.mutate({ ...withPassword, account: '0027000040002' })).rejects.toMatchObject({
      kind: 'service',
    });
  });

  it('a form shows each issue at its field', async () => {
    const { FieldApi, FormApi } = await load('tanstack.ts');
    const defaultValues = { ...examples.registerUser.requests.newUser, email: 'nobody' };
    const form = new FormApi({ defaultValues, validators: { onSubmit: schemas.registerUserRequest } });
    const email = new FieldApi({ form, name: 'email' });
    form.mount();
    email.mount();
    await form.handleSubmit();
    expect(form.state.canSubmit).toBe(false);
    expect(email.state.meta.errors).toMatchObject([{ message: 'email must be a valid email' }]);
    email.setValue('');
    await form.handleSubmit();
    expect(email.state.meta.errors).toEqual([]);
  });

  it('and compiles on a server, without the types of browsers', async () => {
    for (const name of ['words.ts', 'form.ts', 'query.ts', 'route.ts', 'test.ts']) await paste(name);
    const compilerOptions = {
      ...{ target: 'es2022', module: 'nodenext', lib: ['es2022'], types: ['node'] },
      ...{ strict: true, skipLibCheck: true, noEmit: true },
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { code, stdout } = await run('node_modules/typescript/bin/tsc', ['-p', folder]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });
});
