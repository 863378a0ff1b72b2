import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULTS } from './catalogue.js';
import { checkHistory } from './checker.js';
import { wallClocksAstray } from './deeds/time.js';
import { evidenceOf } from './evidence.js';
import type { JournalLine } from './history.js';
import { Journal } from './journal.js';
import { Journey } from './journey.js';
import { latenessOf } from './lateness.js';
import { Nemesis, type Fault } from './nemesis.js';
import { OfficeClient } from './office-client.js';
import { EACH_TIMER } from '#platform/timers';
import { Chance } from '#testing';
import { Program } from './program.js';
import type { QueueKind } from './queue/port.js';
import { caughtUp, recovered, whyNotRecovered } from './recovery.js';
import { reportOf, type Report } from './report.js';
import { System, type Crew, type SystemOptions } from './system.js';
import { findFaketime } from './wall-clock.js';

export interface RunOptions {
  readonly seed: number;
  /** No new fault is injected after so long, in ms. */
  readonly faultsMs: number;
  /** Nor after so many. */
  readonly enough?: number;
  readonly faults?: readonly Fault[];
  /** Where the queue is kept; Redis unless told. */
  readonly queue?: QueueKind;
  readonly clients?: number;
  readonly crew?: Crew;
  readonly mutation?: SystemOptions['mutation'];
  readonly patienceMs?: number;
  readonly say?: (words: string) => void;
}

/** A Friday in the first days of the new Measures: all that a run can reach lies in years with a known calendar. */
const BEGIN = '2026-04-10T01:00:00.000Z';
const CREW: Crew = { api: 1, worker: 2, projector: 2 };
const MINUTE = 60_000;

/** One run: complaints are processed while faults are injected, then all calms down and the history is checked. */
export async function runFaults(options: RunOptions): Promise<Report> {
  const { seed, queue = 'redis', patienceMs = 60_000, say = () => undefined } = options;
  const began = performance.now();
  const pointsHit: string[] = [];
  const ended: string[] = [];
  const system = await System.start({
    beginAt: BEGIN,
    crew: options.crew ?? CREW,
    queue,
    mutation: options.mutation,
    onEnd: ({ name }, { killed, failPoint }) => {
      if (failPoint !== undefined) pointsHit.push(`${name} at ${failPoint}`);
      else ended.push(`${name} ${killed ? 'was killed' : 'ended'} by itself`);
    },
  });
  const journal = new Journal<JournalLine>(system.engines.file('clients.jsonl'));
  let keep = true;
  try {
    const faults: string[] = [];
    if ((await recovered(system, 120_000)) === undefined)
      faults.push(`did not start: ${whyNotRecovered(system)}`);
    const { nemesis, acknowledgements, unreadable } = await trouble(system, journal, options);
    faults.push(...nemesis.faults, ...unreadable);
    const officeTime = new Date(await officeTimeOf(system)).toISOString();
    if ((await recovered(system, patienceMs)) === undefined) {
      faults.push(`not well in the end: ${whyNotRecovered(system)}`);
    }
    const unwilling = await settle(system);
    faults.push(...unwilling.map((name) => `${name} did not end when asked`));
    const history = await evidenceOf(system, journal.read(), officeTime);
    const violations = checkHistory(history);
    keep = violations.length > 0 || faults.length > 0;
    const ms = performance.now() - began;
    const report = reportOf({
      seed,
      queue,
      ms,
      history,
      violations,
      injected: nemesis.injected,
      pointsHit,
      ended,
      faults,
      acknowledgements,
      lateness: latenessOf(history, system.engines.time.moves, nemesis.injected),
    });
    if (keep && options.mutation === undefined) say(`Journals and logs are kept in ${system.engines.folder}`);
    return report;
  } finally {
    journal.close();
    await system.stop();
    if (!keep || options.mutation !== undefined) system.engines.forget();
  }
}

/** Clients, clock and faults at once, until it is enough. */
async function trouble(system: System, journal: Journal<JournalLine>, options: RunOptions) {
  const { seed, faultsMs, clients = 4, patienceMs = 60_000, say = () => undefined } = options;
  const chance = new Chance(seed);
  const until = performance.now() + faultsMs;
  let over = false;
  const acknowledgements: number[] = [];
  const unreadable: string[] = [];
  const tokens = new Map<string, Promise<string>>();
  const counter = {
    bases: system.bases,
    journal,
    unreadable: (path: string) => void unreadable.push(`${path} was acknowledged and cannot be read`),
    acknowledged: () => void acknowledgements.push(performance.now()),
    tokenOf: (actor: string) => {
      const token = tokens.get(actor) ?? system.identity.tokenOf(actor);
      tokens.set(actor, token);
      return token;
    },
  };
  const nemesis = new Nemesis({
    stage: system,
    chance: chance.part(0),
    faults: options.faults ?? faultsWith(options.queue ?? 'redis'),
    enough: options.enough,
    stopping: () => performance.now() > until,
    patienceMs,
    say,
  });
  const work = Array.from({ length: clients }, (_, number) =>
    keepProcessing(
      number,
      system,
      new OfficeClient(counter, chance.part(number + 1)),
      chance.part(number + 100),
      () => over,
    ),
  );
  const time = moveTime(system, chance.part(1000), () => over);
  await sleep(500);
  // Whoever ends, well or not, ends it for all.
  await Promise.all([nemesis.run(), ...work, time].map((part) => part.finally(() => (over = true))));
  return { nemesis, acknowledgements, unreadable };
}

async function keepProcessing(
  number: number,
  system: System,
  client: OfficeClient,
  chance: Chance,
  stopping: () => boolean,
): Promise<void> {
  for (let count = 1; !stopping(); count += 1) {
    const mark = `HT-${number}-${count}`;
    await new Journey({ client, chance, stopping, mark, officeTime: () => officeTimeOf(system) }).run();
  }
}

async function officeTimeOf({ engines }: System): Promise<number> {
  for (;;) {
    try {
      const { rows } = await engines.pool.query<{ ms: number }>(
        'select floor(extract(epoch from platform.now()) * 1000)::float8 as ms',
      );
      return rows[0]?.ms ?? Number.NaN;
    } catch {
      await sleep(100);
    }
  }
}

/** The faults that there are with that queue, on this machine. */
export function faultsWith(queue: QueueKind): Fault[] {
  const clocks = findFaketime() !== undefined;
  return FAULTS.filter(
    ({ queue: only = queue, deed }) => only === queue && (clocks || deed !== wallClocksAstray),
  );
}

/**
 * Hours pass in a moment, so that clocks fall due in the midst of everything; or time is moved on to just before the
 * next of them, which the queue must then ring in its time. The database may be away: then no time passes.
 */
async function moveTime({ engines }: System, chance: Chance, stopping: () => boolean): Promise<void> {
  while (!stopping()) {
    if (chance.is(0.5)) {
      await engines.time.advance(chance.between(3 * 60, 20 * 60) * MINUTE).catch(() => undefined);
      await sleep(chance.between(800, 1_600));
    } else if (await beforeNextRing(engines, chance.between(700, 1_500)).catch(unlessWrong))
      await sleep(chance.between(2_000, 3_000));
    else await sleep(100);
  }
}

/** A question that is wrong in itself is a fault of the run. */
function unlessWrong(error: unknown): false {
  if (/^42/.test((error as { code?: string }).code ?? '')) throw error as Error;
  return false;
}

/** Moves to so many ms before the first timer that is to come. False when there is none. */
async function beforeNextRing({ pool, time }: System['engines'], aheadMs: number): Promise<boolean> {
  const model = await pool.query<{ table: string }>(
    `select table_name as table from platform.projections where name = 'timers' and state = 'active' order by followed_at desc limit 1`,
  );
  const table = model.rows[0]?.table;
  if (table === undefined) return false;
  const { rows } = await pool.query<{ ms: number }>(
    `select extract(epoch from min(fire_at)) * 1000 as ms from ${table} t cross join ${EACH_TIMER}
      where state = 'pending' and fire_at > platform.now() + interval '3 seconds'`,
  );
  const ms = Number(rows[0]?.ms ?? 0);
  if (ms === 0) return false;
  await time.moveTo(new Date(ms - aheadMs).toISOString());
  return true;
}

/** Ends everything that writes, then what reads, each with the whole log behind it. Answers who would not. */
async function settle(system: System): Promise<string[]> {
  const { api, worker, projector } = system.programs;
  const unwilling = await Program.end([...api, ...worker]);
  if (!(await caughtUp(system, 10_000))) unwilling.push('the read models, which do not reach the head,');
  unwilling.push(...(await Program.end(projector)));
  await system.stopFollowing(10_000);
  return unwilling;
}
