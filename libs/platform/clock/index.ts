export * from './database-clock.js';
export * from './evaluation-clock.js';
export * from './port.js';
