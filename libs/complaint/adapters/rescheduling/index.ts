export { PASSES, partsOf } from './mark.js';
export * from './rescheduler.js';
