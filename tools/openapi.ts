/**
 * Writes docs/openapi.json from the running application, without listening, on a throwaway database; with
 * `--check` only says whether the committed one is up to date, and lints it.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficesList, openAttachments } from '#complaint';
import { OidcAccessTokens, People } from '#identity';
import { startCluster } from '#platform/embedded-postgres';
import { lintOpenApi, writeOpenApi } from '#platform/http';
import { migrate } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import { pino } from 'pino';
import { OPEN_API } from '../apps/api/index.js';
import { assemble } from '../apps/standalone/assemble.js';

const PATH = 'docs/openapi.json';
const check = process.argv.includes('--check');

const cluster = await startCluster({
  dataDir: mkdtempSync(join(tmpdir(), 'tousu-openapi-')),
  temporary: true,
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
});
try {
  const databaseUrl = cluster.adminUrl;
  await migrate(databaseUrl);
  await migrateQueue(databaseUrl);
  const app = await assemble({
    settings: {
      databaseUrl,
      evaluation: true,
      keyEncryptionKey: randomBytes(32).toString('base64'),
      process: 'openapi',
      allowUnsafeDatabase: true,
    },
    offices: new OfficesList([
      {
        id: 'none',
        name: { zh: '无', en: 'none' },
        word: '无',
        internalRulebook: 'RB-MANUAL',
        level: 'city',
        division: '990100',
      },
    ]),
    tokens: new OidcAccessTokens({ issuer: 'http://127.0.0.1/none', audience: 'none' }),
    people: new People([]),
    secret: randomBytes(32),
    attachments: await openAttachments(mkdtempSync(join(tmpdir(), 'tousu-openapi-')), {}),
    log: pino({ level: 'silent' }),
    logRequests: false,
  });
  await writeOpenApi(app, OPEN_API, PATH, { check }).finally(() => app.close());
  const { passed, output } = await lintOpenApi(PATH);
  console.log(output);
  if (!passed) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await cluster.stop();
}
process.exit();
