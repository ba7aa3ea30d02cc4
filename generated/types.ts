// Generated from openapi/ by scripts/generate/types.ts (`npm run generate`). Do not edit.

export interface paths {
  '/koodrive/ose/v1/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in
     * @description Logs a user in with an account and either a password or a verification code. Returns user information and authentication
     *     information.
     *
     *     > **Inferred (D15).** The page lists status 200 only. The other statuses, the envelopes of failures, and failures with status 200
     *     > are documented on other pages of the publisher.
     */
    post: operations['login'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/user/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a user
     * @description Registers a new user. Returns the user ID, the mobile number and authentication information.
     *
     *     > **Inferred (D15).** The page lists status 200 only. The other statuses, the envelopes of failures, and failures with status 200
     *     > are documented on other pages of the publisher.
     */
    post: operations['registerUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description Account name or mobile number (D13).
     *
     *     > **Inferred (D22).** At least one character.
     * @example 0027188460911
     */
    Account: string;
    /**
     * Format: password
     * @description Password.
     *
     *     > **Inferred (D22).** At least one character. The publisher states no other rule for passwords.
     * @example 123qweASD143
     */
    Password: string;
    /**
     * Login with password
     * @description Login with account and password.
     *
     *     > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
     */
    PasswordLoginRequest: {
      /**
       * @description Account name or mobile number (D13).
       *
       *     > **Inferred (D22).** At least one character.
       * @example 0027188460911
       */
      account: string;
      /**
       * @description Verification type. `1`: account and password.
       * @example 1
       * @enum {string}
       */
      authType: '1';
      /**
       * Format: password
       * @description Password.
       *
       *     > **Inferred (D5).** Required, because `authType` is `1`. The page lists it as optional.
       *
       *     > **Inferred (D22).** At least one character. The publisher states no other rule for passwords.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * Format: password
     * @description Captcha token.
     *
     *     > **Inferred (D19).** It is the `token` in the response of another call of the publisher, which verifies a verification code. That
     *     > call is not part of this contract. Its `codeType` is `1` for a registration and `2` for a login.
     *
     *     > **Inferred (D22).** At least one character.
     * @example dasdq234312313dasdsadsd
     */
    CaptchaToken: string;
    /**
     * Login with verification code
     * @description Login with account and verification code.
     *
     *     > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
     */
    CodeLoginRequest: {
      /**
       * @description Account name or mobile number (D13).
       *
       *     > **Inferred (D22).** At least one character.
       * @example 0027188460911
       */
      account: string;
      /**
       * @description Verification type. `2`: verification code.
       * @example 2
       * @enum {string}
       */
      authType: '2';
      /**
       * Format: password
       * @description Captcha token.
       *
       *     > **Inferred (D19).** It is the `token` in the response of another call of the publisher, which verifies a verification code.
       *     > For a login, the `codeType` of that call is `2`.
       *
       *     > **Inferred (D5).** Required, because `authType` is `2`. The page lists it as optional.
       *
       *     > **Inferred (D22).** At least one character.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
    };
    /**
     * @description Account and credentials. `authType` selects one of two variants.
     *
     *     > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page lists both as optional.
     */
    LoginCredentials: components['schemas']['PasswordLoginRequest'] | components['schemas']['CodeLoginRequest'];
    /**
     * Gateway response
     * @description Response of the API gateway, which is in front of the service.
     *
     *     > **Inferred (D15).** Other pages of the publisher document this response.
     */
    GatewayEnvelope: {
      /**
       * @description Error code of the gateway.
       *
       *     > **Inferred (D15).** It starts with `APIGW.`. Other services of the publisher use the same numbers with `APIG.`. New codes may
       *     > appear at any time.
       * @example APIGW.0101
       */
      error_code: string;
      /**
       * @description Error description.
       *
       *     > **Inferred (D15).** Show it, but never compare it.
       * @example The API does not exist or has not been published in the environment.
       */
      error_msg: string;
      /**
       * @description ID of the request at the gateway.
       *
       *     > **Inferred (D15).** Include it when you report a problem to the operator.
       * @example 5fb1a7c4e2d9083b6c1f4a7e9d20b358
       */
      request_id: string;
    };
    /**
     * @description Value of `code` in a success.
     *
     *     > **Inferred (D1).** The number `0` or the string `0`. The table lists a string, and the examples have a number.
     * @example 0
     */
    SuccessCode: 0 | '0';
    /**
     * @description Error description.
     *
     *     > **Inferred (D8).** Free text. Its wording and its language may change. Show it, but never compare it.
     * @example Success
     */
    Message: string;
    /**
     * @description User ID.
     *
     *     > **Inferred (D12).** Keep it a string. The published IDs have 19 digits, which a JavaScript number cannot hold exactly.
     * @example 1882575898755117312
     */
    UserId: string;
    /**
     * @description Mobile number.
     *
     *     > **Inferred (D14).** Any text. The page states no format. The published numbers are `00`, a country code and digits.
     * @example 0027188460911
     */
    Phone: string;
    /**
     * @description User information.
     *
     *     > **Inferred (D16).** `surname` and `email` are optional, because a registration does not need them. The page does not say which
     *     > fields are always present.
     */
    UserInfo: {
      /**
       * @description User ID.
       *
       *     > **Inferred (D12).** Keep it a string. The published IDs have 19 digits, which a JavaScript number cannot hold exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Name.
       * @example firstname
       */
      firstname: string;
      /**
       * @description Family name.
       * @example surname
       */
      surname?: string | undefined;
      /**
       * @description Mobile number.
       *
       *     > **Inferred (D14).** Any text. The page states no format. The published numbers are `00`, a country code and digits.
       * @example 0027188460911
       */
      phone: string;
      /**
       * @description Email address.
       *
       *     > **Inferred (D6).** Any text, so that an unusual address does not make the login fail.
       */
      email?: string | undefined;
    };
    /**
     * @description Authentication information.
     *
     *     > **Inferred (D16).** All four fields are required. The page does not say which fields are always present.
     */
    SessionInfo: {
      /**
       * Format: password
       * @description Access token.
       *
       *     > **Inferred (D11).** It starts with its scheme, `AT` and a space. Send it unchanged in the `Authorization` header of later calls.
       *     > A client that adds another prefix sends `AT AT …`.
       * @example AT 3b911d723003f70a1265124148fdfe486c108b64bf8d0de3
       */
      accessToken: string;
      /**
       * Format: int64
       * @description Validity period.
       *
       *     > **Inferred (D9).** Seconds, counted from `issuedAt`. This is the earliest expiry: each use may extend the validity, as it does in
       *     > the enterprise edition.
       * @example 1800
       */
      expiresIn: number;
      /**
       * @description Generation time.
       *
       *     > **Inferred (D10).** Unix time in milliseconds, as decimal digits.
       * @example 1772006999088
       */
      issuedAt: string;
      /**
       * Format: password
       * @description Refresh token.
       *
       *     > **Inferred (D23).** It renews the session in another call of the publisher, which also requires the access token. Keep both tokens
       *     > until then, even when the access token has expired.
       * @example 0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb
       */
      refreshToken: string;
    };
    /**
     * @description User information and authentication information.
     *
     *     > **Inferred (D16).** Both are required. The page does not say which fields are always present.
     */
    AuthenticationResult: {
      userInfo: components['schemas']['UserInfo'];
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /**
     * Success
     * @description Response to a login that succeeded.
     */
    LoginEnvelope: {
      /**
       * @description Value of `code` in a success.
       *
       *     > **Inferred (D1).** The number `0` or the string `0`. The table lists a string, and the examples have a number.
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description Error description.
       *
       *     > **Inferred (D8).** Free text. Its wording and its language may change. Show it, but never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['AuthenticationResult'];
    };
    /**
     * @description Error code of a failure.
     *
     *     > **Inferred (D1).** Any number or string except `0`. The table lists a string, and the examples have a number. New codes may appear
     *     > at any time.
     * @example 13000102
     */
    FailureCode: number | string;
    /**
     * Failure
     * @description Response to a call that failed.
     *
     *     > **Inferred (D15).** It has no `data`. Its status may be 200.
     */
    ServiceEnvelope: {
      /**
       * @description Error code of a failure.
       *
       *     > **Inferred (D1).** Any number or string except `0`. The table lists a string, and the examples have a number. New codes may appear
       *     > at any time.
       * @example 13000102
       */
      code: number | string;
      /**
       * @description Error description.
       *
       *     > **Inferred (D8).** Free text. Its wording and its language may change. Show it, but never compare it.
       * @example Success
       */
      msg: string;
    };
    /**
     * @description Email address (D4).
     *
     *     > **Inferred (D6).** The empty string, as in the published example, or an address that `format: email` allows. That includes a host
     *     > without a dot, a quoted name and an IP address as the host.
     * @example mike@example.com
     * @example mike@localhost
     */
    Email: string | '';
    /**
     * @description A new user.
     *
     *     > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
     */
    UserRegistration: {
      /**
       * @description Name.
       *
       *     > **Inferred (D22).** At least one character.
       * @example mike
       */
      firstname: string;
      /**
       * @description Family name.
       * @example 01
       */
      surname?: string | undefined;
      /**
       * @description Mobile number.
       *
       *     > **Inferred (D14).** Any text. The page states no format. The published numbers are `00`, a country code and digits.
       *
       *     > **Inferred (D22).** At least one character.
       * @example 0027188460901
       */
      phone: string;
      /**
       * @description Email address (D4).
       *
       *     > **Inferred (D6).** The empty string, as in the published example, or an address that `format: email` allows. That includes a host
       *     > without a dot, a quoted name and an IP address as the host.
       * @example mike@example.com
       * @example mike@localhost
       */
      email?: (string | '') | undefined;
      /**
       * Format: password
       * @description Captcha token.
       *
       *     > **Inferred (D19).** It is the `token` in the response of another call of the publisher, which verifies a verification code. That
       *     > call is not part of this contract. Its `codeType` is `1` for a registration and `2` for a login.
       *
       *     > **Inferred (D22).** At least one character.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
      /**
       * Format: password
       * @description Password.
       *
       *     > **Inferred (D22).** At least one character. The publisher states no other rule for passwords.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * @description User registration response.
     *
     *     > **Inferred (D16).** All three fields are required. The page does not say which fields are always present.
     */
    RegistrationResult: {
      /**
       * @description User ID.
       *
       *     > **Inferred (D12).** Keep it a string. The published IDs have 19 digits, which a JavaScript number cannot hold exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Mobile number.
       *
       *     > **Inferred (D14).** Any text. The page states no format. The published numbers are `00`, a country code and digits.
       * @example 0027188460911
       */
      phone: string;
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /**
     * Success
     * @description Response to a registration that succeeded.
     */
    RegisterUserEnvelope: {
      /**
       * @description Value of `code` in a success.
       *
       *     > **Inferred (D1).** The number `0` or the string `0`. The table lists a string, and the examples have a number.
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description Error description.
       *
       *     > **Inferred (D8).** Free text. Its wording and its language may change. Show it, but never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['RegistrationResult'];
    };
  };
  responses: {
    /** @description > **Inferred (D15).** The gateway refused the request for another reason. */
    GatewayRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description Login response.
     *
     *     > **Inferred (D15).** The call succeeded only if `code` is `0`. A failure may have status 200 too.
     */
    LoginProcessed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['LoginEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The service refused the login. */
    LoginRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The service refused the credentials. It may send status 400 for this as well. */
    CredentialsRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The gateway does not know the API. */
    UnknownApi: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The body of the request is larger than the gateway accepts. */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The gateway received too many requests. */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The service failed. */
    ServiceFailed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The gateway could not reach the service. */
    BadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The service did not respond to the gateway in time. */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description User registration response.
     *
     *     > **Inferred (D15).** The call succeeded only if `code` is `0`. A failure may have status 200 too.
     */
    RegisterUserProcessed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['RegisterUserEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description > **Inferred (D15).** The service refused the registration. */
    RegisterUserRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
  };
  parameters: {
    /**
     * @description Agent name.
     *
     *     > **Inferred (D18).** The agent is the carrier. The name has at least one character.
     */
    AgentName: string;
    /**
     * @description Service trace ID. It has exactly 58 characters (D3).
     * @example 3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0
     */
    TraceId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  login: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Agent name.
         *
         *     > **Inferred (D18).** The agent is the carrier. The name has at least one character.
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Service trace ID. It has exactly 58 characters (D3).
         * @example 3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0
         */
        'X-Traceid'?: components['parameters']['TraceId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description Account and credentials. */
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginCredentials'];
      };
    };
    responses: {
      200: components['responses']['LoginProcessed'];
      400: components['responses']['LoginRefused'];
      401: components['responses']['CredentialsRefused'];
      404: components['responses']['UnknownApi'];
      413: components['responses']['PayloadTooLarge'];
      429: components['responses']['RateLimited'];
      500: components['responses']['ServiceFailed'];
      502: components['responses']['BadGateway'];
      504: components['responses']['GatewayTimeout'];
      default: components['responses']['GatewayRefused'];
    };
  };
  registerUser: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Agent name.
         *
         *     > **Inferred (D18).** The agent is the carrier. The name has at least one character.
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Service trace ID. It has exactly 58 characters (D3).
         * @example 3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0
         */
        'X-Traceid'?: components['parameters']['TraceId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The new user. */
    requestBody: {
      content: {
        'application/json': components['schemas']['UserRegistration'];
      };
    };
    responses: {
      200: components['responses']['RegisterUserProcessed'];
      400: components['responses']['RegisterUserRefused'];
      401: components['responses']['CredentialsRefused'];
      404: components['responses']['UnknownApi'];
      413: components['responses']['PayloadTooLarge'];
      429: components['responses']['RateLimited'];
      500: components['responses']['ServiceFailed'];
      502: components['responses']['BadGateway'];
      504: components['responses']['GatewayTimeout'];
      default: components['responses']['GatewayRefused'];
    };
  };
}
