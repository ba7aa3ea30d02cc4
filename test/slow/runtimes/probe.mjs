/**
 * What a client must do in any runtime, in plain JavaScript. Answers with the names of the checks that failed.
 * `mock` is the URL of the mock, `odd` that of a server that is silent, redirects or breaks off.
 */
export async function probe(client, mock, odd) {
  const { createKooDriveAuthClient, createTraceId, isKooDriveError, unwrap } = client;
  const auth = createKooDriveAuthClient({ baseUrl: mock, agentName: 'runtimes' });
  const request = { account: '0027188460911', authType: '1', password: 's3cret-s3cret' };
  const login = (prefer) => auth.login(request, { headers: { prefer } });
  const kindOf = ({ ok, error }) => (ok ? 'ok' : isKooDriveError(error) && error instanceof Error && error.kind);
  /** The kind of error that a way of the odd server ends in. */
  const kindAt = async (way, options) =>
    kindOf(await createKooDriveAuthClient({ baseUrl: `${odd}/${way}`, agentName: 'x' }).login(request, options));
  const failed = [];
  const check = async (name, run) => {
    try {
      if (!(await run())) failed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  };

  await check('a login is granted', async () => unwrap(await auth.login(request)).sessionInfo.expiresIn === 1800);
  await check('a user is registered', async () => {
    const user = { firstname: 'm', phone: '0027', captchaToken: 'c', password: 'p' };
    return unwrap(await auth.registerUser(user)).userId.length > 9;
  });
  await check('the service refuses', async () => {
    const outcome = await login('code=400, example=wrongPassword');
    return kindOf(outcome) === 'service' && outcome.status === 400 && !JSON.stringify(outcome.error).includes('s3cret');
  });
  await check('the gateway refuses', async () => kindOf(await login('code=429, example=rateLimited')) === 'gateway');
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
  await check('an aborted signal sends nothing', async () => {
    return kindOf(await auth.login(request, { signal: AbortSignal.abort() })) === 'aborted';
  });
  await check('a redirect is not followed', async () => (await kindAt('redirect')) === 'invalid-response');
  await check('HTML is no answer', async () => (await kindAt('html')) === 'invalid-response');
  await check('a body over 1 MiB is no answer', async () => (await kindAt('large')) === 'invalid-response');
  await check('a connection that breaks is told', async () => (await kindAt('break')) === 'network');
  await check('wrong arguments throw', () => {
    try {
      createKooDriveAuthClient({ baseUrl: 'http://example.com', agentName: 'x' });
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  return failed;
}
