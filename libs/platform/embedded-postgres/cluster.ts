import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, ended, freePort } from '#platform/child-process';
import { accountFor } from './account.js';
import { findBinaries } from './binaries.js';
import { createCluster, holdsCluster, readPassword, SUPERUSER } from './data-dir.js';
import { ClusterError } from './errors.js';
import { launch, type Launch, type Settings } from './server.js';

export interface ClusterOptions {
  /** The folder of the cluster; made on the first start. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** Server settings that replace the durable defaults. `fsync: 'off'` is for tests only. */
  readonly settings?: Settings;
  /** Start the server again, on the same port, when it ends by itself or is killed. Default false. */
  readonly restart?: boolean;
  /** The folder is removed on `stop()`, and when this process dies. For tests. Default false. */
  readonly temporary?: boolean;
  /** Recovery after a crash is part of a start. Default 120 000. */
  readonly startTimeoutMs?: number;
  /** After this long in `stop()` the server is killed. Default 30 000. */
  readonly stopTimeoutMs?: number;
  /** The server's log as it comes. */
  readonly onLog?: (text: string) => void;
  /** The server has ended without `stop()`: `restarting` tells whether it will be started again. */
  readonly onDown?: (why: string, restarting: boolean) => void;
}

export interface Cluster {
  /** Connection string for a database of the cluster, as the superuser. Holds the password: never log it. */
  url(database: string): string;
  /** The same for the database `postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  /** Process id of the server; another one after a restart. */
  readonly pid: number;
  /** Ends the server (running statements are cut off, nothing committed is lost). May be called twice. */
  stop(): Promise<void>;
}

const RESTART_WAITS_MS = [100, 500, 1_000, 2_000, 5_000];

/**
 * Starts a PostgreSQL of our own from the binaries of the npm package, as a child of this process, on
 * 127.0.0.1. It ends with this process, however that ends. @throws ClusterError
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = resolve(options.dataDir);
  try {
    return await startIn(dataDir, options);
  } catch (error) {
    if (options.temporary === true) rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const binaries = await findBinaries();
  const exists = holdsCluster(dataDir, binaries);
  const account = accountFor(dataDir, exists);
  if (!exists) await createCluster(dataDir, binaries, account, options.settings?.['fsync'] !== 'off');
  const { child, plan } = await launchOnPort(options, {
    dataDir,
    binaries,
    account,
    settings: options.settings ?? {},
    startTimeoutMs: options.startTimeoutMs ?? 120_000,
    temporary: options.temporary === true ? dataDir : undefined,
    onLog: options.onLog,
  });
  return new RunningCluster(options, plan, child);
}

async function launchOnPort(
  options: ClusterOptions,
  base: Omit<Launch, 'port'>,
): Promise<{ child: ChildProcess; plan: Launch }> {
  for (let attempt = 1; ; attempt++) {
    const plan: Launch = { ...base, port: options.port ?? (await freePort()) };
    try {
      return { child: await launch(plan), plan };
    } catch (error) {
      const taken = error instanceof ClusterError && error.code === 'port-taken';
      // A free port can be taken between looking and listening; a port that was asked for is not ours to change.
      if (!taken || options.port !== undefined || attempt === 5) throw error;
    }
  }
}

class RunningCluster implements Cluster {
  private stopping: Promise<void> | undefined;
  private starting: Promise<unknown> = Promise.resolve();
  private readonly password: string;

  constructor(
    private readonly options: ClusterOptions,
    private readonly plan: Launch,
    private child: ChildProcess,
  ) {
    this.password = readPassword(plan.dataDir);
    this.watch();
  }

  get port(): number {
    return this.plan.port;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get adminUrl(): string {
    return this.url('postgres');
  }

  url(database: string): string {
    return `postgresql://${SUPERUSER}:${this.password}@127.0.0.1:${this.port}/${encodeURIComponent(database)}`;
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    await this.starting;
    await endChild(this.child, 'SIGINT', this.options.stopTimeoutMs ?? 30_000);
    if (this.options.temporary === true) rmSync(this.plan.dataDir, { recursive: true, force: true });
  }

  private watch(): void {
    void ended(this.child).then(({ code, signal }) => {
      if (this.stopping !== undefined) return;
      const restarting = this.options.restart === true;
      this.options.onDown?.(`PostgreSQL ended by itself (${signal ?? code})`, restarting);
      if (restarting) this.starting = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    for (const wait of RESTART_WAITS_MS) {
      await sleep(wait);
      if (this.stopping !== undefined) return;
      try {
        this.child = await launch(this.plan);
        this.watch();
        return;
      } catch (error) {
        this.options.onDown?.((error as Error).message, wait !== RESTART_WAITS_MS.at(-1));
      }
    }
  }
}
