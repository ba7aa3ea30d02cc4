// Generated from openapi/ by scripts/generate/examples.ts (`npm run generate`). Do not edit.

import type { LoginRequest, RegisterUserRequest } from './domain.js';

/** An example of a response: its status, its body, and the test numbers that select it in the mock. */
export interface ResponseExample<Body = unknown> {
  /** The HTTP status. */
  readonly status: number;
  /** What happened, in a few words. */
  readonly summary: string;
  /** Whether the code and the message are made up, since the publisher does not list them. */
  readonly illustrative: boolean;
  /** Values of `account` or `phone` that select this example in the mock. */
  readonly testNumbers: readonly string[];
  readonly body: Body;
}

/** The examples of `login`. */
export const login = {
  requests: {
    withPassword: { account: '0027188460911', authType: '1', password: '123qweASD143' } satisfies LoginRequest,
    withCode: {
      account: '0027188460911',
      authType: '2',
      captchaToken: 'dasdq234312313dasdsadsd',
    } satisfies LoginRequest,
  },
  responses: {
    /** Logged in with password. */
    withPassword: {
      status: 200,
      summary: 'Logged in with password',
      illustrative: false,
      testNumbers: [] as const,
      body: {
        data: {
          userInfo: {
            userId: '1882575898755117312',
            firstname: 'firstname',
            surname: 'surname',
            phone: '0027188460911',
            email: '',
          },
          sessionInfo: {
            accessToken: 'AT 3b911d723003f70a1265124148fdfe486c108b64bf8d0de3',
            expiresIn: 1800,
            issuedAt: '1772006999088',
            refreshToken: '0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb',
          },
        },
        code: 0,
        msg: 'Success',
      },
    } satisfies ResponseExample,
    /** Logged in with verification code (illustrative). */
    withCode: {
      status: 200,
      summary: 'Logged in with verification code (illustrative)',
      illustrative: true,
      testNumbers: [] as const,
      body: {
        data: {
          userInfo: {
            userId: '1882575898755117312',
            firstname: 'firstname',
            surname: 'surname',
            phone: '0027188460911',
            email: '',
          },
          sessionInfo: {
            accessToken: 'AT 3b911d723003f70a1265124148fdfe486c108b64bf8d0de3',
            expiresIn: 1800,
            issuedAt: '1772006999088',
            refreshToken: '0e0e72d3c7e9e4444df6bc3fb111eaee18eb7b2393a939cb',
          },
        },
        code: '0',
        msg: 'Success',
      },
    } satisfies ResponseExample,
    /** Refused with status 200 (illustrative). */
    refusedWithStatus200: {
      status: 200,
      summary: 'Refused with status 200 (illustrative)',
      illustrative: true,
      testNumbers: ['0027000020001'] as const,
      body: { code: 99000001, msg: 'Operation failed.' },
    } satisfies ResponseExample,
    /** Invalid parameters. */
    invalidParameters: {
      status: 400,
      summary: 'Invalid parameters',
      illustrative: false,
      testNumbers: ['0027000040001'] as const,
      body: { code: 13000102, msg: 'Verify parameters failed.' },
    } satisfies ResponseExample,
    /** Bad request. */
    badRequest: {
      status: 400,
      summary: 'Bad request',
      illustrative: false,
      testNumbers: ['0027000040007'] as const,
      body: { code: 13000101, msg: 'Bad request.' },
    } satisfies ResponseExample,
    /** Wrong password (illustrative). */
    wrongPassword: {
      status: 400,
      summary: 'Wrong password (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040002'] as const,
      body: { code: 99000002, msg: 'Account or password is incorrect.' },
    } satisfies ResponseExample,
    /** Captcha token expired (illustrative). */
    captchaTokenExpired: {
      status: 400,
      summary: 'Captcha token expired (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040003'] as const,
      body: { code: 99000003, msg: 'Verification code has expired.' },
    } satisfies ResponseExample,
    /** Account locked (illustrative). */
    accountLocked: {
      status: 400,
      summary: 'Account locked (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040004'] as const,
      body: { code: 99000004, msg: 'Account is locked.' },
    } satisfies ResponseExample,
    /** Account frozen (illustrative). */
    accountFrozen: {
      status: 400,
      summary: 'Account frozen (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040008'] as const,
      body: { code: 99000007, msg: 'Account is frozen.' },
    } satisfies ResponseExample,
    /** Credentials refused (illustrative). */
    credentialsRefused: {
      status: 401,
      summary: 'Credentials refused (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040101'] as const,
      body: { code: 99000006, msg: 'Authentication failed.' },
    } satisfies ResponseExample,
    /** Unknown API. */
    unknownApi: {
      status: 404,
      summary: 'Unknown API',
      illustrative: false,
      testNumbers: ['0027000040401'] as const,
      body: {
        error_code: 'APIGW.0101',
        error_msg: 'The API does not exist or has not been published in the environment.',
        request_id: '5fb1a7c4e2d9083b6c1f4a7e9d20b358',
      },
    } satisfies ResponseExample,
    /** Payload too large. */
    payloadTooLarge: {
      status: 413,
      summary: 'Payload too large',
      illustrative: false,
      testNumbers: ['0027000041301'] as const,
      body: {
        error_code: 'APIGW.0201',
        error_msg: 'Request entity too large.',
        request_id: 'a1c94e07b35d28f6910e7d4c8b2f5a63',
      },
    } satisfies ResponseExample,
    /** Rate limited. */
    rateLimited: {
      status: 429,
      summary: 'Rate limited',
      illustrative: false,
      testNumbers: ['0027000042901'] as const,
      body: {
        error_code: 'APIGW.0308',
        error_msg: 'The throttling threshold has been reached.',
        request_id: 'c8e2f41b7a6d05930f1e9c7d4b8a2563',
      },
    } satisfies ResponseExample,
    /** Service fault. */
    serviceFault: {
      status: 500,
      summary: 'Service fault',
      illustrative: false,
      testNumbers: ['0027000050001'] as const,
      body: { code: 13000201, msg: 'inner server invoke failure' },
    } satisfies ResponseExample,
    /** Bad gateway. */
    badGateway: {
      status: 502,
      summary: 'Bad gateway',
      illustrative: false,
      testNumbers: ['0027000050201'] as const,
      body: {
        error_code: 'APIGW.0202',
        error_msg: 'Backend unavailable.',
        request_id: '0d7b3e9a1f5c42868e2d6b4f9c0a7153',
      },
    } satisfies ResponseExample,
    /** Gateway timeout. */
    gatewayTimeout: {
      status: 504,
      summary: 'Gateway timeout',
      illustrative: false,
      testNumbers: ['0027000050401'] as const,
      body: { error_code: 'APIGW.0203', error_msg: 'Backend timeout.', request_id: 'e4a09f6c2b7d18530c5e8f1d7a3b9246' },
    } satisfies ResponseExample,
    /** Refused for another reason (illustrative). */
    unknownRefusal: {
      status: 503,
      summary: 'Refused for another reason (illustrative)',
      illustrative: true,
      testNumbers: ['0027000050301'] as const,
      body: {
        error_code: 'APIGW.99000001',
        error_msg: 'The call was refused.',
        request_id: '7c1d5e80a2f94b36819c0d7e3a6f52b4',
      },
    } satisfies ResponseExample,
  },
} as const;

/** The examples of `registerUser`. */
export const registerUser = {
  requests: {
    newUser: {
      firstname: 'mike',
      surname: '01',
      phone: '0027188460901',
      email: '',
      captchaToken: 'dasdq234312313dasdsadsd',
      password: '01ASDAa1',
    } satisfies RegisterUserRequest,
  },
  responses: {
    /** User registered. */
    newUser: {
      status: 200,
      summary: 'User registered',
      illustrative: false,
      testNumbers: [] as const,
      body: {
        data: {
          userId: '1893595880502717057',
          phone: '0027188460912',
          sessionInfo: {
            accessToken: 'AT e7ccb8b9b650fb67898c033d0e4f2fe9ee9523fdda9e1cb8',
            expiresIn: 1800,
            issuedAt: '1772006219896',
            refreshToken: 'a7ec09ec91fb295d72534a66d03eaf9ef87949ec66df73ca',
          },
        },
        code: 0,
        msg: 'Success.',
      },
    } satisfies ResponseExample,
    /** Refused with status 200 (illustrative). */
    refusedWithStatus200: {
      status: 200,
      summary: 'Refused with status 200 (illustrative)',
      illustrative: true,
      testNumbers: ['0027000020001'] as const,
      body: { code: 99000001, msg: 'Operation failed.' },
    } satisfies ResponseExample,
    /** Invalid parameters. */
    invalidParameters: {
      status: 400,
      summary: 'Invalid parameters',
      illustrative: false,
      testNumbers: ['0027000040001'] as const,
      body: { code: 13000102, msg: 'Verify parameters failed.' },
    } satisfies ResponseExample,
    /** Bad request. */
    badRequest: {
      status: 400,
      summary: 'Bad request',
      illustrative: false,
      testNumbers: ['0027000040007'] as const,
      body: { code: 13000101, msg: 'Bad request.' },
    } satisfies ResponseExample,
    /** Captcha token expired (illustrative). */
    captchaTokenExpired: {
      status: 400,
      summary: 'Captcha token expired (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040003'] as const,
      body: { code: 99000003, msg: 'Verification code has expired.' },
    } satisfies ResponseExample,
    /** Phone already taken (illustrative). */
    phoneTaken: {
      status: 400,
      summary: 'Phone already taken (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040005'] as const,
      body: { code: 99000005, msg: 'Phone number is already registered.' },
    } satisfies ResponseExample,
    /** Credentials refused (illustrative). */
    credentialsRefused: {
      status: 401,
      summary: 'Credentials refused (illustrative)',
      illustrative: true,
      testNumbers: ['0027000040101'] as const,
      body: { code: 99000006, msg: 'Authentication failed.' },
    } satisfies ResponseExample,
    /** Unknown API. */
    unknownApi: {
      status: 404,
      summary: 'Unknown API',
      illustrative: false,
      testNumbers: ['0027000040401'] as const,
      body: {
        error_code: 'APIGW.0101',
        error_msg: 'The API does not exist or has not been published in the environment.',
        request_id: '5fb1a7c4e2d9083b6c1f4a7e9d20b358',
      },
    } satisfies ResponseExample,
    /** Payload too large. */
    payloadTooLarge: {
      status: 413,
      summary: 'Payload too large',
      illustrative: false,
      testNumbers: ['0027000041301'] as const,
      body: {
        error_code: 'APIGW.0201',
        error_msg: 'Request entity too large.',
        request_id: 'a1c94e07b35d28f6910e7d4c8b2f5a63',
      },
    } satisfies ResponseExample,
    /** Rate limited. */
    rateLimited: {
      status: 429,
      summary: 'Rate limited',
      illustrative: false,
      testNumbers: ['0027000042901'] as const,
      body: {
        error_code: 'APIGW.0308',
        error_msg: 'The throttling threshold has been reached.',
        request_id: 'c8e2f41b7a6d05930f1e9c7d4b8a2563',
      },
    } satisfies ResponseExample,
    /** Service fault. */
    serviceFault: {
      status: 500,
      summary: 'Service fault',
      illustrative: false,
      testNumbers: ['0027000050001'] as const,
      body: { code: 13000201, msg: 'inner server invoke failure' },
    } satisfies ResponseExample,
    /** Bad gateway. */
    badGateway: {
      status: 502,
      summary: 'Bad gateway',
      illustrative: false,
      testNumbers: ['0027000050201'] as const,
      body: {
        error_code: 'APIGW.0202',
        error_msg: 'Backend unavailable.',
        request_id: '0d7b3e9a1f5c42868e2d6b4f9c0a7153',
      },
    } satisfies ResponseExample,
    /** Gateway timeout. */
    gatewayTimeout: {
      status: 504,
      summary: 'Gateway timeout',
      illustrative: false,
      testNumbers: ['0027000050401'] as const,
      body: { error_code: 'APIGW.0203', error_msg: 'Backend timeout.', request_id: 'e4a09f6c2b7d18530c5e8f1d7a3b9246' },
    } satisfies ResponseExample,
    /** Refused for another reason (illustrative). */
    unknownRefusal: {
      status: 503,
      summary: 'Refused for another reason (illustrative)',
      illustrative: true,
      testNumbers: ['0027000050301'] as const,
      body: {
        error_code: 'APIGW.99000001',
        error_msg: 'The call was refused.',
        request_id: '7c1d5e80a2f94b36819c0d7e3a6f52b4',
      },
    } satisfies ResponseExample,
  },
} as const;

/** Every named example, by operation. */
export const examples = { login, registerUser } as const;
