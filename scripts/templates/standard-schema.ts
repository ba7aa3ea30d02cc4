import type { Validator } from './validators.js';

/** What a Standard Schema v1 says of a value that is not valid. */
export interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** A Standard Schema v1 that accepts values of type `T` and leaves them as they are. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'koodrive-auth-contract';
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** The Standard Schema over a compiled validator. */
export const standardSchema = <T>(validator: Validator): StandardSchema<T> => ({
  '~standard': {
    version: 1,
    vendor: 'koodrive-auth-contract',
    validate: (value) =>
      validator(value)
        ? { value: value as T }
        : {
            issues: (validator.errors ?? []).map(({ instancePath, keyword }) => ({
              message: keyword,
              path: instancePath.split('/').slice(1),
            })),
          },
  },
});
