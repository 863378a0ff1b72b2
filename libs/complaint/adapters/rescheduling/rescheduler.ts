import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { dayInChina } from '#kernel';
import type { Calendar, Calendars } from '#calendar';
import type { Clock } from '#platform/clock';
import type { EventStore } from '#platform/event-store';
import { Leadership, type Term, WakeUp } from '#platform/leadership';
import type { Pass, Passes, Tally } from '#platform/passes';
import type { ReadModels } from '#platform/projections';
import { recountOf, type ComplaintEvent } from '../../domain/index.js';
import type {
  OpenClock,
  OpenClockCursor,
  OpenClockPage,
  OpenClocks,
  OpenClockScope,
} from '../../read-models/index.js';
import type { Offices } from '../../use-cases/index.js';
import { markOf, passName, scopeOf } from './mark.js';

export interface ReschedulerOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly passes: Passes;
  readonly calendars: Calendars;
  readonly clock: Clock;
  readonly offices: Offices;
  readonly openClocks: OpenClocks;
  /** Lets a case count its clocks anew; answers what that caused. */
  readonly reschedule: (complaintId: string) => Promise<readonly ComplaintEvent[]>;
  /** Clocks looked at between two checkpoints; at each the last cases are waited for. Default 2000. */
  readonly pageSize?: number;
  /** Cases counted anew at a time. More are not done sooner on two processors, and people wait longer. Default 24. */
  readonly concurrency?: number;
  /** How long commands that were under way when the calendar changed are waited for, in ms. Default 2000. */
  readonly graceMs?: number;
  readonly leaseMs?: number;
  /** Told at each step, and of its waiting to lead: it is getting on. */
  readonly onStep?: () => void;
  /** Told when the calendar of every office has been looked at by the one that leads. */
  readonly onLooked?: () => void;
  readonly onError?: (error: unknown) => void;
  /** Told of every pass that has come to its end. */
  readonly onPass?: (pass: Pass) => void;
}

const CHECK_MS = 1000;
const SEEN_MS = 60_000;

/**
 * When the calendar of an office has changed, its running clocks are counted anew: page by page, with a checkpoint,
 * by one worker at a time. The cases decide; whatever is asked twice or by two changes nothing.
 */
export class Rescheduler {
  readonly #options: Required<ReschedulerOptions>;
  readonly #leadership: Leadership;
  /** The mark that each office has been brought to in this term. */
  readonly #done = new Map<string, string>();
  #changedAt = 0;

  constructor(options: ReschedulerOptions) {
    this.#options = {
      pageSize: 2000,
      concurrency: 24,
      graceMs: 2000,
      leaseMs: 3000,
      onStep: () => undefined,
      onLooked: () => undefined,
      onError: () => undefined,
      onPass: () => undefined,
      ...options,
    };
    const { pool, leaseMs, onStep, onError } = this.#options;
    this.#leadership = new Leadership({
      pool,
      name: 'rescheduling',
      leaseMs,
      onSeeking: onStep,
      onError,
      work: (term) => this.#lead(term),
    });
  }

  start(): void {
    this.#leadership.start();
  }

  async stop(): Promise<void> {
    await this.#leadership.stop();
  }

  async #lead(term: Term): Promise<void> {
    const changed = new WakeUp();
    const forget = this.#options.calendars.onChange(() => {
      this.#changedAt = performance.now();
      changed.ring();
    });
    this.#changedAt = performance.now();
    this.#done.clear();
    try {
      while (!term.signal.aborted) {
        for (const { id } of this.#options.offices.all()) {
          this.#options.onStep();
          if (!term.signal.aborted) await this.#bringUpToDate(id, term);
        }
        this.#options.onLooked();
        await changed.sleep(CHECK_MS, term.signal);
      }
    } finally {
      forget();
    }
  }

  async #bringUpToDate(office: string, term: Term): Promise<void> {
    const { calendars, clock, passes } = this.#options;
    const { book } = calendars;
    const calendar = book.calendarOf(dayInChina(clock.now()), office);
    const mark = markOf(calendar);
    if (this.#done.get(office) === mark) return;
    const last = await passes.find(passName(office));
    const pass = last?.mark === mark ? last : await passes.begin(passName(office), mark, term.fence);
    if (pass.endedAt === null) {
      const scope = scopeOf(office, pass.doneMark, calendar, book);
      const tally = scope === undefined ? pass.tally : await this.#run(pass, scope, calendar, term);
      if (term.signal.aborted) return;
      this.#options.onPass(await passes.end(pass, tally, term.fence));
    }
    this.#done.set(office, mark);
  }

  async #run(begun: Pass, scope: OpenClockScope, calendar: Calendar, term: Term): Promise<Tally> {
    const { passes, graceMs } = this.#options;
    const grace = this.#changedAt + graceMs - performance.now();
    if (scope.missed && grace > 0) await new WakeUp().sleep(grace, term.signal);
    await this.#readModelHasSeenAll(term);
    let { tally } = begun;
    let asked: ReadonlySet<string> = new Set();
    for await (const { clocks, next } of this.#pages(scope, begun.cursor)) {
      if (term.signal.aborted) break;
      this.#options.onStep();
      const cases = new Set(affectedBy(calendar, clocks).filter((id) => !asked.has(id)));
      const counted = await this.#countAnew(cases);
      tally = added(tally, { ...counted.tally, looked: clocks.length });
      asked = counted.answered;
      if (next !== undefined) await passes.advance(begun, JSON.stringify(next), tally, term.fence);
    }
    return tally;
  }

  /** The next page is read while one is worked through: it may still list clocks of cases that have been asked by then. */
  async *#pages(scope: OpenClockScope, cursor: string | null): AsyncGenerator<OpenClockPage> {
    const { openClocks, pageSize } = this.#options;
    const after = cursor === null ? undefined : (JSON.parse(cursor) as OpenClockCursor);
    for (let page = await openClocks.page(scope, pageSize, after); ;) {
      const ahead = page.next && openClocks.page(scope, pageSize, page.next);
      // Whoever goes on hears of it.
      ahead?.catch(() => undefined);
      yield page;
      if (ahead === undefined) return;
      page = await ahead;
    }
  }

  /** The log is the truth: what stands in it by now must stand in the list of clocks before that is looked through. */
  async #readModelHasSeenAll({ signal }: Term): Promise<void> {
    const { models, store, onStep } = this.#options;
    const head = await store.head();
    for (let waited = 0; waited < SEEN_MS && !signal.aborted; waited += CHECK_MS) {
      if (await models.waitFor('deadline_list', head, CHECK_MS)) return;
      onStep();
    }
    if (signal.aborted) return;
    throw new Error('the list of deadlines is too far behind to count clocks anew');
  }

  async #countAnew(ids: ReadonlySet<string>) {
    const cases = [...ids];
    const tally = { moved: 0, stayed: 0, failed: 0 };
    const answered = new Set<string>();
    const worker = async (): Promise<void> => {
      for (let id = cases.pop(); id !== undefined; id = cases.pop()) {
        const events = await this.#reschedule(id);
        if (events === undefined) tally.failed += 1;
        else answered.add(id);
        for (const { type } of events ?? []) {
          if (type === 'ClockRescheduled') tally.moved += 1;
          else tally.stayed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: this.#options.concurrency }, worker));
    return { tally, answered };
  }

  /** One case that cannot be counted (undefined) holds up no other; a database that is away holds up all of them. */
  async #reschedule(complaintId: string): Promise<readonly ComplaintEvent[] | undefined> {
    const { reschedule, pool, onStep, onError } = this.#options;
    onStep();
    try {
      return await reschedule(complaintId);
    } catch (error) {
      await pool.query('select 1');
      onError(error);
      return undefined;
    }
  }
}

/** The cases of clocks that the calendar moves. */
function affectedBy(calendar: Calendar, clocks: readonly OpenClock[]): string[] {
  return clocks
    .filter(({ clock }) => recountOf(clock, calendar) !== undefined)
    .map(({ complaintId }) => complaintId);
}

function added(sum: Tally, more: Tally): Tally {
  const names = new Set([...Object.keys(sum), ...Object.keys(more)]);
  return Object.fromEntries([...names].map((name) => [name, (sum[name] ?? 0) + (more[name] ?? 0)]));
}
