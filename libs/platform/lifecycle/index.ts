export * from './log.js';
export * from './signals.js';
export * from './service.js';
