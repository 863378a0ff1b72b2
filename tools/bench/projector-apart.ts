import { spawn, type ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endChild } from '#platform/child-process';
import { READ_MODELS } from '../../apps/read-models.js';

const PATIENCE_MS = 60_000;
const STANDING = `select count(*)::int as models from platform.projections where state = 'active'`;

/** Runs `work` while the projector runs in a process of its own: that of this process finds every read model led. */
export async function withProjectorApart<T>(
  databaseUrl: string,
  keyEncryptionKey: string,
  work: () => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [...process.execArgv, 'dist/apps/projector/main.js'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      TOUSU_KEK: keyEncryptionKey,
      TOUSU_PROFILE: 'evaluation',
      HEALTH_PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await leads(databaseUrl, child);
    return await work();
  } finally {
    await endChild(child, 'SIGTERM', 10_000);
  }
}

async function leads(databaseUrl: string, child: ChildProcess): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const end = performance.now() + PATIENCE_MS; ; await sleep(50)) {
      const { rows } = await client.query<{ models: number }>(STANDING);
      if (rows[0]?.models === READ_MODELS.length) return;
      if (child.exitCode !== null || performance.now() > end)
        throw new Error('the projector has not come to keep the read models');
    }
  } finally {
    await client.end();
  }
}
