import { type HealthRegistry } from '#platform/http';
import type { ReadModels } from '#platform/projections';
import type { WakeUpQueue } from '#platform/queue';
import type { ReactionLedger } from '#platform/reactions';
import type { Heartbeats } from '#platform/watch';
import type { Pool } from 'pg';
import { standingStill } from './standstill.js';

/** Further behind than this, lists are visibly old. */
const LAG_LIMIT = 1000;
/** A canary is sent and a sweep goes round every 30 s; three in a row that left no sign are no accident. */
const SILENT_MS = 100_000;
/** Nothing of an office is decided by this machine's clock, but whether a token has run out is. */
const ASTRAY_MS = 1000;

/** What readiness rests on: the database, the read models, and (degraded only) the queue, the reactions and the workers. */
export function addHealthChecks(
  health: HealthRegistry,
  parts: {
    readonly pool: Pool;
    readonly models: ReadModels;
    readonly queue?: WakeUpQueue;
    readonly reactions?: ReactionLedger;
    readonly heartbeats?: Heartbeats;
  },
): void {
  health.add({
    name: 'database',
    required: true,
    check: async () => {
      await parts.pool.query('select 1');
      return { status: 'up' };
    },
  });
  health.add({ name: 'clock', required: false, check: () => wallClock(parts.pool) });
  health.add({ name: 'read-models', required: true, check: () => readModels(parts.models) });
  const { queue, reactions, heartbeats } = parts;
  if (heartbeats) health.add({ name: 'workers', required: false, check: () => workers(heartbeats) });
  if (reactions) {
    health.add({
      name: 'reactions',
      required: false,
      check: () => reacting(reactions),
    });
  }
  if (queue) {
    health.add({
      name: 'queue',
      required: false,
      check: () => {
        const { reachable, warnings, backend } = queue.status();
        if (!reachable)
          return { status: 'degraded', detail: `${backend} does not answer; timers fire by the sweep` };
        return { status: 'up', detail: [backend, ...warnings].join('; ') };
      },
    });
  }
}

async function wallClock(pool: Pool) {
  const asked = Date.now();
  const { rows } = await pool.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  const ms = rows[0]?.ms ?? Number.NaN;
  const astrayMs = Math.max(asked - ms, ms - Date.now(), 0);
  if (astrayMs <= ASTRAY_MS) return { status: 'up' as const };
  const detail = `the clock of this machine is ${Math.round(astrayMs / 1000)} s off the database's; tokens are judged by it`;
  return { status: 'degraded' as const, detail };
}

async function reacting(reactions: ReactionLedger) {
  const parked = (await reactions.status()).filter((one) => one.parked > 0);
  const still = await standingStill(() => reactions.behind(), SILENT_MS);
  const details = [
    ...(still.length > 0 ? [`stand still: ${still.join(', ')}`] : []),
    ...(parked.length > 0
      ? [
          `events wait for a person: ${parked.map(({ name, parked: count }) => `${name} (${count})`).join(', ')}`,
        ]
      : []),
  ];
  if (details.length === 0) return { status: 'up' as const };
  return { status: 'degraded' as const, detail: details.join('; ') };
}

async function workers(heartbeats: Heartbeats) {
  const { sweep, queue, calendar } = await heartbeats.ages();
  const silent = [
    { what: 'overdue timers were last looked for', ageMs: sweep },
    { what: 'the queue was last answered', ageMs: queue },
    { what: 'changes of the calendar were last looked for', ageMs: calendar },
  ].filter(({ ageMs }) => ageMs === null || ageMs > SILENT_MS);
  if (silent.length === 0) return { status: 'up' as const };
  const detail = silent
    .map(({ what, ageMs }) =>
      ageMs === null ? `${what}: never` : `${what} ${Math.round(ageMs / 1000)} s ago`,
    )
    .join('; ');
  return { status: 'degraded' as const, detail };
}

async function readModels(models: ReadModels) {
  const status = await models.status();
  const missing = status.length === 0 || status.some(({ state }) => state === 'building');
  const active = status.filter(({ state }) => state === 'active');
  const stopped = status.filter(({ state }) => state === 'stopped').map(({ name }) => name);
  if (stopped.length > 0) return { status: 'degraded' as const, detail: `stopped: ${stopped.join(', ')}` };
  if (missing && active.length === 0) return { status: 'down' as const, detail: 'still being built' };
  const behind = active
    .filter(({ caughtUp, lag }) => !caughtUp && (lag ?? 0) > LAG_LIMIT)
    .map(({ name }) => name);
  if (behind.length > 0) return { status: 'degraded' as const, detail: `behind: ${behind.join(', ')}` };
  const still = await standingStill(() => models.behind(), SILENT_MS);
  if (still.length > 0) return { status: 'degraded' as const, detail: `stand still: ${still.join(', ')}` };
  return { status: 'up' as const };
}
