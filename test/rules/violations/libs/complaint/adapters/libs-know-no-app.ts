export { worker } from '../../../apps/worker/worker.js';
