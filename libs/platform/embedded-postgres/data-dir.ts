import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ended, endWithParent, isAlive } from '#platform/child-process';
import { spawnAs, type RunAs } from './account.js';
import type { Binaries } from './binaries.js';
import { ClusterError } from './errors.js';

/** Name of the superuser of an embedded cluster. */
export const SUPERUSER = 'postgres';
const PASSWORD_FILE = 'superuser-password';

/** Whether a cluster stands in the folder already. @throws ClusterError `not-a-data-folder`, `other-version` */
export function holdsCluster(dataDir: string, binaries: Binaries): boolean {
  if (!existsSync(dataDir) || contents(dataDir).length === 0) return false;
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(dataDir, PASSWORD_FILE))) {
    throw new ClusterError(
      'not-a-data-folder',
      `The folder ${dataDir} is not empty and holds no embedded PostgreSQL. Choose another folder.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== binaries.major) {
    throw new ClusterError(
      'other-version',
      `The data folder ${dataDir} was made by PostgreSQL ${version}, and this release brings ` +
        `PostgreSQL ${binaries.major}. Use the release that made it to dump the data, or choose another folder.`,
    );
  }
  return true;
}

function contents(dataDir: string): string[] {
  try {
    return readdirSync(dataDir);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') {
      throw new ClusterError('not-a-data-folder', `${dataDir} is not a folder.`, { cause });
    }
    throw new ClusterError(
      'other-owner',
      `The data folder ${dataDir} cannot be read (${code}): it belongs to another user, probably because ` +
        'of an earlier start as root. Start as that user, or choose another folder.',
      { cause },
    );
  }
}

export function readPassword(dataDir: string): string {
  return readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
}

/**
 * Makes a new cluster. It is built beside `dataDir` and renamed when finished, so that an interrupted
 * first start leaves no half-made folder.
 */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  account: RunAs,
  durable: boolean,
): Promise<void> {
  mkdirSync(dirname(dataDir), { recursive: true });
  const building = mkdtempSync(join(dirname(dataDir), `.${basename(dataDir)}-new-`));
  const passwordFile = join(building, PASSWORD_FILE);
  const data = join(building, 'data');
  try {
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    mkdirSync(data, { mode: 0o700 });
    if (account !== null) {
      for (const path of [building, passwordFile, data]) chownSync(path, account.uid, account.gid);
    }
    await runInitdb(building, binaries, account, durable);
    renameSync(passwordFile, join(data, PASSWORD_FILE));
    renameSync(data, dataDir);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

async function runInitdb(
  folder: string,
  binaries: Binaries,
  account: RunAs,
  durable: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${join(folder, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${join(folder, PASSWORD_FILE)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorted by code point, by PostgreSQL itself: the same on every machine, whatever its C library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawnAs(account, binaries.initdb, args, [join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: serverEnvironment(),
  });
  endWithParent(child, { signal: 'TERM', temporary: folder });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const { code, signal } = await Promise.race([
    ended(child),
    new Promise<never>((_, reject) => child.once('error', reject)),
  ]).finally(() => {
    clearTimeout(limit);
  });
  if (code === 0) return;
  throw new ClusterError(
    'start-failed',
    `PostgreSQL could not create its data folder (initdb ended with ${code ?? signal}):\n${said.trim()}`,
  );
}

/** Nothing of the caller's environment: a PGDATA or PGPORT set elsewhere must not steer this server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

/** What `postmaster.pid` says: process id (line 1) and standing (line 8, `ready` when it takes connections). */
export function postmasterFile(dataDir: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Refuses a folder that a live server uses, and clears what a killed one left behind. PostgreSQL clears it
 * too, but not when the process id has meanwhile gone to another program, as is usual after a container
 * restarts. @throws ClusterError `in-use`
 */
export function settlePostmasterFile(dataDir: string): void {
  const left = postmasterFile(dataDir);
  if (left === undefined) return;
  if (isAlive(left.pid) && isServerOf(left.pid, dataDir)) {
    throw new ClusterError(
      'in-use',
      `The data folder ${dataDir} is in use by a running PostgreSQL (process ${left.pid}). ` +
        'Stop the other instance first, or choose another folder.',
    );
  }
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

function isServerOf(pid: number, dataDir: string): boolean {
  try {
    // A PostgreSQL server works from inside its data folder.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return commandOf(pid).includes('postgres');
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    // Cannot tell: leave the file alone by taking the process for a server; PostgreSQL looks again itself.
    return 'postgres';
  }
}
