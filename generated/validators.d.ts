// Generated from openapi/ by scripts/generate/validators.ts (`npm run generate`). Do not edit.

/** One error of a value, as Ajv reports it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns whether a value is valid. `errors` holds the errors of the last value. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

export declare const loginRequest: Validator;
export declare const loginResponse: Validator;
export declare const registerUserRequest: Validator;
export declare const registerUserResponse: Validator;
