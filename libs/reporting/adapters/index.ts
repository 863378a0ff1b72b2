export { REPORTING_PROBLEMS } from './http/problems.js';
export * from './http/reporting-http.module.js';
export { hasWords as hasWordsInReports } from './http/words.js';
export * from './nest/reporting.module.js';
export * from './projections.js';
