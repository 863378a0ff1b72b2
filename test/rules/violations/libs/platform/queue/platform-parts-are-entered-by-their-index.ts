export { clock } from '../clock/clock.js';
