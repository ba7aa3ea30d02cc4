import { beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../scripts/breaking/difference.js';
import { compileReleasedCode, readReleasedCode } from '../../scripts/breaking/released-code.js';

const folder = 'openapi/released';

/** Code that a release could have recorded. */
const recorded = {
  'lost-type.ts': [`import type { Lost } from '../../src/index.js';`, ``, `export const lost: Lost = 1;`],
  'lost-field.ts': [
    `import type { RegisterUserRequest, UserInfo } from '../../src/index.js';`,
    `export const nickname = (user: UserInfo) => user.nickname;`,
    `export const request: RegisterUserRequest = { firstname: '', phone: '', captchaToken: '' };`,
  ],
  'new-field.ts': [
    `import type { UserInfo } from '../../src/index.js';`,
    `// @ts-expect-error: no such field in the last release`,
    `export const name = (user: UserInfo) => user.surname;`,
  ],
  'exact.ts': [
    `import { expectTypeOf } from 'vitest';`,
    `import type { UserInfo } from '../../src/index.js';`,
    `expectTypeOf<UserInfo>().toEqualTypeOf<{ userId: string; firstname: string; phone: string }>();`,
  ],
};

describe('code of the last release', () => {
  let differences: Difference[];
  beforeAll(() => {
    const files = Object.entries(recorded).map(([name, lines]) => [`${folder}/${name}`, lines.join('\n')] as const);
    differences = compileReleasedCode(new Map(files));
  }, 120_000);
  const of = (name: keyof typeof recorded) => differences.filter(({ where }) => where.includes(name));

  it('is kept: the file that uses every part as a consumer does, and the tests of the types', () => {
    expect([...readReleasedCode(`${folder}/openapi.json`).keys()]).toContain(`${folder}/consumer.ts`);
  });

  it('that names a type which is gone is major, with file, line and reason', () => {
    expect(of('lost-type.ts')).toEqual([
      {
        impact: 'major',
        where: `released code ${folder}/lost-type.ts:1`,
        what: `Module '"../../src/index.js"' has no exported member 'Lost'.`,
        why: 'code of consumers that compiled no longer does',
      },
    ]);
  });

  it('that reads a field which is gone, or sends too little, is major', () => {
    expect(of('lost-field.ts').map(({ impact, where, what }) => `${impact} ${where}: ${what}`)).toEqual([
      expect.stringMatching(/^major .*:2: Property 'nickname' does not exist/),
      expect.stringMatching(/^major .*:3: Property 'password' is missing/),
    ]);
  });

  it('that expects a mistake which is allowed by now is no difference', () => {
    expect(of('new-field.ts')).toEqual([]);
  });

  it('that tests for exactly one type is minor, since an addition fails it too', () => {
    expect(of('exact.ts').map(({ impact, why }) => [impact, why])).toEqual([
      ['minor', 'a type is no longer exactly the same'],
    ]);
  });
});
