export * from './definition.js';
export * from './streams.js';
