export { createTestDatabase, type TestDatabase } from './database.js';
export { redisReason, testRedisUrl } from './redis-url.js';
export { startTestServers, type TestServers } from './servers.js';
export * from './canary.js';
export * from './dumps.js';
