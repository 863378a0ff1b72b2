export * from './decider.js';
export * from './events.js';
export { sameNotice, type NoticeInput } from './notice.js';
export * from './refusals.js';
