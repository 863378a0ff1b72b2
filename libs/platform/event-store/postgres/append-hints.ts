import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { appConnection } from '#platform/postgres';
import type { Subscription } from '../port.js';

const CHANNEL = 'tousu_appended';
/** At most one NOTIFY of a process in this time, ms: each takes a lock that all committers share. */
const NOTIFY_EVERY_MS = 10;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** It carries no truth, so it need not wait for the disk. */
const NOTIFY = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;

/** Tells everyone, in this process and others, that the log has grown. Hints may get lost. */
export class AppendHints {
  private readonly self = randomUUID();
  private readonly wakes = new Set<() => void>();
  private pausing: NodeJS.Timeout | undefined;
  private again = false;
  private listener: pg.Client | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly applicationName: string,
    private readonly pool: pg.Pool,
  ) {}

  /** Something was committed: wakes this process now, others within about 10 ms. */
  announce(): void {
    this.wakeAll();
    if (this.pausing) {
      this.again = true;
      return;
    }
    void this.pool.query({ name: 'es-notify', text: NOTIFY, values: [this.self] }).catch(() => undefined);
    this.pausing = setTimeout(() => {
      this.pausing = undefined;
      if (this.again) {
        this.again = false;
        this.announce();
      }
    }, NOTIFY_EVERY_MS);
  }

  subscribe(wake: () => void, everyMs: number): Subscription {
    const subscriber = () => wake();
    this.wakes.add(subscriber);
    const poll = setInterval(subscriber, everyMs);
    if (!this.listener && !this.reconnecting) void this.listen();
    return {
      stop: async () => {
        clearInterval(poll);
        this.wakes.delete(subscriber);
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakes.clear();
    clearTimeout(this.pausing);
    clearTimeout(this.reconnecting);
    await this.listener?.end();
  }

  private async listen(): Promise<void> {
    const client = new pg.Client(
      appConnection(this.url, { applicationName: `${this.applicationName} listen` }),
    );
    this.listener = client;
    const lost = () => this.lost(client);
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      if (payload !== this.self) this.wakeAll();
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.pauseMs = FIRST_PAUSE_MS;
      // Whatever was appended while nobody listened.
      this.wakeAll();
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.listener !== client || this.closed) return;
    this.listener = undefined;
    void client.end().catch(() => undefined);
    this.reconnecting = setTimeout(() => {
      this.reconnecting = undefined;
      void this.listen();
    }, this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  private wakeAll(): void {
    for (const wake of this.wakes) setImmediate(() => this.wakes.has(wake) && wake());
  }
}
