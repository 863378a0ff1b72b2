export * from './end.js';
export * from './guard.js';
export * from './port.js';
