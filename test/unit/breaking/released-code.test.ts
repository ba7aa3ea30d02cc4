import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileReleasedCode, readReleasedCode } from '../../../scripts/breaking/released-code.js';

const folder = 'openapi/released';

/** What is found about lines of code that a consumer could have, as `line: message`. */
const compile = (...lines: string[]) =>
  compileReleasedCode(new Map([[`${folder}/some.ts`, lines.join('\n')]])).map(({ where, what }) =>
    `${where}: ${what}`.replace(`released code ${folder}/some.ts:`, ''),
  );

describe('the code that is kept from the last release', () => {
  it('compiles against the types of today, or the version says major', () => {
    const released = JSON.parse(readFileSync(`${folder}/openapi.json`, 'utf8')) as { info: { version: string } };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const code = readReleasedCode(`${folder}/openapi.json`);
    expect([...code.keys()]).toContain(`${folder}/consumer.ts`);
    const broken = compileReleasedCode(code);
    if (Number.parseInt(version, 10) === Number.parseInt(released.info.version, 10)) expect(broken).toEqual([]);
  });

  it('names file, line and reason of what no longer compiles, and calls it major', () => {
    const text = `import type { Lost } from '../../src/index.js';\n\nexport const lost: Lost = 1;\n`;
    expect(compileReleasedCode(new Map([[`${folder}/some.ts`, text]]))).toEqual([
      {
        impact: 'major',
        where: `released code ${folder}/some.ts:1`,
        what: `Module '"../../src/index.js"' has no exported member 'Lost'.`,
        why: 'code of consumers that compiled no longer does',
      },
    ]);
  });

  it('sees a field that is gone, and a request that lacks one', () => {
    const found = compile(
      `import type { RegisterUserRequest, UserInfo } from '../../src/index.js';`,
      `export const nickname = (user: UserInfo) => user.nickname;`,
      `export const request: RegisterUserRequest = { firstname: '', phone: '', captchaToken: '' };`,
    );
    expect(found).toEqual([
      expect.stringMatching(/^2: Property 'nickname' does not exist/),
      expect.stringMatching(/^3: Property 'password' is missing/),
    ]);
  });

  it('does not mind that something is allowed now that was not', () => {
    const found = compile(
      `import type { UserInfo } from '../../src/index.js';`,
      `// @ts-expect-error: no such field in the last release`,
      `export const name = (user: UserInfo) => user.surname;`,
    );
    expect(found).toEqual([]);
  });
});
