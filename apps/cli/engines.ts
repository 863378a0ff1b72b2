import { blobStoreFrom, type BlobStore } from '#platform/blob-store';
import { required } from '#platform/engine';
import { PostgresEventStore } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { ReadModels } from '#platform/projections';
import type { Pool } from 'pg';
import { READ_MODELS } from '../read-models.js';

/** What a command works on; opened for it and closed after it. */
export interface Engines {
  readonly pool: Pool;
  readonly store: PostgresEventStore;
  readonly models: ReadModels;
}

/** Address of the database, from DATABASE_URL. Throws SettingsWrong. */
export function databaseUrl(): string {
  return required(process.env, 'DATABASE_URL', 'postgres://user:password@host:5432/tousu');
}

/** Where files are kept, from TOUSU_ATTACHMENTS. Throws SettingsWrong, or rejects with a BlobFault. */
export function filesStore(): Promise<BlobStore> {
  return blobStoreFrom(
    required(process.env, 'TOUSU_ATTACHMENTS', 'an absolute path, or s3://bucket/prefix'),
    process.env,
  );
}

/** Opens the database for one command, and lets go of it whatever happens. */
export async function withEngines<T>(work: (engines: Engines) => Promise<T>): Promise<T> {
  const url = databaseUrl();
  const applicationName = 'tousu cli';
  const pool = createAppPool(url, { applicationName, max: 4, statementTimeoutMs: 300_000 });
  const store = new PostgresEventStore(url, { applicationName });
  try {
    return await work({ pool, store, models: new ReadModels({ pool, store, projections: READ_MODELS }) });
  } finally {
    await store.close();
    await pool.end();
  }
}
