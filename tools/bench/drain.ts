import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { EvaluationClock } from '#platform/clock';
import { migrateQueue } from '#platform/queue';
import { type TimerCursor, TimerLedger, TimerTable } from '#platform/timers';
import { ownCpuMicros } from './machine.js';
import { cpuSince } from './measure.js';
import { meanwhile, people } from './people.js';
import { NOW, office, startClocks } from './rescheduling.js';
import { spread, type BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

/** 100,000 in five minutes. */
const RATE_GOAL = { rate: 100_000 / 300 };
const LONGEST_MS = 1_800_000;
/** By then every reminder of every clock that was started on the first day has come due, and the term itself. */
const AWAY_MS = 120 * 86_400_000;

/**
 * Everything was down for months: all clocks of the office's cases are overdue when it starts. They are worked off by
 * the cases themselves, in the process in which people register complaints meanwhile: the hardest case.
 */
export function benchDrain(
  adminUrl: string,
  redisUrl: string | undefined,
  clocks: number,
): Promise<readonly BenchRow[]> {
  return inScratchDatabase(adminUrl, async (url) => {
    await migrateQueue(url);
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const time = new EvaluationClock(pool, true);
    await time.beginAt(NOW);
    const before = await office(url, redisUrl);
    await startClocks(before, clocks);
    await before.close();
    await time.advance(AWAY_MS);
    await pool.end();
    const app = await office(url, redisUrl);
    try {
      return await drain(app);
    } finally {
      await app.close();
    }
  });
}

/** Counting them all would take time from those who ring. */
async function isOverdue(table: TimerTable): Promise<boolean> {
  for (let after: TimerCursor | undefined; ;) {
    const { timers, next } = await table.overdue(0, after, 10);
    if (timers.length > 0) return true;
    if (next === undefined) return false;
    after = next;
  }
}

async function drain(app: NestFastifyApplication): Promise<readonly BenchRow[]> {
  const ledger = app.get(TimerLedger);
  const [began, cpu] = [performance.now(), ownCpuMicros()];
  const { overdue } = await ledger.status();
  const commands = people(app);
  while (await isOverdue(app.get(TimerTable))) {
    if (performance.now() - began > LONGEST_MS) throw new Error('not everything overdue has been rung');
    await sleep(500);
  }
  const ms = performance.now() - began;
  const left = await ledger.status();
  if (left.overdue + left.failing + left.parked > 0) throw new Error('not everything overdue has been rung');
  const cpuMicros = cpuSince(cpu, overdue);
  const times = await commands.stop();
  const what = `${overdue} timers overdue at start`;
  return [
    {
      what,
      variant: 'rung by their cases',
      unit: 'timers/s',
      rate: spread([(overdue * 1000) / ms]),
      cpuMicros,
      goal: RATE_GOAL,
    },
    meanwhile(what, times, ms),
  ];
}
