export * from './reaction.js';
export * from './reaction-ledger.js';
export * from './reaction-runner.js';
