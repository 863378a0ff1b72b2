export * from './http/complaint-http.module.js';
export { COMPLAINT_PROBLEMS } from './http/problems/index.js';
export * from './nest/complaint.module.js';
export * from './offices-file.js';
export * from './projections.js';
export * from './rulebooks/index.js';
export * from './timers.js';
