import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClusterError } from './errors.js';

/** A user of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as: `null` means as we are. */
export type RunAs = Account | null;

const READ_SEARCH = { name: 'dac_read_search', bit: 2n };
const OVERRIDE = { name: 'dac_override', bit: 1n };

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of an existing data folder, else as the
 * user `postgres` or `nobody`. @throws ClusterError `other-owner`, `no-unprivileged-user`
 */
export function accountFor(dataDir: string, exists: boolean): RunAs {
  const me = process.getuid?.() ?? 0;
  const owner = exists ? statSync(dataDir) : undefined;
  if (me !== 0) {
    if (owner !== undefined && owner.uid !== me) {
      throw new ClusterError(
        'other-owner',
        `The data folder ${dataDir} belongs to another user (uid ${owner.uid}; you are ${me}). ` +
          'It was probably made by a start as root. Start as that user, or choose another folder.',
      );
    }
    return null;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp('postgres') ?? lookUp('nobody') ?? missingUser();
}

function lookUp(user: string): Account | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function missingUser(): never {
  throw new ClusterError(
    'no-unprivileged-user',
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. ' +
      'Start as an ordinary user, or create one: useradd --system postgres',
  );
}

/**
 * Starts a program of the server under that account. `paths` are what it must reach: where a parent folder
 * is closed to the account (a clone under /root), it is given one capability to pass it, and nothing else.
 * @throws ClusterError `folder-unreachable`
 */
export function spawnAs(
  account: RunAs,
  program: string,
  args: readonly string[],
  paths: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  if (account === null) return spawn(program, args, options);
  const closed = closedTo(account, program) ?? paths.map((path) => closedTo(account, path)).find(Boolean);
  if (closed === undefined) return spawn(program, args, { ...options, uid: account.uid, gid: account.gid });
  const capability = heldCapability(closed, account);
  const prefix = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    // access(2), by which the server finds its own files, looks at capabilities only with this bit.
    '--securebits=+no_setuid_fixup',
    '--no-new-privs',
    '--',
  ];
  return spawn(setpriv(closed, account), [...prefix, program, ...args], options);
}

/** The first folder on the way to `path` that the account may not enter. */
function closedTo(account: Account, path: string): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const { uid, gid, mode } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  });
}

function setpriv(closed: string, account: Account): string {
  const found = ['/usr/bin/setpriv', '/bin/setpriv', '/usr/local/bin/setpriv'].find((path) =>
    existsSync(path),
  );
  if (found !== undefined) return found;
  throw unreachable(
    closed,
    account,
    'the program setpriv (package util-linux) that would let it in is missing',
  );
}

/** CAP_DAC_READ_SEARCH is enough and allows less; containers often hold only CAP_DAC_OVERRIDE. */
function heldCapability(closed: string, account: Account): string {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const held = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  const capability = [READ_SEARCH, OVERRIDE].find(({ bit }) => (held >> bit) & 1n);
  if (capability !== undefined) return capability.name;
  throw unreachable(closed, account, 'root lacks the capability to let it in here');
}

function unreachable(closed: string, account: Account, why: string): ClusterError {
  return new ClusterError(
    'folder-unreachable',
    `As root, PostgreSQL runs as the user with uid ${account.uid}, and that user may not enter ${closed}; ${why}. ` +
      'Either install util-linux, or start as an ordinary user, or put the project and the data folder ' +
      '(TOUSU_DATA) where everyone may enter, or set DATABASE_URL.',
  );
}
