export * from './api.module.js';
export * from './open-api.js';
