import * as z from 'zod';

const message = z.string();
const success = z.object({
  code: z.union([z.literal(0), z.literal('0')]),
  msg: message,
  data: z.object({
    userInfo: z.object({
      userId: z.string(),
      firstname: z.string(),
      surname: z.string().optional(),
      phone: z.string(),
      email: z.union([z.literal(''), z.email()]).optional(),
    }),
    sessionInfo: z.object({
      accessToken: z.string(),
      expiresIn: z.int(),
      issuedAt: z.string(),
      refreshToken: z.string(),
    }),
  }),
});
const failure = z.object({
  code: z.union([z.int(), z.string()]).refine((code) => String(code) !== '0'),
  msg: message,
});
const loginResponse = z.union([success, failure]);

export const accepts = (value: unknown): boolean => loginResponse.safeParse(value).success;
