import type { Operation } from '../contract/contract.js';
import { isObject } from '../contract/openapi.js';
import type { MockResponse } from './refuse.js';

/** Test numbers that only the mock has. Their outcomes are not part of the contract, but happen on real networks. */
export const mockNumbers = [
  { number: '0027000090001', name: 'noAnswer', summary: 'No answer, until the client gives up' },
  { number: '0027000090002', name: 'cutConnection', summary: 'A connection that breaks in the middle of the answer' },
  { number: '0027000090003', name: 'proxyPage', summary: "A proxy's HTML page with status 502" },
  { number: '0027000090004', name: 'successWithoutData', summary: 'A success without the promised data' },
  { number: '0027000090005', name: 'shortSession', summary: 'A success whose session ends after 5 seconds' },
] as const;

/** The outcome that such a number selects. */
export type Simulation = (typeof mockNumbers)[number]['name'];

/** Turns the success of an operation into a simulated outcome. */
export function simulate(simulation: Simulation, success: MockResponse, operation: Operation): MockResponse {
  const named = { ...success, example: simulation };
  switch (simulation) {
    case 'noAnswer':
    case 'cutConnection':
      return { ...named, interruption: simulation };
    case 'proxyPage':
      return { ...named, status: 502, mediaType: 'text/html', body: proxyPage };
    case 'successWithoutData': {
      const { data: _, ...body } = isObject(success.body) ? success.body : {};
      return { ...named, body };
    }
    case 'shortSession':
      return { ...named, body: changeLifetime(success.body, operation, () => 5) };
  }
}

/** The page of a reverse proxy that cannot reach the service. */
const proxyPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
`;

/** Sets the times in a body that depend on when it is sent. */
export function withCurrentTimes(body: unknown, operation: Operation): unknown {
  const now = Date.now();
  return currentTimes(operation).reduce((changed, { path, format, offsetSeconds }) => {
    const time = now + offsetSeconds * 1000;
    if (format === 'local-date-time') return changeAt(changed, path, () => new Date(time).toISOString().slice(0, -1));
    return changeAt(changed, path, (value) => (typeof value === 'number' ? time : String(time)));
  }, body);
}

/** Changes how long a session lasts. A session is the object around a current time, and `expiresIn` its lifetime in seconds. */
export const changeLifetime = (body: unknown, operation: Operation, change: (seconds: number) => number): unknown =>
  currentTimes(operation).reduce(
    (changed, { path }) => changeAt(changed, [...path.slice(0, -1), 'expiresIn'], (value) => change(Number(value))),
    body,
  );

const currentTimes = ({ responses }: Operation) => responses.flatMap((response) => response.currentTimes);

/** Returns a copy of a body with another value at a path. A body without the path stays as it is. */
function changeAt(body: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(body);
  if (!isObject(body) || !Object.hasOwn(body, key)) return body;
  return { ...body, [key]: changeAt(body[key], rest, change) };
}
