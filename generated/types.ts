// Generated from openapi/ by `npm run generate`. Do not edit.

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
     * @description Logs a user in with an account and either its password or the token of a verification code.
     *     Answers with the user and a new session.
     *
     *     > **Inferred (D15).** The page lists status 200 only. The other statuses, both envelopes of a failure, and a failure with status
     *     > 200 are known from other pages of the publisher.
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
     * @description Creates a user for a phone number that a verification code has confirmed, and logs the user in.
     *     Answers with the new user's id and a new session.
     *
     *     > **Inferred (D15).** The page lists status 200 only. The other statuses, both envelopes of a failure, and a failure with status
     *     > 200 are known from other pages of the publisher.
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
     * @description Password of the user.
     *
     *     > **Inferred (D22).** At least one character. No page states another rule for its length or characters.
     * @example 123qweASD143
     */
    Password: string;
    /**
     * Login with password
     * @description Login with account and password.
     *
     *     > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
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
       * @description Kind of verification. `1` stands for account and password.
       * @example 1
       * @enum {string}
       */
      authType: '1';
      /**
       * Format: password
       * @description Password of the user.
       *
       *     > **Inferred (D5).** Required, since `authType` is `1`. The page marks it as optional.
       *
       *     > **Inferred (D22).** At least one character. No page states another rule for its length or characters.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * Format: password
     * @description Token that the publisher's call for verifying a verification code answers with (D19).
     *     This contract does not cover that call. The code is of type 1 for a registration, and of type 2 for a login.
     *
     *     > **Inferred (D22).** At least one character.
     * @example dasdq234312313dasdsadsd
     */
    CaptchaToken: string;
    /**
     * Login with verification code
     * @description Login with account and verification code.
     *
     *     > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
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
       * @description Kind of verification. `2` stands for verification code.
       * @example 2
       * @enum {string}
       */
      authType: '2';
      /**
       * Format: password
       * @description Token that the publisher's call for verifying a verification code answers with (D19).
       *
       *     > **Inferred (D5).** Required, since `authType` is `2`. The page marks it as optional.
       *
       *     > **Inferred (D22).** At least one character.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
    };
    /**
     * @description Who logs in, and the proof, in one of two variants. `authType` says which.
     *
     *     > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page marks both as optional, but
     *     > a login with neither proves nothing.
     */
    LoginCredentials: components['schemas']['PasswordLoginRequest'] | components['schemas']['CodeLoginRequest'];
    /**
     * Answer of the gateway
     * @description Answer of the API gateway, which stands before the service, to a call that it did not let through (D15).
     */
    GatewayEnvelope: {
      /**
       * @description What went wrong. Codes of this gateway start with `APIGW.`, and the same numbers occur with `APIG.` too.
       *     New ones may appear at any time.
       * @example APIGW.0101
       */
      error_code: string;
      /**
       * @description The same in words, for people. Show it, never compare it.
       * @example The API does not exist or has not been published in the environment.
       */
      error_msg: string;
      /**
       * @description Id of the call at the gateway. Quote it when you ask the operator for help.
       * @example 5fb1a7c4e2d9083b6c1f4a7e9d20b358
       */
      request_id: string;
    };
    /**
     * @description Result code of a call that succeeded: `0`.
     *
     *     > **Inferred (D1).** The tables call it a string, and the examples show a number. Both may arrive, and mean the same.
     * @example 0
     * @example 0
     */
    SuccessCode: 0 | '0';
    /**
     * @description What the code means, in words.
     *
     *     > **Inferred (D8).** Free text for people, in the language of the service's choice. Show it, never compare it.
     * @example Success
     */
    Message: string;
    /**
     * @description Id of the user in KooDrive.
     *
     *     > **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
     * @example 1882575898755117312
     */
    UserId: string;
    /**
     * @description Mobile number.
     *
     *     > **Inferred (D14).** Any text. No format is stated; the published numbers are `00`, a country code and digits.
     * @example 0027188460911
     */
    Phone: string;
    /**
     * @description A user.
     *
     *     > **Inferred (D16).** The page does not say which fields are always there. `surname` and `email` may be missing, since a user can
     *     > be registered without them.
     */
    UserInfo: {
      /**
       * @description Id of the user in KooDrive.
       *
       *     > **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Name of the user.
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
       *     > **Inferred (D14).** Any text. No format is stated; the published numbers are `00`, a country code and digits.
       * @example 0027188460911
       */
      phone: string;
      /**
       * @description E-mail address, or the empty string where there is none.
       *
       *     > **Inferred (D6).** Any text, so that an odd address never costs a login.
       * @example
       */
      email?: string | undefined;
    };
    /**
     * @description A session: the tokens, and how long they are good for.
     *
     *     > **Inferred (D16).** The page does not say which fields are always there. The contract promises all four, since a session without
     *     > one of them is of no use.
     */
    SessionInfo: {
      /**
       * Format: password
       * @description Token that authorizes later calls.
       *
       *     > **Inferred (D11).** It already starts with its scheme, `AT` and a space. Send it unchanged as the `Authorization` header:
       *     > with another prefix it would read `AT AT …`.
       * @example AT 3b911d723003f70a1265124148fdfe486c108b64bf8d0de3
       */
      accessToken: string;
      /**
       * Format: int64
       * @description How long the access token is valid, counted from `issuedAt`.
       *
       *     > **Inferred (D9).** Seconds. Use may prolong it, as in the enterprise edition, so this is the earliest end.
       * @example 1800
       */
      expiresIn: number;
      /**
       * @description When the session was made.
       *
       *     > **Inferred (D10).** Unix time in milliseconds, written as decimal digits.
       * @example 1772006999088
       */
      issuedAt: string;
      /**
       * Format: password
       * @description Token that renews the session. No page says how long it lives.
       * @example 0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb
       */
      refreshToken: string;
    };
    /**
     * @description The user who logged in, and the session.
     *
     *     > **Inferred (D16).** The page does not say which fields are always there. The contract promises both.
     */
    LoginGrant: {
      userInfo: components['schemas']['UserInfo'];
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /**
     * Success
     * @description Answer to a login that succeeded.
     */
    LoginEnvelope: {
      /**
       * @description Result code of a call that succeeded: `0`.
       *
       *     > **Inferred (D1).** The tables call it a string, and the examples show a number. Both may arrive, and mean the same.
       * @example 0
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description What the code means, in words.
       *
       *     > **Inferred (D8).** Free text for people, in the language of the service's choice. Show it, never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['LoginGrant'];
    };
    /**
     * @description Result code of a call that failed, which is anything but `0`. It is a number or a string, as for success (D1).
     *     New codes may appear at any time.
     * @example 13000102
     * @example 13000102
     */
    FailureCode: number | string;
    /**
     * Failure
     * @description Answer of the service to a call that failed (D15). There is no `data`, and the status may be 200.
     */
    ServiceEnvelope: {
      /**
       * @description Result code of a call that failed, which is anything but `0`. It is a number or a string, as for success (D1).
       *     New codes may appear at any time.
       * @example 13000102
       * @example 13000102
       */
      code: number | string;
      /**
       * @description What the code means, in words, for people. Show it, never compare it.
       * @example Success
       */
      msg: string;
    };
    /**
     * @description E-mail address. The row has lost its name on the English page, and the Chinese one calls it `email` (D4).
     *
     *     > **Inferred (D6).** An address as `format: email` means it, with a host such as `localhost`, a quoted name or an address
     *     > literal too, or the empty string where there is none, as in the published example.
     * @example
     * @example mike@example.com
     * @example mike@localhost
     */
    Email: string | '';
    /**
     * @description The user to create.
     *
     *     > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
     */
    UserRegistration: {
      /**
       * @description Name of the user.
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
       * @description Mobile number of the user.
       *
       *     > **Inferred (D14).** Any text. No format is stated. The published numbers are `00`, a country code and digits.
       *
       *     > **Inferred (D22).** At least one character.
       * @example 0027188460901
       */
      phone: string;
      /**
       * @description E-mail address. The row has lost its name on the English page, and the Chinese one calls it `email` (D4).
       *
       *     > **Inferred (D6).** An address as `format: email` means it, with a host such as `localhost`, a quoted name or an address
       *     > literal too, or the empty string where there is none, as in the published example.
       * @example
       * @example mike@example.com
       * @example mike@localhost
       */
      email?: (string | '') | undefined;
      /**
       * Format: password
       * @description Token that the publisher's call for verifying a verification code answers with (D19).
       *     This contract does not cover that call. The code is of type 1 for a registration, and of type 2 for a login.
       *
       *     > **Inferred (D22).** At least one character.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
      /**
       * Format: password
       * @description Password of the user.
       *
       *     > **Inferred (D22).** At least one character. No page states another rule for its length or characters.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * @description The new user and the session.
     *
     *     > **Inferred (D16).** The page does not say which fields are always there. The contract promises all three.
     */
    RegistrationResult: {
      /**
       * @description Id of the user in KooDrive.
       *
       *     > **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Mobile number.
       *
       *     > **Inferred (D14).** Any text. No format is stated; the published numbers are `00`, a country code and digits.
       * @example 0027188460911
       */
      phone: string;
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /**
     * Success
     * @description Answer to a registration that succeeded.
     */
    RegisterUserEnvelope: {
      /**
       * @description Result code of a call that succeeded: `0`.
       *
       *     > **Inferred (D1).** The tables call it a string, and the examples show a number. Both may arrive, and mean the same.
       * @example 0
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description What the code means, in words.
       *
       *     > **Inferred (D8).** Free text for people, in the language of the service's choice. Show it, never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['RegistrationResult'];
    };
  };
  responses: {
    /** @description The gateway answered in place of the service, for another reason. */
    GatewayRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The login was answered. It has succeeded if `code` is `0`. */
    LoginAnswered: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['LoginEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description The service refused the login. */
    LoginRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description The service refused the credentials. Status 400 occurs for this as well. */
    CredentialsRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description The gateway knows no such API. */
    UnknownApi: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The body is larger than the gateway lets through. */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The gateway lets no more calls through for now. */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The service failed. */
    ServiceFailed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description The gateway could not reach the service. */
    BadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The service did not answer the gateway in time. */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /** @description The registration was answered. It has succeeded if `code` is `0`. */
    RegisterUserAnswered: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['RegisterUserEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /** @description The service refused the registration. */
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
     * @description Name of the agent that calls.
     *
     *     > **Inferred (D18).** The agent is the carrier, and its name has at least one character.
     */
    AgentName: string;
    /**
     * @description Id under which the service traces the call. Quote it when you ask the operator for help.
     *     It has exactly 58 characters. The English page says bits, and the Chinese one gives 58 as the length (D3).
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
         * @description Name of the agent that calls.
         *
         *     > **Inferred (D18).** The agent is the carrier, and its name has at least one character.
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Id under which the service traces the call. Quote it when you ask the operator for help.
         *     It has exactly 58 characters. The English page says bits, and the Chinese one gives 58 as the length (D3).
         * @example 3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0
         */
        'X-Traceid'?: components['parameters']['TraceId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description Who logs in, and the proof. */
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginCredentials'];
      };
    };
    responses: {
      200: components['responses']['LoginAnswered'];
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
         * @description Name of the agent that calls.
         *
         *     > **Inferred (D18).** The agent is the carrier, and its name has at least one character.
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Id under which the service traces the call. Quote it when you ask the operator for help.
         *     It has exactly 58 characters. The English page says bits, and the Chinese one gives 58 as the length (D3).
         * @example 3f9c1d7a5b2e48f06a9d4c7be1f25083d6a4b9c8e7f10325a8b6c4d2e0
         */
        'X-Traceid'?: components['parameters']['TraceId'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The new user, and the proof that the phone number is theirs. */
    requestBody: {
      content: {
        'application/json': components['schemas']['UserRegistration'];
      };
    };
    responses: {
      200: components['responses']['RegisterUserAnswered'];
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
