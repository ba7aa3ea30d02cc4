import type { KooDriveError } from '../../src/client/outcome.js';

/** What the README and the docs say about one kind of error, as Markdown. */
interface ErrorKind {
  readonly when: string;
  readonly fields: string;
  readonly advice: string;
}

const maybeDone = 'the service may have processed the request: before you repeat a registration, try to log in.';

/** Describes every kind of error of the client. A kind without an entry does not compile. */
export const errorKinds: Readonly<Record<KooDriveError['kind'], ErrorKind>> = {
  service: {
    when: 'The service refused the request: the `code` of its envelope is not `0`. The status may be 200.',
    fields: '`code`, `serviceMessage`, `status`',
    advice: `Show \`serviceMessage\`. Decide by a published \`code\`, else by the status. After 5xx, ${maybeDone}`,
  },
  gateway: {
    when: 'The API gateway in front of the service sent an error of its own.',
    fields: '`code`, `serviceMessage`, `requestId`, `status`',
    advice: `With 429 and 5xx, try again later. With another status, check the base URL. After 5xx, ${maybeDone} Give \`requestId\` to the operator.`,
  },
  'invalid-response': {
    when: 'The response does not follow the contract: not JSON, an unknown envelope, a success without its data, a redirect, or more than 1 MiB.',
    fields: '`status`; `issues`, with `validate`',
    advice: `With 5xx, a proxy reports that the service is not available: try again later. Otherwise report the trace id. In both cases, ${maybeDone}`,
  },
  'invalid-request': {
    when: 'The request does not match the schema in the option `validate`. Nothing was sent.',
    fields: '`issues`',
    advice: 'Show each issue at its field.',
  },
  timeout: {
    when: 'No complete response arrived within the time limit.',
    fields: '`status`, if the headers had arrived',
    advice: `Try again later, but ${maybeDone}`,
  },
  aborted: {
    when: "The caller's own signal ended the call.",
    fields: '`status`, if the headers had arrived',
    advice: `Usually show nothing: the user has left. But ${maybeDone}`,
  },
  network: {
    when: 'There was no connection, or it broke before the last byte.',
    fields: '`cause`, `thrown`; `status`, if the headers had arrived',
    advice: `Offer to try again, but ${maybeDone}`,
  },
};
