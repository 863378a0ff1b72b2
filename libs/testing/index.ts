export * from './canary.js';
export * from './dumps.js';
export * from './golden.js';
export * from './played.js';
export { createTestDatabase, type TestDatabase } from './database.js';
export { findRedis, startRedis, type RunningRedis } from './redis.js';
export { redisReason, testRedisUrl } from './redis-url.js';
export { specify, type Answer, type Expected, type Specification } from './specify.js';
export { startTestServers, type TestServers } from './servers.js';
