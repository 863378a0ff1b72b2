import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CalendarBook, Calendars, SHIPPED_NOTICES, type CalendarRecord } from '#calendar';
import { Clock } from '#platform/clock';
import { PostgresEventStore, type NewEvent } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { Passes } from '#platform/passes';
import { KeyRing, PostgresPersonalData } from '#platform/personal-data';
import { migrate } from '#platform/postgres';
import { ProjectionRunner, ReadModels, SqlTables } from '#platform/projections';
import { Pulse, Watch } from '#platform/watch';
import { SHIPPED } from '#rulebook';
import { createTestDatabase } from '#testing';
import type { ComplaintEvent } from '../../domain/index.js';
import { Journey } from '../../domain/fixture/complaint.js';
import { OpenClocks } from '../../read-models/index.js';
import { Cases, RescheduleClocks, RescheduleClocksHandler } from '../../use-cases/index.js';
import { OfficesList } from '../offices-file.js';
import { COMPLAINT_PROJECTIONS, COMPLAINT_UPCAST } from '../projections.js';
import { Rescheduler, type ReschedulerOptions } from './rescheduler.js';

const AMENDMENT = SHIPPED_NOTICES.find(({ id }) => id === 'notice-2020-amendment')!;
const NOW = '2020-01-27T02:00:00.000Z';
const RECORD: CalendarRecord = { kind: 'notice', notice: AMENDMENT, recordedAt: NOW };
const OFFICE = 'office-1';
const OFFICES = new OfficesList([
  {
    id: OFFICE,
    name: { zh: '一', en: 'one' },
    word: '一',
    internalRulebook: 'RB-MANUAL',
    level: 'city',
    division: '990100',
  },
]);
const CASES = 60;

/** The calendar as the test lets this process know it. */
class KnownCalendars extends Calendars {
  readonly listeners = new Set<() => void>();
  book = new CalendarBook(
    [],
    SHIPPED_NOTICES.filter((one) => one !== AMENDMENT),
  );

  learn(record: CalendarRecord): void {
    this.book = this.book.with(record);
    for (const listener of this.listeners) listener();
  }

  override onChange(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }
}

class StandingClock extends Clock {
  override now = () => NOW;
  override read = () => Promise.resolve(NOW);
}

describe('clocks are counted anew when the calendar changes', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  let runner: ProjectionRunner;
  let models: ReadModels;
  let calendars: KnownCalendars;
  const started: Rescheduler[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = new pg.Pool({ connectionString: database.url, max: 12 });
    store = new PostgresEventStore(database.url);
    models = new ReadModels({ pool, store });
    runner = new ProjectionRunner({
      pool,
      store,
      projections: COMPLAINT_PROJECTIONS,
      upcast: COMPLAINT_UPCAST,
    });
    runner.start();
  });
  beforeEach(async () => {
    calendars = new KnownCalendars();
    errors.length = 0;
    await pool.query('delete from platform.passes');
  });
  afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())));
  afterAll(async () => {
    await runner.stop();
    await store.close();
    await pool.end();
    await database.drop();
  });

  /** Registered on 2020-01-22 by what was known then: two clocks each, both of which the amendment moves. */
  async function cases(count: number): Promise<string[]> {
    const events = new Journey(undefined, calendars.book).registered('2020-01-22').events;
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const id of ids) {
      const own = events.map((event) =>
        event.type === 'ComplaintRegistered'
          ? { ...event, data: { ...event.data, complaintId: id, number: id } }
          : event,
      );
      await store.append({ stream: `complaint-${id}`, expected: 'no-stream', events: own.map(stored) });
    }
    await models.waitFor('deadline_list', await store.head(), 20_000);
    return ids;
  }

  /** Lets a case count its clocks anew, as the worker does. */
  function counts(): ReschedulerOptions['reschedule'] {
    const clock = new StandingClock();
    const personal = new PostgresPersonalData(pool, new KeyRing(randomBytes(32).toString('base64')));
    const [streams, cases] = [
      new Streams(store),
      new Cases(new Streams(store), clock, personal, calendars, SHIPPED, OFFICES),
    ];
    const handler = new RescheduleClocksHandler(streams, cases, clock);
    return (id) => handler.execute(new RescheduleClocks(id));
  }

  function rescheduler(change: Partial<ReschedulerOptions> = {}): Rescheduler {
    const made = new Rescheduler({
      ...{ pool, store, models, calendars },
      clock: new StandingClock(),
      passes: new Passes(pool),
      offices: OFFICES,
      openClocks: new OpenClocks(new SqlTables(pool, models)),
      reschedule: counts(),
      pageSize: 20,
      graceMs: 0,
      leaseMs: 300,
      onError: (error) => errors.push(error),
      ...change,
    });
    started.push(made);
    return made;
  }

  const eventsOf = async (id: string) =>
    (await store.readStream(`complaint-${id}`))
      .map(({ type }) => type)
      .filter((type) => type === 'ClockRescheduled');
  const pass = () => new Passes(pool).find(`rescheduling ${OFFICE}`);
  async function done(mark: string): Promise<void> {
    for (const end = Date.now() + 20_000; ; await sleep(20)) {
      const found = await pass();
      if (found?.mark.startsWith(mark) && found.endedAt !== null) return;
      if (Date.now() > end)
        throw new Error(`not done: ${JSON.stringify(found)} ${errors.map(String).join()}`);
    }
  }

  it('every clock that the notice moves, once, by one event', async () => {
    const ids = await cases(CASES);
    rescheduler().start();
    await done('notice-2020 ');
    calendars.learn(RECORD);
    await done('notice-2020-amendment@1 ');
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(2);
    expect((await pass())?.tally).toMatchObject({ moved: 2 * CASES, stayed: 0, failed: 0 });
  });

  it('the next page is read while one is worked through, and no case of the last is asked again', async () => {
    const ids = await cases(CASES);
    const [order, pages] = [[] as string[], jest.spyOn(OpenClocks.prototype, 'page')];
    const counting = counts();
    const asked = async (id: string) => {
      order.push(`${id} asked, ${pages.mock.calls.length} pages read`);
      const events = await counting(id);
      await models.waitFor('deadline_list', await store.head(), 5_000);
      return events;
    };
    rescheduler({ reschedule: asked }).start();
    await done('notice-2020 ');
    [order.length, pages.mock.calls.length] = [0, 0];
    calendars.learn(RECORD);
    await done('notice-2020-amendment@1 ');
    pages.mockRestore();
    expect(order[0]).toMatch(/2 pages read$/);
    expect(new Set(order.map((one) => one.split(' ')[0])).size).toBe(CASES);
    expect(order).toHaveLength(CASES);
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(2);
  });

  it('F5: a worker that falls silent on the way is followed by another, which goes on at its checkpoint', async () => {
    const ids = await cases(CASES);
    let [asked, wakes] = [0, () => undefined as void];
    const awake = new Promise<void>((resolve) => (wakes = resolve));
    const silent = rescheduler({
      reschedule: async () => {
        asked += 1;
        await awake;
        return [];
      },
    });
    const counting = counts();
    // Slow enough to be met on its way.
    const first = rescheduler({ reschedule: (id) => sleep(100).then(() => counting(id)) });
    first.start();
    await done('notice-2020 ');
    calendars.learn(RECORD);
    // The pass of the notice, that is: the one before it has left its cursor, too.
    const onItsWay = async () => {
      const found = await pass();
      return found?.mark.startsWith('notice-2020-amendment@1 ') && found.cursor !== null ? found : undefined;
    };
    let met = await onItsWay();
    for (; met === undefined; met = await onItsWay()) await sleep(10);
    const { cursor, tally } = met;
    await first.stop();
    silent.start();
    await until(async () => asked > 0);
    // What a stopped process looks like from outside: its last beat grows old, and another takes the lease.
    await pool.query(`update platform.leaders set beat_at = '-infinity', fence = nextval('platform.fences')
      where name = 'rescheduling'`);
    const looked: number[] = [];
    const second = rescheduler({ onPass: ({ tally: sum }) => looked.push(sum['looked'] ?? 0) });
    second.start();
    await done('notice-2020-amendment@1 ');
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(2);
    expect(cursor).not.toBeNull();
    expect(tally['looked']).toBeGreaterThan(0);
    expect(looked.at(-1)).toBeLessThanOrEqual(2 * CASES + 20);
    wakes();
  });

  it('two workers that both believe they lead move nothing twice', async () => {
    const ids = await cases(20);
    const [one, other] = [rescheduler(), rescheduler({ pool: new Proxy(pool, {}) })];
    one.start();
    other.start();
    await done('notice-2020 ');
    calendars.learn(RECORD);
    await pool.query(`update platform.leaders set beat_at = '-infinity' where name = 'rescheduling'`);
    await done('notice-2020-amendment@1 ');
    for (const id of ids) expect(await eventsOf(id)).toHaveLength(2);
  });

  it('F5: one that has silently stopped is noticed, one that has nothing to do is not', async () => {
    const [pulse, looks, told] = [new Pulse(), [] as number[], [] as string[]];
    let [silent, wakes] = [false, () => undefined as void];
    const awake = new Promise<void>((resolve) => (wakes = resolve));
    const counting = counts();
    const watch = new Watch({ lookMs: 50 }).add({ name: 'the calendar', limitMs: 2500, mark: pulse.mark });
    watch.start(({ part }) => told.push(part));
    await cases(3);
    rescheduler({
      onStep: pulse.beat,
      onLooked: () => looks.push(1),
      reschedule: async (id) => {
        if (silent) await awake;
        return counting(id);
      },
    }).start();
    await done('notice-2020 ');
    await sleep(3500);
    expect([told, looks.length > 1]).toEqual([[], true]);
    silent = true;
    calendars.learn(RECORD);
    await until(() => Promise.resolve(told.length > 0));
    expect(told).toEqual(['the calendar']);
    wakes();
  }, 30_000);

  it('a case that cannot be counted holds up no other, and is said', async () => {
    const ids = await cases(10);
    const [broken, ...others] = ids;
    const counting = counts();
    rescheduler({
      reschedule: (id) => (id === broken ? Promise.reject(new Error(`${id} is damaged`)) : counting(id)),
    }).start();
    await done('notice-2020 ');
    calendars.learn(RECORD);
    await done('notice-2020-amendment@1 ');
    for (const id of others) expect(await eventsOf(id)).toHaveLength(2);
    expect((await pass())?.tally['failed']).toBeGreaterThan(0);
    expect(errors.map(String).join()).toContain(`${broken} is damaged`);
    expect(await eventsOf(broken!)).toEqual([]);
  });
});

async function until(holds: () => Promise<boolean>, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await sleep(5)) {
    if (Date.now() > end) throw new Error('waited in vain');
  }
}

function stored({ type, data }: ComplaintEvent): NewEvent {
  const id = randomUUID();
  return {
    id,
    type,
    schemaVersion: 1,
    data: JSON.parse(JSON.stringify(data)) as NewEvent['data'],
    meta: {
      commandId: id,
      actor: { id: 'registrar', roles: ['registrar'], office: OFFICE },
      happenedAt: NOW,
      recordedAt: NOW,
    },
  };
}
