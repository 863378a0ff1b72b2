export * from './add-notice/add-notice.command.js';
export * from './add-notice/add-notice.handler.js';
export * from './affected-clocks.js';
export * from './holiday-records.js';
export * from './live-calendars.js';
export * from './own-days.js';
export * from './preview.js';
export * from './stream.js';
