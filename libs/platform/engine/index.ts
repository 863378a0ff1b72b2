export * from './engine.module.js';
export * from './settings.js';
export * from './health.js';
