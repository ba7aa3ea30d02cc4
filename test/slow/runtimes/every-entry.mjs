import process from 'node:process';
import { createKooDriveAuthClient, servers } from 'koodrive-auth-contract';
import { login } from 'koodrive-auth-contract/examples';
import { startMock } from 'koodrive-auth-contract/mock';
import { handlers, respond } from 'koodrive-auth-contract/msw';
import { setupServer } from 'msw/node';

// Logs in at the mock and at the handlers, with and without a test number, and then at a response chosen with `respond`.
const request = login.requests.withPassword;
const [account] = login.responses.wrongPassword.testNumbers;
const mock = await startMock();
const server = setupServer(...handlers({ baseUrl: servers.international }));
server.listen({ onUnhandledRequest: 'bypass' });
const statuses = [];
const logIn = async (baseUrl, body) => {
  const { status } = await createKooDriveAuthClient({ baseUrl, agentName: 'runtimes' }).login(body);
  statuses.push(status);
};
for (const baseUrl of [mock.url, servers.international]) {
  await logIn(baseUrl, request);
  await logIn(baseUrl, { ...request, account });
}
server.use(respond('login', 'rateLimited', { once: true }));
await logIn(servers.international, request);
process.stdout.write(`${process.versions.node} ${statuses.join()}`);
server.close();
await mock.close();
