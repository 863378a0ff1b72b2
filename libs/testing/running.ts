import type { TestServers } from './servers.js';

/** Set-up and tear-down run in one process, but Jest may load each as a module instance of its own. */
const KEY = Symbol.for('tousu.test-servers');
const place = globalThis as { [KEY]?: TestServers };

export function remember(servers: TestServers): void {
  place[KEY] = servers;
}

export function remembered(): TestServers | undefined {
  return place[KEY];
}
