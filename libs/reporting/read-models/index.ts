export * from './published-reports/list-published.handler.js';
export * from './published-reports/list-published.query.js';
export * from './published-reports/published-reports.projection.js';
