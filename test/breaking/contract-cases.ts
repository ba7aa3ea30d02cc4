import type { BreakingCase } from '../support/breaking-case.js';

const met = '(requests of login and registerUser)';
const loginCall = 'POST /koodrive/ose/v1/auth/login';

/** Changes of headers, statuses and what else surrounds the schemas. */
export const wireCases: BreakingCase[] = [
  {
    title: 'an optional header that becomes required is major',
    change: (spec) => void Object.assign(spec.parameter('TraceId'), { required: true }),
    found: [`major \`TraceId\` ${met}: \`required\` was false and is true`],
  },
  {
    title: 'a required header that becomes optional is minor',
    change: (spec) => void Object.assign(spec.parameter('AgentName'), { required: false }),
    found: [`minor \`AgentName\` ${met}: \`required\` was true and is false`],
  },
  {
    title: 'a header in other letters is major, since types know it by its exact name',
    change: (spec) => void Object.assign(spec.parameter('AgentName'), { name: 'X-HW-AgentName' }),
    found: [`major \`AgentName\` ${met}: \`name\` was "x-hw-agentName" and is "X-HW-AgentName"`],
  },
  {
    title: 'a new optional header is minor',
    change: (spec) =>
      void spec.operation('login').parameters?.push({ name: 'X-Site', in: 'header', schema: { type: 'string' } }),
    found: [`minor ${loginCall}: header \`X-Site\` is new`],
  },
  {
    title: 'a removed header is major',
    change: (spec) => void spec.operation('registerUser').parameters?.pop(),
    found: ['major POST /koodrive/ose/v1/user/register: header `X-Traceid` is gone'],
  },
  {
    title: 'a removed status is major, and so are its example and test number',
    change: (spec) => void delete spec.operation('login').responses['500'],
    found: [
      `major ${loginCall}: answer \`500\` is gone`,
      'major example login.responses.serviceFault: is gone',
      'major test number 0027000050001 of login: no longer brings serviceFault with status 500',
    ],
  },
  {
    title: 'a new status is minor',
    change: (spec) => {
      spec.operation('login').responses['403'] = {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ServiceEnvelope' } } },
      };
    },
    found: [`minor ${loginCall}: answer \`403\` is new`],
  },
  {
    title: 'a body that need not be sent from now on is minor',
    change: (spec) => {
      spec.operation('login').requestBody = { ...spec.operation('login').requestBody, required: false } as object;
    },
    found: [`minor ${loginCall}, request body: \`required\` was true and is false`],
  },
  {
    title: 'a new media type of an answer is major',
    change: (spec) => {
      const { content } = spec.responses['CredentialsRefused'] ?? {};
      Object.assign(content ?? {}, { 'text/plain': { schema: { type: 'string' } } });
    },
    found: ['major `CredentialsRefused` (answers of login and registerUser): media type `text/plain` is new'],
  },
  {
    title: 'a new server is minor',
    change: (spec) => void spec.document.servers?.push({ url: 'https://eu.example.com', 'x-name': 'europe' }),
    found: ['minor servers: server https://eu.example.com is new'],
  },
  {
    title: 'a server under another name is major',
    change: (spec) => void Object.assign(spec.document.servers?.[0] ?? {}, { 'x-name': 'world' }),
    found: ['major server 1: `x-name` was "international" and is "world"'],
  },
  {
    title: 'a renamed field of an answer is major',
    change: (spec) => {
      const { surname, ...rest } = spec.schema('UserInfo').properties ?? {};
      spec.schema('UserInfo').properties = { ...rest, familyName: surname ?? {} };
    },
    found: [
      'major `UserInfo` (answers of login): property `surname` is gone',
      'minor `UserInfo` (answers of login): property `familyName` is new',
    ],
  },
  {
    title: 'a new operation is minor',
    change: (spec) => {
      spec.document.paths['/koodrive/ose/v1/auth/logout'] = {
        post: { operationId: 'logout', responses: { '204': { description: 'Logged out.' } } },
      };
    },
    found: ['minor paths: path `/koodrive/ose/v1/auth/logout` is new'],
  },
];

/** Changes that no validator sees: names, examples and words. */
export const wordCases: BreakingCase[] = [
  {
    title: 'a changed example is a patch',
    change: (spec) =>
      void Object.assign(spec.example('AccountLocked'), { value: { code: 99000004, msg: 'Try again later.' } }),
    found: ['patch example login.responses.accountLocked: changed'],
  },
  {
    title: 'a changed description is a patch',
    change: (spec) => void Object.assign(spec.schema('UserInfo'), { description: 'Somebody.' }),
    found: ['patch `UserInfo` (answers of login): description changed'],
  },
  {
    title: 'a removed example is major, since code names it, and so is its test number',
    change: (spec) =>
      void delete spec.responses['RegisterUserRefused']?.content['application/json'].examples['phoneTaken'],
    found: [
      'major example registerUser.responses.phoneTaken: is gone',
      'major test number 0027000040005 of registerUser: no longer brings phoneTaken with status 400',
    ],
  },
  {
    title: 'a new example is minor, and so is its test number',
    change: (spec) => {
      const example = { summary: 'Closed', value: { code: 1, msg: '' }, 'x-test-numbers': ['0027000040006'] };
      Object.assign(spec.responses['LoginRefused']?.content['application/json'].examples ?? {}, { closed: example });
    },
    found: [
      'minor example login.responses.closed: is new',
      'minor test number 0027000040006 of login: brings closed with status 400',
    ],
  },
  {
    title: 'a test number that brings another status is major',
    change: (spec) => void Object.assign(spec.example('UnknownRefusal'), { 'x-status': 420 }),
    found: ['login', 'registerUser'].flatMap((operation) => [
      `patch example ${operation}.responses.unknownRefusal: changed`,
      `major test number 0027000050301 of ${operation}: brought unknownRefusal with status 503 and brings unknownRefusal with status 420`,
    ]),
  },
  {
    title: 'a new schema is minor',
    change: (spec) => void Object.assign(spec.schemas, { Avatar: { type: 'string' } }),
    found: ['minor schema `Avatar`: is new'],
  },
];
