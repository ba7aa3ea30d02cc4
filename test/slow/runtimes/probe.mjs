/**
 * Checks what depends on the runtime: requests, streams, timers, redirects, random numbers. Returns the names of the checks that failed.
 * `mock` is the URL of the mock, `odd` that of `startOddServer`.
 */
export async function probe(client, mock, odd) {
  const { createKooDriveAuthClient, createTraceId, isKooDriveError, unwrap } = client;
  const auth = createKooDriveAuthClient({ baseUrl: mock, agentName: 'runtimes' });
  const request = { account: '0027188460911', authType: '1', password: 's3cret-s3cret' };
  const login = (prefer) => auth.login(request, { headers: { prefer } });
  const kindOf = ({ ok, error }) => (ok ? 'ok' : isKooDriveError(error) && error instanceof Error && error.kind);
  /** Returns the kind of error of a login at a path of the odd server. */
  const kindAt = async (path, options) =>
    kindOf(await createKooDriveAuthClient({ baseUrl: `${odd}/${path}`, agentName: 'x' }).login(request, options));
  const failed = [];
  const check = async (name, run) => {
    try {
      if (!(await run())) failed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  };

  await check('a login is granted', async () => unwrap(await auth.login(request)).sessionInfo.expiresIn === 1800);
  await check('the service refuses', async () => {
    const outcome = await login('code=400, example=wrongPassword');
    return kindOf(outcome) === 'service' && outcome.status === 400 && !JSON.stringify(outcome.error).includes('s3cret');
  });
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
