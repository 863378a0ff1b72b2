import { describeEventStore } from '../contract.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStore('memory', async () => ({ store: new MemoryEventStore(), close: async () => undefined }));
