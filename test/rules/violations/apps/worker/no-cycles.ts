export { around } from './around.js';
export const start = 1;
