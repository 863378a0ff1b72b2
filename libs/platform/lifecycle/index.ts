export * from './log.js';
export * from './signals.js';
