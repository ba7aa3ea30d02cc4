// Generated from openapi/ by scripts/generate/error-codes.ts (`npm run generate`). Do not edit.

import type { ErrorCode } from '../src/contract/error-codes.js';

/** A code of the service. An editor suggests the known codes. Any other string is allowed: new codes may appear at any time. */
export type ServiceCode =
  | '13000101'
  | '13000102'
  | '13000201'
  | '99000001'
  | '99000002'
  | '99000003'
  | '99000004'
  | '99000005'
  | '99000006'
  | '99000007'
  | (string & Record<never, never>);

/** A code of the API gateway. An editor suggests the known codes. Any other string is allowed. */
export type GatewayCode =
  | 'APIGW.0101'
  | 'APIGW.0201'
  | 'APIGW.0202'
  | 'APIGW.0203'
  | 'APIGW.0308'
  | 'APIGW.99000001'
  | (string & Record<never, never>);

/** Every error code that is known: published, with its page, or illustrative. */
export const errorCodes: readonly ErrorCode[] = [
  {
    code: '13000101',
    kind: 'service',
    statuses: [400],
    meaning: 'Bad request',
    advice: 'Compare the request with the contract. The app made a mistake, not the user.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'enterprise edition',
      address: 'https://support.huaweicloud.com/intl/en-us/api-koodrive/ErrorCode.html',
    },
    examples: ['badRequest'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000040007'],
  },
  {
    code: '13000102',
    kind: 'service',
    statuses: [400],
    meaning: 'Invalid parameters',
    advice: 'Compare the request with the contract. The app made a mistake, not the user.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'enterprise edition',
      address: 'https://support.huaweicloud.com/intl/en-us/api-koodrive/ErrorCode.html',
    },
    examples: ['invalidParameters'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000040001'],
  },
  {
    code: '13000201',
    kind: 'service',
    statuses: [500],
    meaning: 'Service fault',
    advice:
      'Retry later. Try to log in before you send a registration again. If the failure persists, report the trace ID to the operator.',
    illustrative: false,
    page: {
      title: 'Returned Results',
      edition: 'enterprise edition',
      address: 'https://support.huaweicloud.com/intl/en-us/api-koodrive/koodrive_05_0011.html',
    },
    examples: ['serviceFault'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000050001'],
  },
  {
    code: '99000001',
    kind: 'service',
    statuses: [200],
    meaning: 'Refused with status 200',
    advice: 'Check the code, not only the status. Show the message and let the user try again.',
    illustrative: true,
    examples: ['refusedWithStatus200'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000020001'],
  },
  {
    code: '99000002',
    kind: 'service',
    statuses: [400],
    meaning: 'Wrong password',
    advice: 'Ask the user for the password again. Do not retry automatically, because the account may get locked.',
    illustrative: true,
    examples: ['wrongPassword'],
    operations: ['login'],
    testNumbers: ['0027000040002'],
  },
  {
    code: '99000003',
    kind: 'service',
    statuses: [400],
    meaning: 'Captcha token expired',
    advice: 'Send a new verification code and ask the user for it.',
    illustrative: true,
    examples: ['captchaTokenExpired'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000040003'],
  },
  {
    code: '99000004',
    kind: 'service',
    statuses: [400],
    meaning: 'Account locked',
    advice: 'Tell the user that the account is locked. Do not retry the login automatically.',
    illustrative: true,
    examples: ['accountLocked'],
    operations: ['login'],
    testNumbers: ['0027000040004'],
  },
  {
    code: '99000005',
    kind: 'service',
    statuses: [400],
    meaning: 'Phone already taken',
    advice: 'Offer to log in instead.',
    illustrative: true,
    examples: ['phoneTaken'],
    operations: ['registerUser'],
    testNumbers: ['0027000040005'],
  },
  {
    code: '99000006',
    kind: 'service',
    statuses: [401],
    meaning: 'Credentials refused',
    advice: 'Ask the user for the account and the password or code again.',
    illustrative: true,
    examples: ['credentialsRefused'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000040101'],
  },
  {
    code: '99000007',
    kind: 'service',
    statuses: [400],
    meaning: 'Account frozen',
    advice: 'Tell the user that the account is frozen. Only the carrier can enable it again.',
    illustrative: true,
    examples: ['accountFrozen'],
    operations: ['login'],
    testNumbers: ['0027000040008'],
  },
  {
    code: 'APIGW.0101',
    kind: 'gateway',
    statuses: [404],
    meaning: 'Unknown API',
    advice: 'Check the base URL and the method.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'API Request Signing Guide',
      address: 'https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html',
      updated: '2025-10-20',
    },
    examples: ['unknownApi'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000040401'],
  },
  {
    code: 'APIGW.0201',
    kind: 'gateway',
    statuses: [413],
    meaning: 'Payload too large',
    advice: 'Send a smaller body. No valid request of this contract is that large.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'API Request Signing Guide',
      address: 'https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html',
      updated: '2025-10-20',
    },
    examples: ['payloadTooLarge'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000041301'],
  },
  {
    code: 'APIGW.0202',
    kind: 'gateway',
    statuses: [502],
    meaning: 'Bad gateway',
    advice:
      'Retry later. The service may have processed the request. Try to log in before you send a registration again.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'API Gateway User Guide',
      address: 'https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig-ug-180530090.html',
      updated: '2023-05-06',
    },
    examples: ['badGateway'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000050201'],
  },
  {
    code: 'APIGW.0203',
    kind: 'gateway',
    statuses: [504],
    meaning: 'Gateway timeout',
    advice:
      'Retry later. The service may have processed the request. Try to log in before you send a registration again.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'API Gateway User Guide',
      address: 'https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig-ug-180530090.html',
      updated: '2023-05-06',
    },
    examples: ['gatewayTimeout'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000050401'],
  },
  {
    code: 'APIGW.0308',
    kind: 'gateway',
    statuses: [429],
    meaning: 'Rate limited',
    advice: 'Wait before the next call, and longer each time. The publisher states no limits.',
    illustrative: false,
    page: {
      title: 'Error Codes',
      edition: 'API Gateway User Guide',
      address: 'https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig-ug-180530090.html',
      updated: '2023-05-06',
    },
    examples: ['rateLimited'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000042901'],
  },
  {
    code: 'APIGW.99000001',
    kind: 'gateway',
    statuses: [503],
    meaning: 'Refused for another reason',
    advice: 'Decide by the status. A retry may succeed after 5xx, but not after 4xx.',
    illustrative: true,
    examples: ['unknownRefusal'],
    operations: ['login', 'registerUser'],
    testNumbers: ['0027000050301'],
  },
];
