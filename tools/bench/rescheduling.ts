import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { pino } from 'pino';
import { chinaCalendar, USUAL_OFFICE_HOURS } from '#calendar';
import {
  complaintDecider,
  OfficesList,
  type CommandOf,
  type ComplaintEvent,
  type Office,
  openAttachments,
} from '#complaint';
import { HolidayRecords, type NoticeInput } from '#holidays';
import { OidcAccessTokens, People } from '#identity';
import { isRefusal, type Instant, type Sealed } from '#kernel';
import { EvaluationClock } from '#platform/clock';
import { EventStore, type NewEvent } from '#platform/event-store';
import { Passes, type Pass } from '#platform/passes';
import { ReadModels } from '#platform/projections';
import { migrateQueue } from '#platform/queue';
import { SHIPPED } from '#rulebook';
import { assemble } from '../../apps/standalone/assemble.js';
import { ownCpuMicros } from './machine.js';
import { cpuSince } from './measure.js';
import { ACTOR, meanwhile, OFFICE, people } from './people.js';
import { withProjectorApart } from './projector-apart.js';
import { spread, type BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const BENCH_OFFICE: Office = {
  id: OFFICE,
  name: { zh: OFFICE, en: OFFICE },
  word: '测',
  internalRulebook: 'RB-MANUAL',
  level: 'city',
  division: '990100',
};
/** 100,000 clocks in less than a minute. */
const RATE_GOAL = { rate: 100_000 / 60 };
/** When the office of these measurements opens. */
export const NOW: Instant = '2026-06-01T02:00:00.000Z';
const BLANK: Sealed = { $sealed: 1, subject: 's', field: 'f', iv: 'iv', text: 'text', commitment: 'c' };
/** The second of June is off: every clock that was started on the first moves. */
const NOTICE: NoticeInput = {
  year: 2026,
  number: null,
  dated: '2026-06-01',
  published: '2026-06-01',
  amendsEarlier: true,
  daysOff: ['2026-06-02'],
  workingDays: [],
};

/**
 * A notice appears while many clocks run: all of them counted anew, and what commands notice of it. Everything in one
 * process, which is the hardest case, and with the projector apart, as an installation has it.
 */
export async function benchRescheduling(
  adminUrl: string,
  redisUrl: string | undefined,
  clocks: number,
): Promise<readonly BenchRow[]> {
  const together = await inScratchDatabase(adminUrl, async (url) => {
    await beginAtNow(url);
    return noticeIn(await office(url, redisUrl), clocks, 'after a notice');
  });
  const apart = await inScratchDatabase(adminUrl, async (url) => {
    await beginAtNow(url);
    const key = newKey();
    return withProjectorApart(url, key, async () =>
      noticeIn(await office(url, redisUrl, key), clocks, 'after a notice, projector apart'),
    );
  });
  return [...together, ...apart];
}

async function beginAtNow(databaseUrl: string): Promise<void> {
  await migrateQueue(databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await new EvaluationClock(pool, true).beginAt(NOW);
  await pool.end();
}

async function noticeIn(
  app: NestFastifyApplication,
  clocks: number,
  what: string,
): Promise<readonly BenchRow[]> {
  try {
    const started = await startClocks(app, clocks);
    return await afterNotice(app, started, `${started} clocks ${what}`);
  } finally {
    await app.close();
  }
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

/** Everything in one process, the commands of people beside the worker and the projector. */
export async function office(
  databaseUrl: string,
  redisUrl: string | undefined,
  keyEncryptionKey = newKey(),
): Promise<NestFastifyApplication> {
  return assemble({
    settings: {
      databaseUrl,
      redisUrl,
      evaluation: true,
      keyEncryptionKey,
      process: 'bench',
    },
    offices: new OfficesList([BENCH_OFFICE]),
    tokens: new OidcAccessTokens({ issuer: 'http://127.0.0.1/none', audience: 'none' }),
    people: new People([]),
    secret: randomBytes(32),
    log: pino({ level: 'silent' }),
    attachments: await openAttachments(mkdtempSync(join(tmpdir(), 'tousu-bench-')), {}),
    logRequests: false,
  });
}

/** Registers complaints until so many clocks run; answers how many there are. */
export async function startClocks(app: NestFastifyApplication, wanted: number): Promise<number> {
  const store = app.get(EventStore);
  const perCase = registered(randomUUID()).filter(({ type }) => type === 'ClockStarted').length;
  const cases = Math.ceil(wanted / perCase);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next++ < cases) {
      const id = randomUUID();
      const events = registered(id).map(stored);
      await store.append({ stream: `complaint-${id}`, expected: 'no-stream', events });
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  const models = app.get(ReadModels);
  const head = await store.head();
  for (const name of ['deadline_list', 'timers', 'work_list', 'register'])
    await models.waitFor(name, head, 300_000);
  return cases * perCase;
}

async function afterNotice(
  app: NestFastifyApplication,
  clocks: number,
  what: string,
): Promise<readonly BenchRow[]> {
  await rescheduled(app, 'notice-2026 ');
  const [began, cpu] = [performance.now(), ownCpuMicros()];
  const commands = people(app);
  await app
    .get(HolidayRecords)
    .carryOut(
      { commandId: randomUUID(), actor: { ...ACTOR, roles: ['administrator'] } },
      { type: 'AddNotice', data: NOTICE },
    );
  const { tally } = await rescheduled(app, 'notice-2026-amendment@1 ');
  const ms = performance.now() - began;
  const cpuMicros = cpuSince(cpu, clocks);
  const times = await commands.stop();
  const moved = tally['moved'] ?? 0;
  if (moved < clocks) throw new Error(`only ${moved} of ${clocks} clocks moved`);
  await app.get(ReadModels).waitFor('timers', await app.get(EventStore).head(), 300_000);
  const followed = performance.now() - began;
  const cpuFollowed = cpuSince(cpu, clocks);
  return [
    {
      what,
      variant: 'counted anew',
      unit: 'clocks/s',
      rate: spread([(moved * 1000) / ms]),
      cpuMicros,
      goal: RATE_GOAL,
    },
    {
      what,
      variant: 'timers follow',
      unit: 'clocks/s',
      rate: spread([(moved * 1000) / followed]),
      cpuMicros: cpuFollowed,
      goal: RATE_GOAL,
    },
    meanwhile(what, times, ms),
  ];
}

async function rescheduled(app: NestFastifyApplication, mark: string): Promise<Pass> {
  const passes = app.get(Passes);
  for (const end = performance.now() + 600_000; ; await sleep(50)) {
    const pass = await passes.find(`rescheduling ${OFFICE}`);
    if (pass?.mark.startsWith(mark) && pass.endedAt !== null) return pass;
    if (performance.now() > end) throw new Error('the clocks have not been counted anew');
  }
}

function registered(id: string): readonly ComplaintEvent[] {
  const calendar = chinaCalendar({ knownOn: '2026-06-01' });
  const context = {
    ...{ now: NOW, actor: ACTOR, calendar },
    recall: () => calendar,
    rulebook: (rulebook: string) => SHIPPED.byId(rulebook),
    knowsRulebook: () => true,
    idOf: (_: string, thing: string) => thing,
    isOperator: () => false,
    office: { hours: USUAL_OFFICE_HOURS, retention: [] },
    offices: new OfficesList([BENCH_OFFICE]).tree,
  };
  const data: CommandOf<'RegisterComplaint'>['data'] = {
    complaintId: id,
    number: id,
    office: OFFICE,
    channel: 'letter',
    receivedAt: NOW,
    complainants: [{ subject: 'subject-1', name: BLANK, phone: BLANK }],
    representatives: [],
    respondent: { name: '某旅行社' },
    facts: BLANK,
    claims: [],
    evidence: [BLANK],
    rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-2026' },
  };
  const answer = complaintDecider.decide(
    { type: 'RegisterComplaint', data },
    complaintDecider.initial,
    context,
  );
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}

function stored({ type, data }: ComplaintEvent): NewEvent {
  const id = randomUUID();
  const meta = { commandId: id, actor: ACTOR, happenedAt: NOW, recordedAt: NOW };
  return { id, type, schemaVersion: 1, data: JSON.parse(JSON.stringify(data)) as NewEvent['data'], meta };
}
