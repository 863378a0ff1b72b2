export { type QueueBackend } from './backend.js';
export { BullWakeUpQueue, type BullWakeUpQueueOptions } from './bull-wake-up-queue.js';
export * from './port.js';
export * from './postgres-backend.js';
export * from './redis-backend.js';
