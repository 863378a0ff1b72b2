import { ADMIN_URL, REDIS_REASON, REDIS_URL } from './names.js';
import { startTestServers } from './servers.js';
import { remember } from './running.js';

/** Jest's global set-up: the servers are started once, and the test processes inherit where they are. */
export default async function globalSetup(): Promise<void> {
  const servers = await startTestServers();
  remember(servers);
  process.env[ADMIN_URL] = servers.databaseUrl;
  if (servers.redisUrl !== undefined) process.env[REDIS_URL] = servers.redisUrl;
  if (servers.redisReason !== undefined) process.env[REDIS_REASON] = servers.redisReason;
}
