export * from './definition.js';
export * from './guarded.js';
export * from './number-register.js';
export * from './streams.js';
export * from './wording.js';
