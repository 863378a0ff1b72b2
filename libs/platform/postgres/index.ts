export * from './app-pool.js';
export * from './durable.js';
export * from './migrate.js';
export * from './plans.js';
export * from './message-of.js';
