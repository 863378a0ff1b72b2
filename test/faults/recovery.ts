import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { EACH_TIMER } from '#platform/timers';
import type { Stage } from './stage.js';

/** A place in the log and a moment of the office; recovery means that everything has got beyond both. */
interface Milestone {
  readonly position: string;
  readonly officeTime: string;
}

/** Written as the checkpoints are; an empty log ends where it starts, before the first epoch. */
const HEAD = `select lpad(case when position = 0 then '0' else epoch::text end, 6, '0') || '.' || lpad(position::text, 16, '0') as position,
  to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "officeTime" from es.head`;
/** What a release has left behind is nobody's. */
const READ_MODELS = `select p.name, state, position, table_name as table, error from platform.projections p
  join platform.leaders l on l.name = 'projection ' || p.name || ' v' || p.version
  where state <> 'retired' and l.beat_at > clock_timestamp() - interval '3 seconds'`;

/**
 * Waits until everything that was written, and every timer that was due, when somebody first could look has been
 * dealt with, and every process serves. Answers how long that took in ms, or undefined when it did not happen.
 */
export async function recovered(stage: Stage, limitMs: number): Promise<number | undefined> {
  const began = performance.now();
  let milestone: Milestone | undefined;
  let why = '';
  while (performance.now() - began < limitMs) {
    try {
      milestone ??= await milestoneOf(stage);
      why = (await unrest(stage, milestone)) ?? '';
      if (why === '') return performance.now() - began;
    } catch (error) {
      why = String(error);
    }
    await sleep(60);
  }
  lastReason.set(stage, why);
  return undefined;
}

const lastReason = new WeakMap<Stage, string>();

/** Why the last wait for recovery was in vain. */
export function whyNotRecovered(stage: Stage): string {
  return lastReason.get(stage) ?? 'it recovered';
}

async function milestoneOf({ engines }: Stage): Promise<Milestone> {
  const { rows } = await engines.pool.query<Milestone>(HEAD);
  const [milestone] = rows;
  if (!milestone) throw new Error('the log has no head');
  return milestone;
}

async function unrest(stage: Stage, { position, officeTime }: Milestone): Promise<string | undefined> {
  const away = stage.all.filter(({ ready }) => !ready).map(({ name }) => name);
  if (away.length > 0) return `not there: ${away.join(', ')}`;
  for (const base of stage.bases) {
    const { status } = await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    if (status !== 200) return `${base} answers ${status}`;
  }
  const { rows } =
    await stage.engines.pool.query<Record<'name' | 'state' | 'position' | 'table', string>>(READ_MODELS);
  const active = rows.filter(({ state }) => state === 'active');
  if (active.length < stage.readModels) return `${active.length} read models are there`;
  const behind = active.filter((model) => model.position < position).map(({ name }) => name);
  if (behind.length > 0) return `behind: ${behind.join(', ')}`;
  const timers = active.find(({ name }) => name === 'timers')?.table ?? '';
  const overdue = await stage.engines.pool.query<{ timer_id: string }>(
    `select timer_id from ${timers} t cross join ${EACH_TIMER} where state = 'pending' and fire_at <= $1 limit 3`,
    [officeTime],
  );
  const waiting = overdue.rows.map(({ timer_id: id }) => id).join(', ');
  return waiting === '' ? undefined : `not rung: ${waiting}`;
}

/** Waits until every read model has seen the whole log. */
export async function caughtUp({ engines, readModels }: Stage, limitMs: number): Promise<boolean> {
  for (const end = performance.now() + limitMs; performance.now() < end; await sleep(50)) {
    const head = (await engines.pool.query<Milestone>(HEAD)).rows[0]?.position ?? '';
    const { rows } = await engines.pool.query<{ position: string }>(READ_MODELS);
    if (rows.length >= readModels && rows.every(({ position }) => position >= head)) return true;
  }
  return false;
}
