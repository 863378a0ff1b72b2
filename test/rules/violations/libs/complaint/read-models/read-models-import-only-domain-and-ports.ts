export { store } from '../adapters/store.js';
