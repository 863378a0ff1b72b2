export * from './register/list-direct.handler.js';
export * from './register/list-direct.query.js';
export * from './register/register.projection.js';
