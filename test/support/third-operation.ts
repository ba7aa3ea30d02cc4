import type { SpecCopy } from './spec-copy.js';

const path = '/koodrive/ose/v1/auth/token/refresh';
const post = `#/paths/${path.replaceAll('/', '~1')}/post`;
const token = '{ refreshToken: a7ec09ec91fb295d72534a66d03eaf9ef87949ec66df73ca }';
const answer = `{
      data: {
        accessToken: AT e7ccb8b9b650fb67898c033d0e4f2fe9ee9523fdda9e1cb8,
        expiresIn: 1800,
        issuedAt: "1772006219896",
        refreshToken: 0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb
      },
      code: 0,
      msg: Success
    }`;

const files: Readonly<Record<string, string>> = {
  'paths/refresh-token.yaml': `post:
  summary: Refresh a session
  description: Exchanges the refresh token of a session for a new session.
  operationId: refreshToken
  tags: [Authentication]
  security: []
  parameters:
    - $ref: ../components/parameters/AgentName.yaml
    - $ref: ../components/parameters/TraceId.yaml
  requestBody:
    description: The token that renews the session.
    required: true
    content:
      application/json:
        schema: { $ref: ../components/schemas/TokenRefresh.yaml }
        examples: { token: { $ref: ../components/examples/RefreshTokenRequest.yaml } }
  responses:
    "200": { $ref: ../components/responses/TokenRefreshed.yaml }
    "400": { $ref: ../components/responses/RefreshRefused.yaml }
    "401": { $ref: ../components/responses/CredentialsRefused.yaml }
    "404": { $ref: ../components/responses/UnknownApi.yaml }
    "413": { $ref: ../components/responses/PayloadTooLarge.yaml }
    "429": { $ref: ../components/responses/RateLimited.yaml }
    default: { $ref: ../components/responses/GatewayRefused.yaml }
`,
  'components/schemas/TokenRefresh.yaml': `type: object
description: What renews a session.
required: [refreshToken]
properties:
  refreshToken:
    type: string
    format: password
    description: Refresh token of the session.
additionalProperties: false
`,
  'components/schemas/TokenRefreshEnvelope.yaml': `type: object
title: Session renewed
description: Answer to a refresh that succeeded.
required: [code, msg, data]
properties:
  code: { $ref: SuccessCode.yaml }
  msg: { $ref: Message.yaml }
  data: { $ref: SessionInfo.yaml }
`,
  'components/responses/TokenRefreshed.yaml': `description: The session is renewed.
content:
  application/json:
    schema: { anyOf: [{ $ref: ../schemas/TokenRefreshEnvelope.yaml }, { $ref: ../schemas/ServiceEnvelope.yaml }] }
    examples: { refreshed: { $ref: ../examples/RefreshTokenResponse.yaml } }
`,
  'components/responses/RefreshRefused.yaml': `description: The service refused the refresh.
content:
  application/json:
    schema: { $ref: ../schemas/ServiceEnvelope.yaml }
    examples: { invalidParameters: { $ref: ../examples/InvalidParameters.yaml } }
`,
  'components/examples/RefreshTokenRequest.yaml': `summary: A refresh token\nvalue: ${token}\n`,
  'components/examples/RefreshTokenResponse.yaml': `summary: Session renewed\nvalue: ${answer}\n`,
};

const envelope = '#/components/schemas/TokenRefreshEnvelope/properties';
const body = '#/components/schemas/TokenRefresh/properties/refreshToken';

/** What a page on the operation would state: the place on it, and the rest of the fact. */
const facts = Object.entries({
  Function: `kind: operation, says: Refresh, at: ["${post}"]`,
  URI: `kind: operation, says: POST ${path}, at: ["${post}"]`,
  Body: `kind: property, mandatory: true, type: String, at: ["${body}"]`,
  'Answer of code': `kind: property, decisions: [D1], at: ["${envelope}/code"]`,
  'Answer of msg': `kind: property, type: String, at: ["${envelope}/msg"]`,
  'Answer of data': `kind: property, type: object, at: ["${envelope}/data"]`,
  Request: `kind: example, value: ${token}, at: ["#/components/examples/RefreshTokenRequest"]`,
  Answer: `kind: example, value: ${answer}, at: ["#/components/examples/RefreshTokenResponse"]`,
  Status: `kind: status, says: "200", at: ["${post}/responses/200"]`,
}).map(([place, rest]) => `  - { page: refreshToken, place: ${place}, ${rest} }\n`);

/** Adds `refreshToken` to a copy of the spec, as a maintainer would: files, a line in the root, and what is known of it. */
export function addThirdOperation(copy: SpecCopy): void {
  for (const [file, text] of Object.entries(files)) copy.write(`openapi/${file}`, text);
  copy.replace('openapi/openapi.yaml', 'paths:\n', `paths:\n  ${path}:\n    $ref: paths/refresh-token.yaml\n`);
  copy.replace(
    'openapi/source.yaml',
    'pages:\n',
    'pages:\n  refreshToken:\n    title: Refreshing a Session\n    edition: carrier edition\n',
  );
  copy.replace('openapi/source.yaml', 'facts:\n', `facts:\n${facts.join('')}`);
  const covered = '      - "#/components/responses/LoginRefused"\n';
  copy.replace('openapi/source.yaml', covered, `${covered}      - "#/components/responses/RefreshRefused"\n`);
}
