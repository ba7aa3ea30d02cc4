import * as v from 'valibot';

const success = v.object({
  code: v.picklist([0, '0']),
  msg: v.string(),
  data: v.object({
    userInfo: v.object({
      userId: v.string(),
      firstname: v.string(),
      surname: v.optional(v.string()),
      phone: v.string(),
      email: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.email())])),
    }),
    sessionInfo: v.object({
      accessToken: v.string(),
      expiresIn: v.pipe(v.number(), v.integer()),
      issuedAt: v.string(),
      refreshToken: v.string(),
    }),
  }),
});
const failure = v.object({
  code: v.pipe(
    v.union([v.pipe(v.number(), v.integer()), v.string()]),
    v.check((code) => String(code) !== '0'),
  ),
  msg: v.string(),
});
const loginResponse = v.union([success, failure]);

/** `is` does not build the output, and ends at the first issue: the quickest that valibot has. */
export const accepts = (value: unknown): boolean => v.is(loginResponse, value);
