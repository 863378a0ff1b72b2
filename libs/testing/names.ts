/** Environment variables by which the global set-up tells the test processes where the servers are. */
export const ADMIN_URL = 'TOUSU_TEST_DATABASE_URL';
export const REDIS_URL = 'TOUSU_TEST_REDIS_URL';
export const REDIS_REASON = 'TOUSU_TEST_REDIS_REASON';
