import slow from '../slow/vitest.config.js';

/** What `npm run test:weekly` runs: other people's test runners, bundlers, `fetch` implementations and recipes. */
export default { ...slow, test: { ...slow.test, include: ['test/weekly/**/*.test.ts'] } };
