import quick from '../../vitest.config.js';

/** The tests of the client, without those that read documents or use another client. */
export default {
  ...quick,
  test: {
    ...quick.test,
    include: ['test/client/*.test.ts'],
    exclude: ['test/client/{security,openapi-fetch}.test.ts'],
  },
};
