import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { appConnection, PLANS } from '#platform/postgres';
import { StoreUnavailable, UnknownOutcome } from '../errors.js';

/** Longest the server may work on a batch, and wait for the lock, ms. */
const STATEMENT_MS = 4_000;
/** When nothing has come back by then the connection is given up, ms. */
const ANSWER_MS = 8_000;
/** How long a lost connection is tried again before waiting appends are refused, ms. */
const RECONNECT_MS = 3_000;
const FIRST_PAUSE_MS = 50;

/** The server said no to a statement and rolled it back; `code` is the SQLSTATE. */
export class StatementRefused extends StoreUnavailable {
  constructor(
    readonly sqlState: string,
    cause: Error,
  ) {
    super(`PostgreSQL refused the append (${sqlState}): ${cause.message}`, { cause });
  }
}

/** One connection on which batches are written one after the other. It comes back by itself. */
export class AppendConnection {
  private client: pg.Client | undefined;

  constructor(
    private readonly url: string,
    private readonly applicationName: string,
  ) {}

  /**
   * Runs one autocommitted prepared statement and answers its only value. Rejects with
   * {@link StatementRefused} when it was rolled back, {@link UnknownOutcome} when it may have been
   * committed, and {@link StoreUnavailable} when it was never sent.
   */
  async run(name: string, text: string, values: readonly unknown[]): Promise<unknown> {
    const client = this.client ?? (await this.connect());
    const guard = setTimeout(() => this.drop(client), ANSWER_MS);
    try {
      const { rows } = await client.query({ name, text, values: values as unknown[], rowMode: 'array' });
      return rows[0]?.[0];
    } catch (error) {
      throw this.classify(client, error as Error);
    } finally {
      clearTimeout(guard);
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  /** Every new connection may lead to another cluster or timeline: it opens the epoch first. */
  private async connect(): Promise<pg.Client> {
    const until = Date.now() + RECONNECT_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      const client = new pg.Client(
        appConnection(this.url, {
          applicationName: this.applicationName,
          statementTimeoutMs: STATEMENT_MS,
          settings: PLANS,
        }),
      );
      const lost = () => this.forget(client);
      client.on('error', lost).on('end', lost);
      try {
        await client.connect();
        await client.query('select es.open_epoch()');
        this.client = client;
        return client;
      } catch (error) {
        void client.end().catch(() => undefined);
        if (Date.now() + pause >= until) {
          throw new StoreUnavailable('PostgreSQL cannot be reached', { cause: error });
        }
        await sleep(pause);
      }
    }
  }

  private classify(client: pg.Client, error: Error): Error {
    const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
    if (!refused) {
      this.drop(client);
      return new UnknownOutcome(`no answer to an append that was sent: ${error.message}`, { cause: error });
    }
    // A server that turned read-only or is shutting down is not the one to go on with.
    if (/^(25|57P)/.test(error.code ?? '')) this.drop(client);
    return new StatementRefused(error.code ?? '', error);
  }

  /** Ends the connection at once; a statement under way rejects. */
  private drop(client: pg.Client): void {
    this.forget(client);
    void client.end().catch(() => undefined);
  }

  private forget(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
  }
}
