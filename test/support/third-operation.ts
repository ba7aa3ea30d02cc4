import type { SpecCopy } from './spec-copy.js';

const files: Record<string, string> = {
  'openapi/paths/change-password.yaml': `put:
  summary: Change the password
  description: Replaces the password of a user.
  operationId: changePassword
  tags:
    - Users
  security: []
  parameters:
    - $ref: ../components/parameters/AgentName.yaml
    - $ref: ../components/parameters/TraceId.yaml
  requestBody:
    description: The old and the new password.
    required: true
    content:
      application/json:
        schema:
          $ref: ../components/schemas/PasswordChange.yaml
        examples:
          newPassword:
            $ref: ../components/examples/ChangePasswordRequest.yaml
  responses:
    '200':
      $ref: ../components/responses/PasswordChanged.yaml
    '400':
      $ref: ../components/responses/RegisterUserRefused.yaml
    default:
      $ref: ../components/responses/GatewayRefused.yaml
`,
  'openapi/components/schemas/PasswordChange.yaml': `type: object
description: |
  A change of password.

  > **Inferred (D17).** No other fields are known for a change of password either.
required:
  - oldPassword
  - newPassword
properties:
  oldPassword:
    $ref: Password.yaml
  newPassword:
    type: string
    format: password
    writeOnly: true
    minLength: 8
    description: The new password, at least 8 characters.
additionalProperties: false
`,
  'openapi/components/schemas/PasswordChangeEnvelope.yaml': `type: object
description: Answer to a change of password that succeeded.
required:
  - code
  - msg
  - data
properties:
  code:
    $ref: SuccessCode.yaml
  msg:
    $ref: Message.yaml
  data:
    $ref: PasswordChangeResult.yaml
`,
  'openapi/components/schemas/PasswordChangeResult.yaml': `type: object
description: What has changed.
required:
  - changedAt
properties:
  changedAt:
    type: string
    description: Time of the change.
`,
  'openapi/components/responses/PasswordChanged.yaml': `description: The password was changed.
content:
  application/json:
    schema:
      anyOf:
        - $ref: ../schemas/PasswordChangeEnvelope.yaml
        - $ref: ../schemas/ServiceEnvelope.yaml
    examples:
      newPassword:
        $ref: ../examples/ChangePasswordResponse.yaml
`,
  'openapi/components/examples/ChangePasswordRequest.yaml': `summary: A new password
value:
  oldPassword: 01ASDAa1
  newPassword: 02ASDAa2
`,
  'openapi/components/examples/ChangePasswordResponse.yaml': `summary: Password changed
value:
  data:
    changedAt: '1772006999088'
  code: 0
  msg: Success
`,
};

/** Adds a third operation to a copy of the spec, as a maintainer would. */
export function addThirdOperation(copy: SpecCopy): void {
  for (const [file, text] of Object.entries(files)) copy.write(file, text);
  copy.replace(
    'openapi/openapi.yaml',
    'paths:\n',
    'paths:\n  /koodrive/ose/v1/user/password:\n    $ref: paths/change-password.yaml\n',
  );
}
