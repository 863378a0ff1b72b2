import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { HolidayNotice, OfficeDay } from '#calendar';
import { OfficesList, openAttachments, type Level, type Office } from '#complaint';
import { OperatorsList } from '#operator';
import { EvaluationClock } from '#platform/clock';
import { EventStore } from '#platform/event-store';
import { listen } from '#platform/http';
import { migrate } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import { createTestDatabase } from '#testing';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { assemble } from '../../apps/standalone/assemble.js';
import { Client, type Answer, type Witness } from './client.js';
import { startIdentity, type IdentityService } from './identity.js';
import { idOf, PEOPLE, type OfficeId, type PersonName } from './people.js';

const office = (
  id: OfficeId,
  [zh, en, word]: readonly [string, string, string],
  level: Level,
  division: string,
  more: Partial<Office> = {},
): Office => ({ id, name: { zh, en }, word, internalRulebook: 'RB-MANUAL', level, division, ...more });

const OFFICES: readonly Office[] = [
  office('yunling', ['云岭省文化和旅游厅', 'Yunling', '云岭旅投'], 'province', '990000'),
  office('yunhai', ['云海市文化和旅游局', 'Yunhai', '云旅投'], 'city', '990100', {
    parent: 'yunling',
    contact: { phone: '0871-12301', address: '云海市人民路1号' },
  }),
  office('shiqiao', ['石桥县文化和旅游局', 'Shiqiao', '石旅投'], 'county', '990121', { parent: 'yunhai' }),
  office('linhai', ['临海市文化和旅游局', 'Linhai', '临旅投'], 'city', '990200', {
    parent: 'yunling',
    overlay: 'OV-SHANDONG',
    procedure: 'internal',
    retention: [{ class: '定期1年', years: 1 }],
  }),
];

/** `shanshui` is the operator that the complaints of `registration()` are about. */
const OPERATORS = new OperatorsList([
  {
    id: 'shanshui',
    name: { zh: '云海山水旅行社有限公司', en: 'Shanshui' },
    licence: 'L-YN-1001',
    word: '山水',
  },
  {
    id: 'shuncheng',
    name: { zh: '云海顺程旅行社有限公司', en: 'Shuncheng' },
    licence: 'L-YN-1002',
    word: '顺程',
  },
]);

export interface WorldOptions {
  /** The office's time when the world begins, e.g. `2026-04-03T09:00:00+08:00`. */
  readonly beginAt: string;
  readonly redisUrl?: string;
  /** In place of the notices that the product brings. */
  readonly notices?: readonly HolidayNotice[];
  /** Own days, by office. */
  readonly ownDays?: Readonly<Record<string, readonly OfficeDay[]>>;
  readonly log?: Logger;
  readonly witness?: Witness;
  /** Settings of attachments; `TOUSU_ATTACHMENTS` in place of a folder of its own. */
  readonly attachments?: Readonly<Record<string, string>>;
}

/** The whole product in this process on real engines, and people who use it. */
export class World {
  private readonly clients = new Map<string, Client>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly base: string,
    readonly identity: IdentityService,
    /** As the superuser, to look at what is stored. */
    readonly databaseUrl: string,
    readonly pool: pg.Pool,
    private readonly options: WorldOptions,
    /** Where files are kept, where that is a folder. */
    readonly filesFolder: string,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(options: WorldOptions): Promise<World> {
    const db = await createTestDatabase();
    await migrate(db.url);
    await migrateQueue(db.url);
    const pool = new pg.Pool({ connectionString: db.url, max: 3 });
    // Cut connections are expected when the database is dropped.
    pool.on('error', () => undefined);
    await new EvaluationClock(pool, true).beginAt(new Date(options.beginAt).toISOString());
    const identity = await startIdentity();
    const filesFolder = mkdtempSync(join(tmpdir(), 'tousu-files-'));
    const { attachments = {} } = options;
    const app = await assemble({
      settings: {
        databaseUrl: db.url,
        redisUrl: options.redisUrl,
        evaluation: true,
        keyEncryptionKey: randomBytes(32).toString('base64'),
        process: 'test',
        allowUnsafeDatabase: true,
      },
      offices: new OfficesList(
        OFFICES.map((office) => ({ ...office, ownDays: options.ownDays?.[office.id] })),
      ),
      notices: options.notices,
      operators: OPERATORS,
      tokens: identity.tokens,
      people: PEOPLE,
      secret: randomBytes(32),
      attachments: await openAttachments(attachments['TOUSU_ATTACHMENTS'] ?? filesFolder, attachments),
      log: options.log ?? pino({ level: 'silent' }),
    });
    const base = await listen(app);
    const world = new World(app, base, identity, db.url, pool, options, filesFolder, () => db.drop());
    await world.settle();
    return world;
  }

  /** The API as that person. */
  async as(name: PersonName): Promise<Client> {
    const id = idOf(name);
    const known = this.clients.get(id);
    if (known) return known;
    const client = this.withToken(await this.identity.tokenOf(id));
    this.clients.set(id, client);
    return client;
  }

  /** The API with that token, or with none. */
  withToken(token?: string): Client {
    return new Client(this.base, token, this.options.witness);
  }

  /** Moves the office's time forward and waits until everything that fell due has happened. */
  async moveTo(instant: string): Promise<void> {
    const answer = await (await this.as('administrator')).post('/v1/evaluation/clock', { to: instant });
    if (answer.status !== 200) throw new Error(`the clock stayed: ${JSON.stringify(answer.body)}`);
    await this.settle();
  }

  /** Waits until read models and reactions have seen the whole log and no timer that is due is still pending. */
  async settle(timeoutMs = 20_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    const administrator = await this.as('administrator');
    let before = '';
    for (;;) {
      const [projections, timers, reactions, head] = await Promise.all([
        administrator.get('/v1/system/projections'),
        administrator.get('/v1/system/timers'),
        administrator.get('/v1/system/reactions'),
        this.head(),
      ]);
      if (isSettled(projections, timers, reactions) && before === head) return;
      before = head;
      if (Date.now() > end) {
        throw new Error(`not settled: ${JSON.stringify([projections.body, timers.body, reactions.body])}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The office's time. */
  async now(): Promise<string> {
    return (await (await this.as('administrator')).get('/v1/evaluation/clock')).body.now as string;
  }

  /** Place of the newest event in the log. */
  async head(): Promise<string> {
    return this.app.get(EventStore).head();
  }

  /** Everything a refused request must leave alone: the log's head, the streams, the people's keys. */
  async stored(): Promise<object> {
    const { rows } = await this.pool.query<object>(
      `select (select count(*)::int from es.events) as events, (select count(*)::int from es.streams) as streams,
         (select count(*)::int from personal.keys) as keys`,
    );
    return { ...rows[0], head: await this.head() };
  }

  /** The table that answers for a read model now, asked of the database and of no cache. */
  async tableOf(readModel: string): Promise<string> {
    const { rows } = await this.pool.query<{ table_name: string }>(
      `select table_name from platform.projections where name = $1 and state = 'active'`,
      [readModel],
    );
    return rows[0]?.table_name ?? '';
  }

  /** Every row of a read model, as text, in the order of its text. */
  async rowsOf(readModel: string): Promise<{ table: string; rows: string[] }> {
    const table = await this.tableOf(readModel);
    const { rows } = await this.pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    return { table, rows: rows.map(({ row }) => row) };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.identity.stop();
    await this.pool.end();
    await this.dropDatabase();
    rmSync(this.filesFolder, { recursive: true, force: true });
  }
}

function isSettled(projections: Answer, timers: Answer, reactions: Answer): boolean {
  const items = (projections.body?.items ?? []) as { state: string; caughtUp: boolean }[];
  const { overdue = 1, failing = 1 } = (timers.body?.timers ?? {}) as { overdue?: number; failing?: number };
  const models = items.length > 0 && items.every(({ state, caughtUp }) => state === 'active' && caughtUp);
  const done = ((reactions.body?.items ?? []) as { caughtUp: boolean }[]).every(({ caughtUp }) => caughtUp);
  return (
    projections.status === 200 && timers.status === 200 && models && done && overdue === 0 && failing === 0
  );
}
