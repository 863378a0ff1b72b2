export { TimerDispatcher, type TimerDispatcherOptions } from './timer-dispatcher.js';
export { Firing, type FiringOptions } from './firing.js';
export { type ParkedTimer, type Reconciliation, TimerLedger, type TimerStatus } from './timer-ledger.js';
export { type TimerCursor, TimerTable } from './timer-table.js';
export { TimerWorker } from './timer-worker.js';
export * from './timers-projection.js';
export type { DueTimer, FireTimer } from './timer.js';
