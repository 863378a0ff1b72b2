export { createTestDatabase, type TestDatabase } from './database.js';
export { redisReason, testRedisUrl } from './redis-url.js';
export { startTestServers, type TestServers } from './servers.js';
export { specify, type Answer, type Expected, type Specification } from './specify.js';
