export * from './lists.js';
export * from './projection.js';
export * from './read-models.js';
export { PoisonEvent, type Upcast } from './page-writer.js';
export * from './runner.js';
export * from './tables.js';
