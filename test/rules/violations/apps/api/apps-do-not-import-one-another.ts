export { worker } from '../worker/worker.js';
