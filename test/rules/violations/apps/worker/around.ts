export { start } from './no-cycles.js';
export const around = 2;
