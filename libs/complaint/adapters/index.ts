export * from './http/complaint-http.module.js';
export { CALCULATOR_PROBLEMS } from './http/calculator/problems.js';
export { COMPLAINT_PROBLEMS } from './http/problems/index.js';
export * from './nest/complaint.module.js';
export * from './own-days.js';
export * from './rescheduling/index.js';
export * from './offices-file.js';
export * from './projections.js';
export * from './timers.js';
