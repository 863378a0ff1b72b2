export * from './api.module.js';
export { EVALUATION_PROBLEMS } from './evaluation.controller.js';
export * from './open-api.js';
