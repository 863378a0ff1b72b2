/** Debian packages for tests, where they can be had without asking anybody: on Debian and Ubuntu, as root. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Asked by Debian's packages before they start a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Whether packages can be installed from here at all. */
export function canInstall() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs a package and starts none of its services; answers whether `isThere` holds afterwards. */
export function installPackage(name, isThere) {
  console.log(`Installing ${name} for the tests (apt-get) …`);
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const install = () => aptGet('install', '--no-install-recommends', name) && isThere();
  try {
    return install() || (aptGet('update') && install());
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
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
