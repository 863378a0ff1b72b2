export { worker } from '../worker/worker.js';
export { domain } from '#complaint';
export { clock } from '#platform/clock';
