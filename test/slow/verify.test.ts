import { describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import type { Document } from '../../scripts/generate/openapi.js';
import { makeProbes, type ProbeOptions } from '../../scripts/verify/probes.js';
import { exitCode, render } from '../../scripts/verify/report.js';
import { verify } from '../../scripts/verify/verify.js';
import { type Answer, honest, type Question, rightPassword, startService } from '../support/live-service.js';

const document: Document = contract;
const credentials = { agentName: 'my-carrier', account: '0027188460911', password: rightPassword };

/** Checks a service that answers with `answer`, and returns what was found as `call: severity: what`. */
async function check(answer: (question: Question) => Answer, options: ProbeOptions = {}, maxLatencyMs = 60_000) {
  await using service = await startService(answer);
  const probes = makeProbes(document, credentials, options);
  const secrets = [rightPassword, ...(options.register ? [options.register.captchaToken] : [])];
  const report = await verify({ document, baseUrl: service.url, probes, secrets, timeoutMs: 5000, maxLatencyMs });
  const found = report.calls.flatMap(({ name, findings }) =>
    findings.map(({ severity, what }) => `${name}: ${severity}: ${what}`),
  );
  return { found, code: exitCode(report), text: render(report), questions: service.questions };
}

/** A service that answers as it should, but for what `lie` makes of the answers to the right login. */
const lying =
  (lie: (answer: Answer & { body: ReturnType<typeof success> }) => Answer) =>
  (question: Question): Answer => {
    const answer = honest(question);
    return answer.status === 200 ? lie({ ...answer, body: success(answer.body) }) : answer;
  };

const success = (body: unknown) =>
  structuredClone(body) as {
    code: unknown;
    msg: unknown;
    data?: { userInfo: Record<string, unknown>; sessionInfo: Record<string, unknown> };
  };

/** The success with some fields of the session or the user replaced. */
const withFields = (part: 'sessionInfo' | 'userInfo', fields: Record<string, unknown>) =>
  lying(({ body, ...rest }) => ({
    ...rest,
    body: { ...body, data: { ...body.data, [part]: { ...body.data?.[part], ...fields } } },
  }));

describe('a service that keeps the contract', () => {
  it('shows no difference', async () => {
    const { found, code, text } = await check(honest);
    expect(found).toEqual([]);
    expect(code).toBe(0);
    expect(text).toMatch(/ok {4}log in .* 200 .* ms {2}trace id [0-9a-v]{58}\n/);
    expect(text).toContain('No difference.');
  });

  it('may be asked with a wrong password and for a new user, when that is wanted', async () => {
    const register = { firstname: 'Verify', phone: '0027', captchaToken: 'the-captcha-token' };
    const { found, questions } = await check(honest, { wrongPassword: true, register });
    expect(found).toEqual([]);
    expect(questions).toHaveLength(6);
    expect(questions.at(-1)?.body).toEqual({ ...register, password: rightPassword });
  });

  it('is asked for nothing that changes it by default', async () => {
    const { questions } = await check(honest);
    expect(questions.map(({ path }) => path).filter((path) => path.includes('register'))).toEqual([]);
    expect(questions.filter(({ body }) => body['password'] && body['password'] !== rightPassword)).toEqual([]);
  });

  it('may say its code as text, and leave out what is optional', async () => {
    const { found } = await check(
      lying(({ body, ...rest }) => ({
        ...rest,
        body: { ...body, code: '0', data: { ...body.data, userInfo: { userId: '1', firstname: '', phone: '' } } },
      })),
    );
    expect(found).toEqual([]);
  });
});

describe('a service that lies', () => {
  const breaks: [title: string, answer: (question: Question) => Answer, found: string][] = [
    ['about the status', lying((answer) => ({ ...answer, status: 201 })), 'status 201 is not in the contract'],
    [
      'about a field that it promised',
      withFields('sessionInfo', { refreshToken: undefined }),
      'data.sessionInfo.refreshToken is missing',
    ],
    [
      'about the type of a field',
      withFields('sessionInfo', { expiresIn: '1800' }),
      'data.sessionInfo.expiresIn must be integer',
    ],
    [
      'about an id, which it sends as a number',
      withFields('userInfo', { userId: 18 }),
      'data.userInfo.userId must be string',
    ],
    [
      'about the form of an e-mail address',
      withFields('userInfo', { email: 'nobody' }),
      'data.userInfo.email fits none of the forms in the contract',
    ],
    [
      'about success, without data',
      lying(({ body, ...rest }) => ({ ...rest, body: { ...body, data: undefined } })),
      'data is missing',
    ],
    ['about JSON', lying((answer) => ({ ...answer, body: '<html>Welcome</html>' })), 'the body is not JSON'],
    [
      'about the end of its body',
      lying((answer) => ({ ...answer, body: JSON.stringify(answer.body).slice(0, 80) })),
      'the body is not JSON',
    ],
    ['about having an answer', lying((answer) => ({ ...answer, body: '' })), 'the body is empty'],
    [
      'about the size of its answer',
      lying((answer) => ({ ...answer, body: ' '.repeat(2 ** 20 + 1) })),
      'the body is over 1 MiB',
    ],
    [
      'about its place',
      lying((answer) => ({ ...answer, status: 307, headers: { location: 'https://other.example/' } })),
      'redirects with status 307, which no client follows',
    ],
  ];

  it.each(breaks)('%s breaks consumers', async (_, answer, found) => {
    const result = await check(answer);
    expect(result.found).toContain(`log in: error: ${found}`);
    expect(result.code).toBe(2);
  });

  const drifts: [title: string, answer: (question: Question) => Answer, found: string][] = [
    [
      'about its content type',
      lying((answer) => ({ ...answer, headers: { 'content-type': 'text/html' } })),
      'content type is text/html, not application/json',
    ],
    [
      'about its fields, with one more',
      withFields('userInfo', { avatar: '' }),
      'data.userInfo.avatar is not in the contract',
    ],
    [
      'about milliseconds',
      withFields('sessionInfo', { issuedAt: '1772006999' }),
      'sessionInfo.issuedAt is no Unix time in milliseconds, as decimal digits (D10)',
    ],
    [
      'about seconds',
      withFields('sessionInfo', { expiresIn: 1_800_000 }),
      'sessionInfo.expiresIn is hardly a number of seconds (D9)',
    ],
    [
      'about the scheme of its token',
      withFields('sessionInfo', { accessToken: 'Bearer a1b2c3' }),
      'sessionInfo.accessToken does not start with "AT " (D11)',
    ],
    [
      'about having no cookies',
      lying((answer) => ({ ...answer, headers: { ...answer.headers, 'set-cookie': 'sid=a1b2c3' } })),
      'sets a cookie (sid), which no client of the contract sends back',
    ],
  ];

  it.each(drifts)('%s drifts', async (_, answer, found) => {
    const result = await check(answer);
    expect(result.found).toEqual([`log in: warning: ${found}`]);
    expect(result.code).toBe(1);
  });

  it('about its speed drifts', async () => {
    const { found, code } = await check(
      lying((answer) => ({ ...answer, delay: 120 })),
      {},
      100,
    );
    expect(found).toContainEqual(expect.stringMatching(/^log in: warning: took \d+ ms, more than 100$/));
    expect(code).toBe(1);
  });

  it('about passwords, which it lets through when they are missing or wrong, breaks consumers', async () => {
    const welcome = (question: Question) =>
      question.path.endsWith('/login') ? honest({ ...question, body: { password: rightPassword } }) : honest(question);
    const { found, code } = await check(welcome, { wrongPassword: true });
    expect(found).toEqual([
      'log in without a proof: error: lets a login without a password through',
      'log in with a wrong password: error: lets a wrong password through',
    ]);
    expect(code).toBe(2);
  });

  it('about its refusals, without a message or by the wrong hand, breaks consumers', async () => {
    const { found, code } = await check((question) => {
      const answer = honest(question);
      if (answer.status === 400) return { ...answer, body: { code: 13000102 } };
      return answer.status === 404 ? { ...answer, body: { code: 404, msg: 'Not found' } } : answer;
    });
    expect(found).toContain('log in without a proof: error: msg is missing');
    expect(found).toContain('call what is not there: error: error_code is missing');
    expect(code).toBe(2);
  });

  it('about the status of a refusal drifts', async () => {
    const { found, code } = await check((question) => {
      const answer = honest(question);
      return answer.status === 400 ? { ...answer, status: 401 } : answer;
    });
    expect(found).toContain('log in without a proof: warning: was refused with status 401, the contract expects 400');
    expect(code).toBe(1);
  });
});

describe('a service that cannot be looked at', () => {
  it('because it refuses the login is no difference, and no success either', async () => {
    const { found, code } = await check((question) =>
      honest({
        ...question,
        body: { ...question.body, ...(question.body['password'] ? { password: 'another' } : {}) },
      }),
    );
    expect(found).toEqual([
      'log in: unchecked: no success could be looked at: status 400, code 99000002, "Account or password is incorrect."',
    ]);
    expect(code).toBe(3);
  });

  it('because nobody listens is named with the reason', async () => {
    const service = await startService(honest);
    await service[Symbol.asyncDispose]();
    const probes = makeProbes(document, credentials);
    const report = await verify({
      document,
      baseUrl: service.url,
      probes,
      secrets: [],
      timeoutMs: 5000,
      maxLatencyMs: 1000,
    });
    expect(report.calls[0]?.findings).toEqual([{ severity: 'unchecked', what: 'no full answer (ECONNREFUSED)' }]);
    expect(exitCode(report)).toBe(3);
  });

  it('because it never answers is given up after the time limit', async () => {
    await using service = await startService(() => ({ status: 200, body: '', delay: 2000 }));
    const [probe] = makeProbes(document, credentials);
    const probes = probe ? [probe] : [];
    const report = await verify({
      document,
      baseUrl: service.url,
      probes,
      secrets: [],
      timeoutMs: 50,
      maxLatencyMs: 1000,
    });
    expect(report.calls[0]?.findings).toEqual([{ severity: 'unchecked', what: 'no full answer within 50 ms' }]);
  });
});
