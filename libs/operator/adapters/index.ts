export * from './http/operator-http.module.js';
export { OPERATOR_PROBLEMS } from './http/problems.js';
export * from './nest/operator.module.js';
export * from './operators-file.js';
export * from './projections.js';
