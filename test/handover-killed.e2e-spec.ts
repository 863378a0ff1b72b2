import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, freePort } from '#platform/child-process';
import { migrate } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import { createTestDatabase } from '#testing';
import pg from 'pg';
import { startIdentity, type IdentityService } from './support/identity.js';
import { ACCOUNTS, Client, idOf, registration, review, type PersonName } from './support/index.js';

const office = (id: string, level: string, division: string, parent?: string) => ({
  id,
  name: { zh: `${id}局`, en: id },
  word: `${id}旅投`,
  level,
  division,
  ...(parent ? { parent } : {}),
});
const OFFICES = [office('yunhai', 'city', '990100'), office('shiqiao', 'county', '990121', 'yunhai')];

jest.setTimeout(240_000);

describe('a referred case, with the worker killed between its dispatch and the county’s case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tousu-handover-'));
  const children = new Set<ChildProcess>();
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let identity: IdentityService;
  let env: Record<string, string>;
  let base: string;

  async function start(name: string, more: Record<string, string>): Promise<ChildProcess> {
    const child = spawn(process.execPath, [`dist/apps/${name}/main.js`], {
      env: { PATH: process.env['PATH'], ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let tries = 0; tries < 600 && child.exitCode === null && child.signalCode === null; tries += 1) {
      if (said.includes(`tousu ${name}: `)) return child;
      await sleep(50);
    }
    // A worker that is to be killed may be so before it has said that it runs.
    if (child.signalCode === 'SIGKILL') return child;
    throw new Error(`${name} did not start: ${said}`);
  }

  const as = async (name: PersonName) => new Client(base, await identity.tokenOf(idOf(name)));
  async function act(name: PersonName, id: string, path: string, body: object): Promise<void> {
    const client = await as(name);
    const { revision } = (await client.get(`/v1/complaints/${id}`)).body;
    const answer = await client.post(`/v1/complaints/${id}/${path}`, body, { ifMatch: revision });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  const read = async (name: PersonName, id: string) =>
    (await (await as(name)).get(`/v1/complaints/${id}`)).body;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    await migrateQueue(database.url);
    identity = await startIdentity();
    const offices = join(folder, 'offices.json');
    writeFileSync(offices, JSON.stringify(OFFICES));
    const people = join(folder, 'people.json');
    const staff = ACCOUNTS.filter(({ officeId }) => OFFICES.some(({ id }) => id === officeId));
    writeFileSync(people, JSON.stringify(staff.map(({ id, officeId: office }) => ({ id, office }))));
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    env = {
      DATABASE_URL: database.url,
      TOUSU_ALLOW_UNSAFE_DATABASE: 'for-tests',
      TOUSU_PROFILE: 'evaluation',
      TOUSU_KEK: randomBytes(32).toString('base64'),
      TOUSU_SECRET: randomBytes(32).toString('base64'),
      TOUSU_OFFICES: offices,
      TOUSU_PEOPLE: people,
      TOUSU_ATTACHMENTS: join(folder, 'attachments'),
      OIDC_ISSUER: identity.issuer,
      OIDC_AUDIENCE: 'tousu-api',
      HEALTH_PORT: '0',
    };
    await start('projector', {});
    await start('api', { PORT: String(port) });
  });
  afterAll(async () => {
    await Promise.all(
      [...children].map((child) => {
        const over = ended(child);
        child.kill('SIGTERM');
        return over;
      }),
    );
    await identity?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('A15, F2: killed with the number drawn, the case opened, and the effect done, there is one case with one number', async () => {
    const { body } = await (await as('registrar')).post('/v1/complaints', registration());
    const id = body.id as string;
    await act('registrar', id, 'review-start', {});
    const today = new Date().toISOString().slice(0, 10);
    const limitation = [{ claim: 0, class: 'other', startedOn: today }];
    await act(
      'registrar',
      id,
      'preliminary-review',
      review({ jurisdiction: 'lower-level', competentOffice: 'shiqiao', limitation }),
    );
    await act('leader', id, 'acceptance-decision', { outcome: 'refer-down' });
    await act('section-head', id, 'handlers', { handlers: [idOf('officer1')] });
    await act('officer1', id, 'documents', { kind: 'D07' });
    const { documentId } = (await read('leader', id)).documents.at(-1);
    await act('section-head', id, `documents/${documentId}/issue`, {});
    await act('officer1', id, `documents/${documentId}/dispatch`, { method: 'direct' });
    for (const point of ['after-number', 'after-append', 'after-reaction']) {
      const worker = await start('worker', { TOUSU_FAILPOINT: point });
      const { signal } = await ended(worker);
      expect([point, signal]).toEqual([point, 'SIGKILL']);
      children.delete(worker);
    }
    await start('worker', {});
    for (let tries = 0; (await read('leader', id)).handover === undefined && tries < 200; tries += 1)
      await sleep(50);
    await sleep(500);
    const { receiving } = (await read('leader', id)).handover;
    const child = await read('shiqiao/registrar', receiving.complaintId as string);
    expect(child).toMatchObject({
      number: receiving.number,
      origin: { complaintId: id },
      phase: 'registered',
    });
    const pool = new pg.Pool({ connectionString: database.url, max: 1 });
    const { rows } = await pool.query<{ stream_id: string; count: number }>(
      `select stream_id, count(*)::int as count from es.events where stream_id like 'complaint-%' or stream_id like 'number-shiqiao-complaint-%'
       group by stream_id order by stream_id`,
    );
    await pool.end();
    expect(rows.filter(({ stream_id: stream }) => stream.startsWith('complaint-'))).toHaveLength(2);
    expect(rows.filter(({ stream_id: stream }) => stream.startsWith('number-'))).toEqual([
      expect.objectContaining({ count: 1 }),
    ]);
    const { events } = (await (await as('leader')).get(`/v1/complaints/${id}/history`)).body;
    expect(events.filter(({ type }: { type: string }) => type === 'ReceivingCaseOpened')).toHaveLength(1);
  });
});
