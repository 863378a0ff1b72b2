export * from './domain/index.js';
export * from './read-models/index.js';
export * from './use-cases/index.js';
export * from './adapters/index.js';
