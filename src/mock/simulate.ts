import type { Operation } from '../contract/contract.js';
import { isObject } from '../contract/openapi.js';
import { testValues } from './choose-example.js';
import type { MockAnswer } from './refusal.js';

/** A test number of the mock's own: what it brings is not the contract's, but happens on real networks. */
export interface MockNumber {
  readonly number: string;
  /** One word for logs and lists. */
  readonly name: string;
  /** What happens, in a few words. */
  readonly summary: string;
}

/** The mock's own numbers, obeyed wherever a test number counts. Lists show them under a heading of their own. */
export const mockNumbers = [
  { number: '0027000090001', name: 'noAnswer', summary: 'No answer, until the client gives up' },
  { number: '0027000090002', name: 'cutConnection', summary: 'A connection that breaks in the middle of the answer' },
  { number: '0027000090003', name: 'proxyPage', summary: "A proxy's HTML page with status 502" },
  { number: '0027000090004', name: 'successWithoutData', summary: 'A success without the promised data' },
  { number: '0027000090005', name: 'shortSession', summary: 'A success whose session ends after 5 seconds' },
] as const satisfies readonly MockNumber[];

/** What a number of the mock's own brings. */
export type Simulation = (typeof mockNumbers)[number]['name'];

/** The fault whose number stands in one of the fields of a request that may hold one. */
export function faultIn(operation: Operation, body: unknown): Simulation | undefined {
  const values = testValues(operation, body);
  return mockNumbers.find(({ number }) => values.includes(number))?.name;
}

/** Turns the success of an operation into a fault. */
export function withFault(fault: Simulation, success: MockAnswer, { responses }: Operation): MockAnswer {
  const named = { ...success, example: fault };
  switch (fault) {
    case 'noAnswer':
    case 'cutConnection':
      return { ...named, broken: fault };
    case 'proxyPage':
      return { ...named, status: 502, type: 'text/html', body: proxyPage };
    case 'successWithoutData': {
      const { data: _, ...body } = isObject(success.body) ? success.body : {};
      return { ...named, body };
    }
    case 'shortSession': {
      const times = responses.flatMap(({ currentTimes }) => currentTimes);
      const shorten = (session: unknown) =>
        isObject(session) && 'expiresIn' in session ? { ...session, expiresIn: shortSeconds } : session;
      return {
        ...named,
        body: times.reduce((body, { path }) => changeAt(body, path.slice(0, -1), shorten), success.body),
      };
    }
  }
}

/** How long a short session lasts, in seconds. */
const shortSeconds = 5;

/** What a reverse proxy says when it does not reach the service behind it. */
const proxyPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
`;

/** The body of an answer with the present in place of the times that the spec marks with `x-current-time`. */
export function withCurrentTimes(answer: MockAnswer, { responses }: Operation): MockAnswer {
  const status = String(answer.status);
  const keys = [status, `${status[0]}XX`, 'default'];
  const [response] = keys.flatMap((key) => responses.filter((candidate) => candidate.key === key));
  const now = Date.now();
  const body = response?.currentTimes.reduce((changed, { path, format, offsetSeconds }) => {
    const time = now + offsetSeconds * 1000;
    if (format === 'local-date-time') return changeAt(changed, path, () => new Date(time).toISOString().slice(0, -1));
    return changeAt(changed, path, (value) => (typeof value === 'number' ? time : String(time)));
  }, answer.body);
  return response ? { ...answer, body } : answer;
}

/** A copy of a body with another value at a place, if the body has that place. */
function changeAt(body: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(body);
  if (!isObject(body) || !Object.hasOwn(body, key)) return body;
  return { ...body, [key]: changeAt(body[key], rest, change) };
}
