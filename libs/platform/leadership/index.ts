export * from './leadership.js';
export * from './wake-up.js';
