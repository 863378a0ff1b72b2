import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, endWithParent } from '#platform/child-process';
import { spawnAs, type RunAs } from './account.js';
import type { Binaries } from './binaries.js';
import { postmasterFile, serverEnvironment, settlePostmasterFile } from './data-dir.js';
import { ClusterError } from './errors.js';

/** Server settings by name, as in `postgresql.conf`. */
export type Settings = Readonly<Record<string, string>>;

/** Everything that is needed to start the server process of an existing cluster. */
export interface Launch {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly account: RunAs;
  readonly port: number;
  readonly settings: Settings;
  readonly startTimeoutMs: number;
  /** Removed by the guard when this process dies without stopping the server. */
  readonly temporary?: string;
  readonly onLog?: (text: string) => void;
}

const DURABLE: Settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** What a server left behind when it was killed: its last children need a moment to notice and go. */
const STILL_GOING = /pre-existing shared memory block/;
/** Another start was faster. */
const IN_USE = /lock file "[^"]*" already exists/;
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/;
const POLL_MS = 20;

/** Starts the server and waits until it takes connections. @throws ClusterError */
export async function launch(options: Launch): Promise<ChildProcess> {
  const until = Date.now() + options.startTimeoutMs;
  for (;;) {
    settlePostmasterFile(options.dataDir);
    const attempt = await launchOnce(options, until);
    if (attempt.child !== undefined) return attempt.child;
    if (PORT_TAKEN.test(attempt.said)) {
      throw new ClusterError('port-taken', `Port ${options.port} on 127.0.0.1 is taken by another program.`);
    }
    if (IN_USE.test(attempt.said)) {
      throw new ClusterError(
        'in-use',
        `The data folder ${options.dataDir} is in use by a running PostgreSQL.`,
      );
    }
    if (!STILL_GOING.test(attempt.said) || Date.now() > until) {
      throw new ClusterError('start-failed', `PostgreSQL did not start:\n${attempt.said.trim()}`);
    }
    await sleep(200);
  }
}

interface Attempt {
  readonly child?: ChildProcess;
  /** The last of what the server wrote. */
  readonly said: string;
}

async function launchOnce(options: Launch, until: number): Promise<Attempt> {
  const { dataDir, binaries, account } = options;
  const child = spawnAs(account, binaries.postgres, serverArguments(options), [dataDir], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    env: serverEnvironment(),
  });
  endWithParent(child, { signal: 'INT', temporary: options.temporary });
  let said = '';
  let failed = false;
  child.once('error', (error) => {
    failed = true;
    said += error.message;
  });
  const output = child.stderr as Readable;
  output.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    options.onLog?.(text);
    said = (said + text).slice(-8_000);
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const standing = postmasterFile(dataDir);
    if (standing?.pid === child.pid && standing?.ready === true) {
      child.unref();
      (output as Socket).unref();
      return { child, said };
    }
    if (Date.now() > until) {
      await endChild(child, 'SIGQUIT', 5_000);
      said += `\nIt did not take connections within ${options.startTimeoutMs / 1000} s and was stopped.`;
      return { said };
    }
    await sleep(POLL_MS);
  }
  // The process may be gone before its last words have been read.
  if (!failed) await Promise.race([closed, sleep(1_000, undefined, { ref: false })]);
  return { said };
}

function serverArguments(options: Launch): string[] {
  const settings: Settings = {
    ...DURABLE,
    ...options.settings,
    // Reached by TCP on this machine only: no socket file to place, own, or leave behind.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(options.port),
    // Its log goes to us.
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', options.dataDir, ...assignments];
}
