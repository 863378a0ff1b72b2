export * from './basis.js';
export * from './counted.js';
export * from './decider.js';
export * from './events.js';
export * from './figures.js';
export * from './lines.js';
export * from './refusals.js';
export * from './tally.js';
