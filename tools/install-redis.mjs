/**
 * Installs redis-server for the tests where that is possible without asking anybody: on Debian and Ubuntu,
 * as root. Elsewhere it says how to get it; the suites that need Redis are then reported as skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOW =
  'install it yourself (Debian and Ubuntu: sudo apt-get install redis-server; Fedora: dnf install redis; ' +
  'macOS: brew install redis) or point REDIS_URL at a server';
/** Asked by Debian's packages before they start a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Whether a Redis can be had; installs it if need be. Prints what it does. */
export function ensureRedis() {
  if (process.env.REDIS_URL || hasRedis()) return true;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    console.log(`redis-server is missing and cannot be installed from here; ${HOW}.`);
    return false;
  }
  console.log('Installing redis-server for the tests (apt-get) …');
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (install() || (aptGet('update') && install())) return true;
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
  console.log(`redis-server could not be installed; ${HOW}.`);
  return false;
}

function hasRedis() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'redis-server')));
}

function install() {
  return aptGet('install', '--no-install-recommends', 'redis-server') && hasRedis();
}

function aptGet(...args) {
  const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120'];
  const done = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
  return done.status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(ensureRedis() ? 0 : 1);
