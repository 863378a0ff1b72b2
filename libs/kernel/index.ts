export * from './closed.js';
export * from './day.js';
export * from './decider.js';
export * from './division.js';
export * from './json.js';
export * from './phases.js';
export * from './refusal.js';
export * from './sealed.js';
