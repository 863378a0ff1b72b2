export * from './behind.js';
export * from './chain.js';
export * from './errors.js';
export * from './log-tail.js';
export * from './memory/memory-event-store.js';
export * from './port.js';
export * from './postgres/postgres-event-store.js';
export * from './verify.js';
