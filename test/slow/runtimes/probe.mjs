import { createKooDriveAuthClient, createTraceId, isKooDriveError, unwrap } from 'koodrive-auth-contract';
import * as validate from 'koodrive-auth-contract/schemas';

/**
 * Checks what depends on the runtime: requests, streams, timers, redirects, random numbers. Returns the names of the checks that failed.
 * `mock` is the URL of the mock, and `odd` that of `startOddServer`.
 */
export async function probe(mock, odd, options = {}) {
  const client = (baseUrl) => createKooDriveAuthClient({ baseUrl, agentName: 'runtimes', validate, ...options });
  const request = { account: '0027188460911', authType: '1', password: 's3cret-s3cret' };
  const login = (headers, body = request) => client(mock).login(body, { headers });
  const loginAt = (path, callOptions) => client(`${odd}/${path}`).login(request, callOptions);
  const kindOf = ({ ok, error }) => (ok ? 'ok' : isKooDriveError(error) && error instanceof Error && error.kind);
  const kindAt = async (path, callOptions) => kindOf(await loginAt(path, callOptions));
  const failed = [];
  const check = async (name, run) => {
    try {
      if (!(await run())) failed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  };

  await check('a login is granted', async () => unwrap(await login()).sessionInfo.expiresIn === 1800);
  await check(
    'a schema rejects',
    async () => kindOf(await login({}, { ...request, account: '' })) === 'invalid-request',
  );
  await check('the service refuses', async () => {
    const outcome = await login({ prefer: 'code=400, example=wrongPassword' });
    return kindOf(outcome) === 'service' && outcome.status === 400 && !JSON.stringify(outcome.error).includes('s3cret');
  });
  await check('a text in pieces is read', async () => (await loginAt('pieces')).error.serviceMessage === '登录 🙂');
  await check('a trace id is made', () => {
    const [one, other] = [createTraceId(), createTraceId()];
    return one !== other && one.length === 58;
  });
  await check('a silent server times out', async () => (await kindAt('silent', { timeoutMs: 200 })) === 'timeout');
  await check('a dripping body times out', async () => (await kindAt('drip', { timeoutMs: 400 })) === 'timeout');
  await check('a signal aborts', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    return (await kindAt('silent', { signal: controller.signal })) === 'aborted';
  });
  await check('a redirect is not followed', async () => (await kindAt('redirect')) === 'invalid-response');
  await check('HTML is rejected', async () => (await kindAt('html')) === 'invalid-response');
  await check('a body over 1 MiB is rejected', async () => (await kindAt('large')) === 'invalid-response');
  await check('a broken connection is reported', async () => (await kindAt('break')) === 'network');
  return failed;
}
