// Generated from openapi/ by scripts/generate/schemas.ts (`npm run generate`). Do not edit.

import type { LoginRequest, LoginResponse, RegisterUserRequest, RegisterUserResponse } from './domain.js';
import { type StandardSchema, standardSchema } from '../src/client/schema.js';
import {
  loginRequest as validateLoginRequest,
  loginResponse as validateLoginResponse,
  registerUserRequest as validateRegisterUserRequest,
  registerUserResponse as validateRegisterUserResponse,
} from './validators.js';

/** Standard Schema of {@link LoginRequest}. */
export const loginRequest: StandardSchema<LoginRequest> = /* @__PURE__ */ standardSchema<LoginRequest>(
  validateLoginRequest,
  { '#/allOf/0/then': 'authType is 1', '#/allOf/0/else/then': 'authType is 2' },
  {},
);

/** Standard Schema of {@link LoginResponse}. */
export const loginResponse: StandardSchema<LoginResponse> = /* @__PURE__ */ standardSchema<LoginResponse>(
  validateLoginResponse,
  { '#/then': 'code is 0' },
  {
    '#/then/properties/code/not': ['enum', '0 or "0"'],
    '#/else/properties/code/not': ['type', 'an integer or a string'],
  },
);

/** Standard Schema of {@link RegisterUserRequest}. */
export const registerUserRequest: StandardSchema<RegisterUserRequest> =
  /* @__PURE__ */ standardSchema<RegisterUserRequest>(
    validateRegisterUserRequest,
    {},
    { '#/properties/email/allOf/0/not': ['format', 'a valid email or an empty string'] },
  );

/** Standard Schema of {@link RegisterUserResponse}. */
export const registerUserResponse: StandardSchema<RegisterUserResponse> =
  /* @__PURE__ */ standardSchema<RegisterUserResponse>(
    validateRegisterUserResponse,
    { '#/then': 'code is 0' },
    {
      '#/then/properties/code/not': ['enum', '0 or "0"'],
      '#/else/properties/code/not': ['type', 'an integer or a string'],
    },
  );
