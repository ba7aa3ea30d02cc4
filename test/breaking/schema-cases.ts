import type { BreakingCase } from '../support/breaking-case.js';

const registration = '`UserRegistration` (requests of registerUser)';
const both = '(requests of registerUser, answers of login and registerUser)';
const answers = '(answers of login and registerUser)';

/** Changes of what a consumer sends. Each list is applied to one copy of the contract: its changes do not touch each other. */
export const requestCases: BreakingCase[] = [
  {
    title: 'an optional field of a request that becomes required is major',
    change: (spec) => void spec.schema('UserRegistration').required?.push('email'),
    found: [`major ${registration}: \`email\` became required`],
  },
  {
    title: 'a renamed field of a request is major',
    change: (spec) => {
      const schema = spec.schema('UserRegistration');
      delete schema.properties?.['surname'];
      schema.properties = { ...schema.properties, nickname: { type: 'string' } };
    },
    found: [
      'major `UserRegistration.surname` (requests of registerUser): is called `nickname` now',
      'patch `UserRegistration.surname` (requests of registerUser): description changed',
      'patch `UserRegistration.surname` (requests of registerUser): examples changed',
    ],
  },
  {
    title: 'an enum narrowed in a request is major',
    change: (spec) => {
      spec.schema('CodeLoginRequest.authType').enum = [];
    },
    found: ['major `CodeLoginRequest.authType` (requests of login): value "2" is gone'],
  },
  {
    title: 'an enum widened in a request is minor',
    change: (spec) => void spec.schema('PasswordLoginRequest.authType').enum?.push('3'),
    found: ['minor `PasswordLoginRequest.authType` (requests of login): value "3" is new'],
  },
  {
    title: 'a length tightened in a request is major',
    change: (spec) => void Object.assign(spec.schema('Account'), { maxLength: 20 }),
    found: ['major `Account` (requests of login): `maxLength` 20 is new'],
  },
  {
    title: 'a pattern set for a request is major',
    change: (spec) => void Object.assign(spec.schema('CaptchaToken'), { pattern: '^[a-z0-9]+$' }),
    found: ['major `CaptchaToken` (requests of login and registerUser): `pattern` "^[a-z0-9]+$" is new'],
  },
  {
    title: 'a length loosened in a request is minor',
    change: (spec) => {
      const traceId = spec.parameter('TraceId').schema;
      if (traceId) traceId['maxLength'] = 64;
    },
    found: ['minor `TraceId schema` (requests of login and registerUser): `maxLength` was 58 and is 64'],
  },
  {
    title: 'a mark that a field is secret is minor to set',
    change: (spec) => void Object.assign(spec.schema('UserRegistration.firstname'), { format: 'password' }),
    found: ['minor `UserRegistration.firstname` (requests of registerUser): `format` "password" is new'],
  },
  {
    title: 'a mark that a field is secret is major to drop',
    change: (spec) => void delete spec.schema('Password').format,
    found: ['major `Password` (requests of login and registerUser): `format` "password" is gone'],
  },
];

export const moreRequestCases: BreakingCase[] = [
  {
    title: 'a new required field of a request is major',
    change: (spec) => {
      const schema = spec.schema('UserRegistration');
      schema.properties = { ...schema.properties, nickname: { type: 'string' } };
      schema.required?.push('nickname');
    },
    found: [
      `minor ${registration}: property \`nickname\` is new`,
      `major ${registration}: \`nickname\` became required`,
    ],
  },
  {
    title: 'a new optional field of a request is minor',
    change: (spec) => {
      spec.schema('PasswordLoginRequest').properties = {
        ...spec.schema('PasswordLoginRequest').properties,
        device: { type: 'string' },
      };
    },
    found: ['minor `PasswordLoginRequest` (requests of login): property `device` is new'],
  },
  {
    title: 'a required field of a request that becomes optional is minor',
    change: (spec) => void spec.schema('PasswordLoginRequest').required?.pop(),
    found: ['minor `PasswordLoginRequest` (requests of login): `password` is no longer required'],
  },
  {
    title: 'requests that may hold unknown fields are minor',
    change: (spec) => void delete spec.schema('UserRegistration')['additionalProperties'],
    found: [`minor ${registration}: \`additionalProperties\` false is gone`],
  },
  {
    title: 'a lost variant of a request is major',
    change: (spec) => void spec.schema('LoginCredentials').oneOf?.pop(),
    found: ['major `LoginCredentials` (requests of login): variant 2 of `oneOf` is gone'],
  },
  {
    title: 'another field that tells variants apart is major',
    change: (spec) =>
      void Object.assign(spec.schema('LoginCredentials'), { discriminator: { propertyName: 'account' } }),
    found: [
      'major `LoginCredentials discriminator` (requests of login): `propertyName` was "authType" and is "account"',
      'major `LoginCredentials` (requests of login): discriminator mapping `mapping` is gone',
    ],
  },
];

/** Changes of what a consumer reads. */
export const answerCases: BreakingCase[] = [
  {
    title: 'an enum widened in an answer is major',
    change: (spec) => void spec.schema('SuccessCode.0').enum?.push(1),
    found: [`major \`SuccessCode, variant 1\` ${answers}: value 1 is new`],
  },
  {
    title: 'an enum narrowed in an answer is major: what consumers compare with is gone',
    change: (spec) => void Object.assign(spec.schema('SuccessCode.1'), { enum: [] }),
    found: [`major \`SuccessCode, variant 2\` ${answers}: value "0" is gone`],
  },
  {
    title: 'a type union narrowed in an answer is major',
    change: (spec) => void spec.schema('FailureCode').oneOf?.pop(),
    found: [`major \`FailureCode\` ${answers}: variant 2 of \`oneOf\` is gone`],
  },
  {
    title: 'a type widened in an answer is major',
    change: (spec) => void Object.assign(spec.schema('SessionInfo.expiresIn'), { type: ['integer', 'string'] }),
    found: [`major \`SessionInfo.expiresIn\` ${answers}: \`type\` was "integer" and is ["integer","string"]`],
  },
  {
    title: 'a field of an answer that may be missing from now on is major',
    change: (spec) => void spec.schema('SessionInfo').required?.pop(),
    found: [`major \`SessionInfo\` ${answers}: \`refreshToken\` is no longer required`],
  },
  {
    title: 'a field of an answer that is promised from now on is major, since answers without it are refused',
    change: (spec) => void spec.schema('UserInfo').required?.push('email'),
    found: ['major `UserInfo` (answers of login): `email` became required'],
  },
  {
    title: 'a new optional field of an answer is minor',
    change: (spec) => {
      spec.schema('UserInfo').properties = { ...spec.schema('UserInfo').properties, avatar: { type: 'string' } };
    },
    found: ['minor `UserInfo` (answers of login): property `avatar` is new'],
  },
  {
    title: 'a lost field of an answer is major',
    change: (spec) => void delete spec.schema('UserInfo').properties?.['surname'],
    found: ['major `UserInfo` (answers of login): property `surname` is gone'],
  },
  {
    title: 'a length promised for an answer is major, since answers of another length are refused',
    change: (spec) => void Object.assign(spec.schema('SessionInfo.accessToken'), { minLength: 10 }),
    found: [`major \`SessionInfo.accessToken\` ${answers}: \`minLength\` 10 is new`],
  },
  {
    title: 'a schema that requests and answers share is rated by the graver side',
    change: (spec) => void Object.assign(spec.schema('Phone'), { type: ['string', 'null'] }),
    found: [`major \`Phone\` ${both}: \`type\` was "string" and is ["string","null"]`],
  },
  {
    title: 'a variant less of the answer with status 200 is major',
    change: (spec) => void spec.responses['LoginAnswered']?.content['application/json'].schema.anyOf?.pop(),
    found: ['major `LoginAnswered content application/json schema` (answers of login): variant 2 of `anyOf` is gone'],
  },
  {
    title: 'what a `not` excludes more, an answer holds less: major',
    change: (spec) => void Object.assign(spec.schema('FailureCode.0'), { not: { enum: [0, 1] } }),
    found: [`major \`FailureCode, variant 1 not\` ${answers}: value 1 is new`],
  },
];
