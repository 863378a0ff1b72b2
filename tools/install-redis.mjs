/**
 * Installs redis-server for the tests where that is possible without asking anybody: on Debian and Ubuntu,
 * as root. Elsewhere it says how to get it; the suites that need Redis are then reported as skipped.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstall, installPackage } from './apt.mjs';

const HOW =
  'install it yourself (Debian and Ubuntu: sudo apt-get install redis-server; Fedora: dnf install redis; ' +
  'macOS: brew install redis) or point REDIS_URL at a server';

/** Whether a Redis can be had; installs it if need be. Prints what it does. */
export function ensureRedis() {
  if (process.env.REDIS_URL || hasRedis()) return true;
  if (!canInstall()) {
    console.log(`redis-server is missing and cannot be installed from here; ${HOW}.`);
    return false;
  }
  if (installPackage('redis-server', hasRedis)) return true;
  console.log(`redis-server could not be installed; ${HOW}.`);
  return false;
}

function hasRedis() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'redis-server')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(ensureRedis() ? 0 : 1);
