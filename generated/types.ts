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
     * @description Account of the user who logs in.
     *
     *     **Inferred (D13).** Either the account name or the mobile number; the page says "and", but the field holds one of them.
     * @example 0027188460911
     */
    Account: string;
    /**
     * Format: password
     * @description Password of the user. The pages state no rule for its length or characters.
     * @example 123qweASD143
     */
    Password: string;
    /**
     * @description Login with account and password.
     *
     *     **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
     */
    PasswordLoginRequest: {
      /**
       * @description Account of the user who logs in.
       *
       *     **Inferred (D13).** Either the account name or the mobile number; the page says "and", but the field holds one of them.
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
       * @description Password of the user. The pages state no rule for its length or characters.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * Format: password
     * @description Token of a verification code.
     *
     *     **Inferred (D19).** It comes from the publisher's separate verification-code call, which this contract does not cover: purpose 1 is for
     *     registration, purpose 2 for login.
     * @example dasdq234312313dasdsadsd
     */
    CaptchaToken: string;
    /**
     * @description Login with account and verification code.
     *
     *     **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
     */
    CodeLoginRequest: {
      /**
       * @description Account of the user who logs in.
       *
       *     **Inferred (D13).** Either the account name or the mobile number; the page says "and", but the field holds one of them.
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
       * @description Token of a verification code.
       *
       *     **Inferred (D19).** It comes from the publisher's separate verification-code call, which this contract does not cover: purpose 1 is for
       *     registration, purpose 2 for login.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
    };
    /**
     * @description Proof of identity, in one of two variants. `authType` says which.
     *
     *     **Inferred (D5).** The page marks both `password` and `captchaToken` as optional, but a login without either proves nothing.
     *     `authType` `1` requires `password`, and `2` requires `captchaToken`.
     */
    LoginCredentials: components['schemas']['PasswordLoginRequest'] | components['schemas']['CodeLoginRequest'];
    /**
     * @description Answer of the API gateway, which stands before the service, to a call that it did not let through.
     *
     *     **Inferred (D15).** Known from other public pages of the publisher.
     */
    GatewayEnvelope: {
      /**
       * @description What went wrong.
       *
       *     **Inferred (D15).** Codes of the gateway start with `APIGW.`; the prefix `APIG.` occurs too, and new codes may appear at any time.
       * @example APIGW.0101
       */
      error_code: string;
      /**
       * @description The same in words.
       *
       *     **Inferred (D15).** Free text for people: show it, never compare it.
       * @example The API does not exist or has not been published in the environment.
       */
      error_msg: string;
      /**
       * @description Id of the call at the gateway. Quote it when you ask the operator for help.
       *
       *     **Inferred (D15).** 32 hexadecimal digits.
       * @example 5fb1a7c4e2d9083b6c1f4a7e9d20b358
       */
      request_id: string;
    };
    /**
     * @description Result code of a call that succeeded: `0`.
     *
     *     **Inferred (D1).** The tables call it a string, the examples show a number. Both occur; `0` and `"0"` mean the same.
     * @example 0
     * @example 0
     */
    SuccessCode: 0 | '0';
    /**
     * @description What the code means, in words.
     *
     *     **Inferred (D8).** Free text for people. The published successes differ (`Success`, `Success.`): show it, never compare it.
     * @example Success
     */
    Message: string;
    /**
     * @description Id of the user in KooDrive.
     *
     *     **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
     * @example 1882575898755117312
     */
    UserId: string;
    /**
     * @description Mobile number.
     *
     *     **Inferred (D14).** No format is stated. The published numbers start with `0027` and hold digits only, but any string is allowed.
     * @example 0027188460911
     */
    Phone: string;
    /**
     * @description E-mail address.
     *
     *     **Inferred (D6).** A valid address, or the empty string where there is none, as in the published examples.
     * @example
     * @example mike@example.com
     */
    Email: string | '';
    /**
     * @description A user.
     *
     *     **Inferred (D16).** The page does not say which fields are always there. `surname` and `email` may be missing, since a user can
     *     be registered without them.
     */
    UserInfo: {
      /**
       * @description Id of the user in KooDrive.
       *
       *     **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Given name.
       * @example firstname
       */
      firstname: string;
      /**
       * @description Family name.
       * @example surname
       */
      surname?: string;
      /**
       * @description Mobile number.
       *
       *     **Inferred (D14).** No format is stated. The published numbers start with `0027` and hold digits only, but any string is allowed.
       * @example 0027188460911
       */
      phone: string;
      /**
       * @description E-mail address.
       *
       *     **Inferred (D6).** A valid address, or the empty string where there is none, as in the published examples.
       * @example
       * @example mike@example.com
       */
      email?: string | '';
    };
    /**
     * @description A session: the tokens, and how long they are good for.
     *
     *     **Inferred (D16).** The page does not say which fields are always there; a session without one of them is of no use, so the
     *     contract promises all four.
     */
    SessionInfo: {
      /**
       * Format: password
       * @description Token that authorizes later calls.
       *
       *     **Inferred (D11).** It starts with its scheme, `AT` and a space. Send it unchanged as the `Authorization` header.
       * @example AT 3b911d723003f70a1265124148fdfe486c108b64bf8d0de3
       */
      accessToken: string;
      /**
       * Format: int64
       * @description How long the access token is valid, counted from `issuedAt`.
       *
       *     **Inferred (D9).** The unit is seconds; the page names none.
       * @example 1800
       */
      expiresIn: number;
      /**
       * @description When the session was made.
       *
       *     **Inferred (D10).** Unix time in milliseconds, written as decimal digits.
       * @example 1772006999088
       */
      issuedAt: string;
      /**
       * Format: password
       * @description Token that renews the session.
       * @example 0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb
       */
      refreshToken: string;
    };
    /**
     * @description The user who logged in, and the session.
     *
     *     **Inferred (D16).** The page does not say which fields of an answer are always there; the contract promises both.
     */
    LoginGrant: {
      userInfo: components['schemas']['UserInfo'];
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /** @description Answer to a login that succeeded. */
    LoginEnvelope: {
      /**
       * @description Result code of a call that succeeded: `0`.
       *
       *     **Inferred (D1).** The tables call it a string, the examples show a number. Both occur; `0` and `"0"` mean the same.
       * @example 0
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description What the code means, in words.
       *
       *     **Inferred (D8).** Free text for people. The published successes differ (`Success`, `Success.`): show it, never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['LoginGrant'];
    };
    /**
     * @description Result code of a call that failed: anything but `0`.
     *
     *     **Inferred (D1).** A number or a string, as for success. New codes may appear at any time.
     * @example 13000102
     * @example 13000102
     */
    FailureCode: number | string;
    /**
     * @description Answer of the service to a call that failed.
     *
     *     **Inferred (D15).** The pages list no failure. Other public pages of the publisher show this envelope, without `data`, for the
     *     same service, and a status of 200 with a code other than `0` is possible.
     */
    ServiceEnvelope: {
      /**
       * @description Result code of a call that failed: anything but `0`.
       *
       *     **Inferred (D1).** A number or a string, as for success. New codes may appear at any time.
       * @example 13000102
       * @example 13000102
       */
      code: number | string;
      /**
       * @description What the code means, in words.
       *
       *     **Inferred (D8).** Free text for people. The published successes differ (`Success`, `Success.`): show it, never compare it.
       * @example Success
       */
      msg: string;
    };
    /**
     * @description The user to create.
     *
     *     **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
     */
    UserRegistration: {
      /**
       * @description Given name.
       * @example mike
       */
      firstname: string;
      /**
       * @description Family name.
       * @example 01
       */
      surname?: string;
      /**
       * @description Mobile number.
       *
       *     **Inferred (D14).** No format is stated. The published numbers start with `0027` and hold digits only, but any string is allowed.
       * @example 0027188460911
       */
      phone: string;
      /**
       * @description E-mail address of the user.
       *
       *     **Inferred (D4).** The page's row for it has no name. The example request calls it `email`.
       * @example
       * @example mike@example.com
       */
      email?: string | '';
      /**
       * Format: password
       * @description Token of a verification code.
       *
       *     **Inferred (D19).** It comes from the publisher's separate verification-code call, which this contract does not cover: purpose 1 is for
       *     registration, purpose 2 for login.
       * @example dasdq234312313dasdsadsd
       */
      captchaToken: string;
      /**
       * Format: password
       * @description Password of the user. The pages state no rule for its length or characters.
       * @example 123qweASD143
       */
      password: string;
    };
    /**
     * @description The new user and the session.
     *
     *     **Inferred (D16).** The page does not say which fields of an answer are always there; the contract promises all three.
     */
    RegistrationResult: {
      /**
       * @description Id of the user in KooDrive.
       *
       *     **Inferred (D12).** Keep it a string. The published ids have 19 digits, more than a JavaScript number holds exactly.
       * @example 1882575898755117312
       */
      userId: string;
      /**
       * @description Mobile number.
       *
       *     **Inferred (D14).** No format is stated. The published numbers start with `0027` and hold digits only, but any string is allowed.
       * @example 0027188460911
       */
      phone: string;
      sessionInfo: components['schemas']['SessionInfo'];
    };
    /** @description Answer to a registration that succeeded. */
    RegisterUserEnvelope: {
      /**
       * @description Result code of a call that succeeded: `0`.
       *
       *     **Inferred (D1).** The tables call it a string, the examples show a number. Both occur; `0` and `"0"` mean the same.
       * @example 0
       * @example 0
       */
      code: 0 | '0';
      /**
       * @description What the code means, in words.
       *
       *     **Inferred (D8).** Free text for people. The published successes differ (`Success`, `Success.`): show it, never compare it.
       * @example Success
       */
      msg: string;
      data: components['schemas']['RegistrationResult'];
    };
  };
  responses: {
    /**
     * @description The API gateway answered in place of the service, for another reason.
     *
     *     **Inferred (D15).** Further statuses 4xx and 5xx are possible.
     */
    GatewayRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The login was answered. It has succeeded if `code` is `0`.
     *
     *     **Inferred (D15).** A failure with status 200 is possible.
     */
    LoginAnswered: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['LoginEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /**
     * @description The service refused the login.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    LoginRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /**
     * @description The service refused the credentials.
     *
     *     **Inferred (D15).** Both 400 and 401 occur for this.
     */
    CredentialsRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /**
     * @description The gateway knows no such API.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    UnknownApi: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The request body is larger than the gateway lets through.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The gateway has let through as many calls as it allows for now.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The service failed.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    ServiceFailed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ServiceEnvelope'];
      };
    };
    /**
     * @description The gateway could not reach the service.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    BadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The service did not answer the gateway in time.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayEnvelope'];
      };
    };
    /**
     * @description The registration was answered. It has succeeded if `code` is `0`.
     *
     *     **Inferred (D15).** A failure with status 200 is possible.
     */
    RegisterUserAnswered: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['RegisterUserEnvelope'] | components['schemas']['ServiceEnvelope'];
      };
    };
    /**
     * @description The service refused the registration.
     *
     *     **Inferred (D15).** The status is known from other public pages of the publisher.
     */
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
     *     **Inferred (D18).** The agent is the carrier: other operations of the publisher describe the same header as the carrier's name.
     * @example my-carrier
     */
    AgentName: string;
    /**
     * @description Id under which the service traces the call. Quote it when you ask the operator for help.
     *
     *     **Inferred (D3).** Exactly 58 characters. The page counts 58 *bits*, which a string does not have; its Chinese edition gives
     *     58 as the length.
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
         *     **Inferred (D18).** The agent is the carrier: other operations of the publisher describe the same header as the carrier's name.
         * @example my-carrier
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Id under which the service traces the call. Quote it when you ask the operator for help.
         *
         *     **Inferred (D3).** Exactly 58 characters. The page counts 58 *bits*, which a string does not have; its Chinese edition gives
         *     58 as the length.
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
         *     **Inferred (D18).** The agent is the carrier: other operations of the publisher describe the same header as the carrier's name.
         * @example my-carrier
         */
        'x-hw-agentName': components['parameters']['AgentName'];
        /**
         * @description Id under which the service traces the call. Quote it when you ask the operator for help.
         *
         *     **Inferred (D3).** Exactly 58 characters. The page counts 58 *bits*, which a string does not have; its Chinese edition gives
         *     58 as the length.
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
