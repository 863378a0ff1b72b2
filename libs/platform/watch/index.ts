export * from './event-loop.js';
export * from './heartbeats.js';
export * from './watch.js';
