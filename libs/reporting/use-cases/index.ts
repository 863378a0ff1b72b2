export * from './counting.js';
export * from './draft-report/draft-report.command.js';
export * from './draft-report/draft-report.handler.js';
export * from './publish-report/publish-report.command.js';
export * from './publish-report/publish-report.handler.js';
export * from './quarterly-reports.js';
export * from './reporting-offices.js';
export * from './stream.js';
