/**
 * What a client must do in any runtime, in plain JavaScript. Answers with the names of the checks that failed.
 * `mock` is the URL of the mock, `odd` that of a server that is silent, redirects or breaks off.
 */
export async function probe(client, mock, odd) {
  const { createKooDriveAuthClient, createTraceId, isKooDriveError, unwrap } = client;
  const auth = createKooDriveAuthClient({ baseUrl: mock, agentName: 'runtimes' });
  const at = (path, options) =>
    createKooDriveAuthClient({ baseUrl: `${odd}/${path}`, agentName: 'runtimes', ...options });
  const request = { account: '0027188460911', authType: '1', password: 's3cret-s3cret' };
  const login = (prefer, options) => auth.login(request, { headers: { prefer }, ...options });
  const kindOf = ({ ok, error }) => (ok ? 'ok' : isKooDriveError(error) && error instanceof Error && error.kind);
  const failed = [];
  const check = async (name, run) => {
    try {
      if (!(await run())) failed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  };

  await check('a login is granted', async () => unwrap(await auth.login(request)).sessionInfo.expiresIn === 1800);
  await check(
    'a user is registered',
    async () =>
      unwrap(await auth.registerUser({ firstname: 'm', phone: '0027', captchaToken: 'c', password: 'p' })).userId
        .length > 9,
  );
  await check('the service refuses', async () => {
    const outcome = await login('code=400, example=wrongPassword');
    return kindOf(outcome) === 'service' && outcome.status === 400 && !JSON.stringify(outcome.error).includes('s3cret');
  });
  await check('the gateway refuses', async () => kindOf(await login('code=429, example=rateLimited')) === 'gateway');
  await check(
    'a trace id is made',
    () => new Set([createTraceId(), createTraceId()]).size === 2 && createTraceId().length === 58,
  );
  await check(
    'a silent server times out',
    async () => kindOf(await at('silent', { timeoutMs: 200 }).login(request)) === 'timeout',
  );
  await check(
    'a dripping body times out',
    async () => kindOf(await at('drip', { timeoutMs: 400 }).login(request)) === 'timeout',
  );
  await check('a signal aborts', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    return kindOf(await at('silent').login(request, { signal: controller.signal })) === 'aborted';
  });
  await check(
    'an aborted signal sends nothing',
    async () => kindOf(await auth.login(request, { signal: AbortSignal.abort() })) === 'aborted',
  );
  await check(
    'a redirect is not followed',
    async () => kindOf(await at('redirect').login(request)) === 'invalid-response',
  );
  await check('HTML is no answer', async () => kindOf(await at('html').login(request)) === 'invalid-response');
  await check(
    'a body over 1 MiB is no answer',
    async () => kindOf(await at('large').login(request)) === 'invalid-response',
  );
  await check('a connection that breaks is told', async () => kindOf(await at('break').login(request)) === 'network');
  await check('wrong arguments throw', () => {
    try {
      createKooDriveAuthClient({ baseUrl: 'http://example.com', agentName: 'x' });
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  return failed;
}
