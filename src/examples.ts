export * from '../generated/examples.js';
