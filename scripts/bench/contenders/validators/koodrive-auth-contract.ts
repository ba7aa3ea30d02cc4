import { loginResponse } from 'koodrive-auth-contract/schemas';

export const accepts = (value: unknown): boolean => !loginResponse['~standard'].validate(value).issues;
