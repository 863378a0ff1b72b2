import { assertSchemaCompatibility, createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { type AnyQueue, type AnyWorker, type Data, type QueueBackend, WORKER_TIMES } from './backend.js';

export interface PostgresBackendOptions {
  readonly url: string;
  /** Schema of the queue's tables. Default `queue`. */
  readonly schema?: string;
  /** Role of the connections. Default `tousu_app`. */
  readonly role?: string;
}

const QUEUE_CONNECTIONS = 2;
const WORKER_CONNECTIONS = 6;

/**
 * Makes or updates the queue's tables. `adminUrl` may create schemas; `tousu_app` may use them afterwards,
 * and make the sequence that BullMQ makes for each queue.
 */
export async function migrateQueue(adminUrl: string, schema = 'queue'): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'tousu migrate queue' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client, schema);
    await client.query(`grant usage, create on schema ${schema} to tousu_app`);
    await client.query(`grant all on all tables in schema ${schema} to tousu_app`);
    await client.query(`grant all on all sequences in schema ${schema} to tousu_app`);
  } finally {
    await client.end();
  }
}

/** BullMQ in PostgreSQL, for installations without a Redis. */
export function postgresBackend(options: PostgresBackendOptions): QueueBackend {
  const { url, schema = 'queue', role = 'tousu_app' } = options;
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString: url,
    application_name: 'tousu queue',
    options: `-c role=${role}`,
    schema,
    max,
  });
  return {
    kind: 'postgres',
    // Without its tables a worker would ask for them again and again without a pause.
    prepare: async () => {
      const client = new pg.Client(connection(1));
      client.on('error', () => undefined);
      await client.connect();
      await assertSchemaCompatibility(client, schema).finally(() => client.end());
      return { reachable: true, warnings: [] };
    },
    openQueue: (name): AnyQueue => new Queue<Data>(name, { connection: connection(QUEUE_CONNECTIONS) }),
    openWorker: (name, concurrency, processor): AnyWorker =>
      new Worker<Data>(name, processor, {
        concurrency,
        connection: connection(WORKER_CONNECTIONS),
        ...WORKER_TIMES,
      }),
  };
}
