import type { KooDriveError } from '../../src/client/outcome.js';

/** What README and docs say of one kind of error. */
interface ErrorKind {
  readonly when: string;
  readonly fields: string;
  readonly advice: string;
}

/** Every kind of error that the client knows: a kind without a line here does not compile. */
export const errorKinds: Readonly<Record<KooDriveError['kind'], ErrorKind>> = {
  service: {
    when: 'The service said no: its envelope came with another code than `0`, whatever the status.',
    fields: '`code`, `serviceMessage`, `status`',
    advice: 'Tell the user. Decide by a published `code`, else by the status, never by the message.',
  },
  gateway: {
    when: 'The API gateway answered before the service did.',
    fields: '`code`, `serviceMessage`, `requestId`, `status`',
    advice:
      'With 429, 502 and 504 a later call may succeed; else look at the base URL. Keep `requestId` for the operator.',
  },
  'invalid-response': {
    when: 'The answer is none of the contract: no JSON, no known envelope, a success without its data, a redirect, over 1 MiB.',
    fields: '`status`; `issues`, with `validate`',
    advice:
      'With 502, 503 and 504 a proxy says that the service is not available: try again later. Else report the trace id.',
  },
  'invalid-request': {
    when: 'The request breaks the schema given by the option `validate`. Nothing was sent.',
    fields: '`issues`',
    advice: 'Show each of `issues` at its field.',
  },
  timeout: {
    when: 'No whole answer came within the time limit.',
    fields: '`status`, where the headers had come',
    advice: 'The service may have done the work. Ask before a registration is sent again.',
  },
  aborted: {
    when: "The caller's own signal ended the call.",
    fields: '`status`, where the headers had come',
    advice: 'Usually nothing to show: the user went elsewhere.',
  },
  network: {
    when: 'There was no connection, or it broke before the last byte.',
    fields: '`cause`; `status`, where the headers had come',
    advice: 'Offer to try again. The service may have done the work.',
  },
};
