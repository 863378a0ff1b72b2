import { REDIS_REASON, REDIS_URL } from './names.js';

/** URL of the Redis of this test run, or undefined where there is none: then skip, and say {@link redisReason}. */
export function testRedisUrl(): string | undefined {
  return process.env[REDIS_URL];
}

/** Why there is no Redis in this run and how to get one; for the title of the skipped suite. */
export function redisReason(): string {
  if (testRedisUrl() !== undefined) return 'Redis is there';
  return process.env[REDIS_REASON] ?? 'the test servers were not started: run the tests with "npm test"';
}
