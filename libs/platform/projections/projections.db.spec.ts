import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '#platform/event-store';
import { append, type CaseRow, cases, contents, pause, someEvent, until, upcast } from './fixture/cases.js';
import { openWorld, type World } from './fixture/world.js';
import { Pulse, Watch } from '#platform/watch';
import {
  PoisonEvent,
  type Projection,
  ProjectionRunner,
  type ProjectionRunnerOptions,
  ReadModels,
} from './index.js';

const OFFICES = ['hz', 'nb', 'wz'];
const TYPES = ['received', 'noted', 'closed', 'forgotten'];

describe('projections', () => {
  let world: World;
  let models: ReadModels;
  let errors: unknown[];
  const started: ProjectionRunner[] = [];

  const runner = (
    projection: Projection<CaseRow> = cases,
    pageSize = 1000,
    change: Partial<ProjectionRunnerOptions> = {},
  ) => {
    const made = new ProjectionRunner({
      pool: world.pool,
      store: world.store,
      projections: [projection],
      upcast,
      pageSize,
      buildPageSize: pageSize,
      leaseMs: 600,
      keepRetiredMs: 0,
      onError: (_name, error) => errors.push(error),
      ...change,
    });
    started.push(made);
    return made;
  };
  const write = async (count: number, spread = 40): Promise<Position> => {
    let last = world.store.start;
    for (let n = 0; n < count; n += 1) {
      const pick = (n * 7919) % 101;
      const type = TYPES[pick % 13 === 0 ? 3 : pick % 7 === 0 ? 2 : pick % 2] ?? 'noted';
      last = await append(world.store, `case-${pick % spread}`, someEvent(type, OFFICES[pick % 3]));
    }
    return last;
  };
  const table = () => models.tableOf('cases');
  /** Every row with the transaction that wrote it. */
  const written = async () =>
    (await world.pool.query(`select id, xmin::text as by from ${await table()} order by id`)).rows as {
      readonly id: string;
      readonly by: string;
    }[];
  const status = async () => (await models.status()).find((one) => one.name === 'cases');

  beforeEach(async () => {
    world = await openWorld();
    models = new ReadModels({ pool: world.pool, store: world.store });
    errors = [];
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.stop()));
    await world.close();
  });

  it('events that change no row move the checkpoint, also while they keep coming, and no row is written for them', async () => {
    const settled: Projection<CaseRow> = {
      ...cases,
      fold: (row, key, event) => (row ? { ...row } : cases.fold(row, key, event)),
    };
    runner(settled).start();
    await models.waitFor('cases', await append(world.store, 'case-1', someEvent('noted')), 5000);
    const before = await written();
    const positions = new Set<unknown>();
    for (const end = performance.now() + 1_000; performance.now() < end; await pause(10)) {
      await append(world.store, 'case-1', someEvent('noted'));
      positions.add((await status())?.position);
    }
    expect(positions.size).toBeGreaterThan(2);
    expect(await models.waitFor('cases', await world.store.head(), 5000)).toBe(true);
    expect(before).toHaveLength(2);
    expect(await written()).toEqual(before);
  });

  it('writes the rows that an event changes, and no other that it touches', async () => {
    const ofOffices: Projection<CaseRow> = {
      ...cases,
      fold: (row, key, event) =>
        row && !key.startsWith('office ') ? { ...row } : cases.fold(row, key, event),
    };
    runner(ofOffices).start();
    await models.waitFor('cases', await append(world.store, 'case-1', someEvent('noted')), 5000);
    const [ofCase, ofOffice] = await written();
    await models.waitFor('cases', await append(world.store, 'case-1', someEvent('noted')), 5000);
    const after = await written();
    expect(after[0]).toEqual(ofCase);
    expect(after[1]?.by).not.toBe(ofOffice?.by);
  });

  it('shows what was appended, and says when it has seen it', async () => {
    runner().start();
    const position = await write(30);
    expect(await models.waitFor('cases', position, 5000)).toBe(true);
    const { rows } = await world.pool.query<{ n: number }>(
      `select sum(events)::int as n from ${await table()} where id like 'office %'`,
    );
    expect(rows[0]?.n).toBe(30);
    expect(await status()).toMatchObject({ state: 'active', version: 1, lag: 0, caughtUp: true, led: true });
  });

  it('passes events of other categories, and its position follows', async () => {
    runner().start();
    const position = await append(world.store, 'number-hz-2026', someEvent('counted'));
    expect(await models.waitFor('cases', position, 5000)).toBe(true);
    expect(await contents(world.pool, await table())).toBe('');
  });

  it('writes no column that a page leaves as it is, and every one that any of its rows changes', async () => {
    runner().start();
    await models.waitFor('cases', await append(world.store, 'case-1', someEvent('received')), 5000);
    await world.pool.query(`create function read.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'written though nothing of it changes' using errcode = 'check_violation'; end $$;
      create trigger refuse before update of notes, tags, received_on on ${await table()}
        for each row execute function read.refuse()`);
    const closed = await append(world.store, 'case-1', someEvent('closed'));
    expect(await models.waitFor('cases', closed, 5000)).toBe(true);
    await append(world.store, 'case-1', someEvent('noted'));
    await until(async () => (await status())?.state === 'stopped');
    expect((await status())?.error?.message).toContain('database error 23514');
    await world.pool.query(`drop trigger refuse on ${await table()}`);
  });

  it('says that it has not seen an event in time', async () => {
    const position = await write(1);
    expect(await models.waitFor('cases', position, 30)).toBe(false);
    await expect(table()).rejects.toThrow('not there yet');
  });

  it('I7: a table built anew equals the one kept up to date, byte for byte, whatever the pages', async () => {
    runner(cases, 7).start();
    const position = await write(400);
    await models.waitFor('cases', position, 5000);
    const [liveTable, live] = [await table(), await contents(world.pool, await table())];
    expect(live.length).toBeGreaterThan(1000);
    for (const pageSize of [5, 33, 1000]) {
      const report = await runner(cases, pageSize).rebuild('cases');
      expect(report.events).toBe(400);
      expect(report.table).not.toBe(liveTable);
      expect(await contents(world.pool, report.table)).toBe(live);
    }
  });

  it('rebuilds beside the live table while events keep coming, and readers never go back', async () => {
    const live = runner(cases, 50);
    live.start();
    await models.waitFor('cases', await write(200), 5000);
    const seen: string[] = [];
    let rebuilding = true;
    const reading = (async () => {
      while (rebuilding) seen.push((await status())?.position ?? '');
    })();
    const [report, last] = await Promise.all([runner(cases, 50).rebuild('cases'), write(150)]);
    rebuilding = false;
    await reading;
    expect(await models.waitFor('cases', last, 5000)).toBe(true);
    expect(await table()).toBe(report.table);
    expect(
      seen.every(
        (p, i) => i === 0 || world.store.comparePositions(seen[i - 1] as Position, p as Position) <= 0,
      ),
    ).toBe(true);
    const again = await runner().rebuild('cases');
    expect(await contents(world.pool, again.table)).toBe(await contents(world.pool, report.table));
  });

  it('F24: two runners at once apply every event once', async () => {
    runner(cases, 3).start();
    runner(cases, 5).start();
    await models.waitFor('cases', await write(120), 5000);
    const live = await contents(world.pool, await table());
    const { table: rebuilt } = await runner().rebuild('cases');
    expect(await contents(world.pool, rebuilt)).toBe(live);
  });

  it('F5: a leader that was followed by another writes nothing any more, and leads again when it can', async () => {
    runner().start();
    await models.waitFor('cases', await write(20), 5000);
    const before = await contents(world.pool, await table());
    // Another leader has drawn a higher fence while this one was stopped.
    await world.pool.query(`update platform.projections set fence = nextval('platform.fences')`);
    await world.pool.query(
      `update platform.leaders set beat_at = clock_timestamp() + interval '1 hour', fence = 0`,
    );
    const position = await write(10);
    expect(await models.waitFor('cases', position, 700)).toBe(false);
    expect(await contents(world.pool, await table())).toBe(before);
    await world.pool.query(`update platform.leaders set beat_at = '-infinity'`);
    expect(await models.waitFor('cases', position, 5000)).toBe(true);
  });

  it('F18: events that are delivered again, whole pages or next to each other, change nothing', async () => {
    runner().start();
    await models.waitFor('cases', await write(20), 5000);
    const before = await contents(world.pool, await table());
    const real = world.store.readAll.bind(world.store);
    let repeated = 0;
    world.store.readAll = async (after, limit) => {
      repeated += 1;
      const page = await real(repeated < 4 ? world.store.start : after, limit);
      return { events: page.events.flatMap((event) => [event, event]), next: page.next };
    };
    await append(world.store, 'number-x', someEvent('counted'));
    await until(() => repeated >= 5);
    expect(await contents(world.pool, await table())).toBe(before);
    await models.waitFor('cases', await append(world.store, 'case-1', someEvent('noted')), 5000);
    expect(errors).toEqual([]);
    const live = await contents(world.pool, await table());
    world.store.readAll = real;
    const { table: rebuilt } = await runner().rebuild('cases');
    expect(await contents(world.pool, rebuilt)).toBe(live);
  });

  it('F19: an event that cannot be folded stops the read model before it, loudly, and is never skipped', async () => {
    const first = runner();
    first.start();
    const good = await write(12);
    const bad = await append(world.store, 'case-1', someEvent('exploded'));
    const after = await append(world.store, 'case-2', someEvent('received'));
    await until(async () => (await status())?.state === 'stopped');
    expect(await status()).toMatchObject({
      position: good,
      error: { position: bad, message: expect.stringContaining('cannot be folded') },
    });
    expect(errors.some((error) => error instanceof PoisonEvent)).toBe(true);
    await expect(runner().rebuild('cases')).rejects.toThrow(PoisonEvent);
    await first.stop();

    const mended = {
      ...cases,
      fold: (row: CaseRow | null, key: string, event: Parameters<typeof cases.fold>[2]) =>
        event.type === 'exploded' ? row : cases.fold(row, key, event),
    };
    runner(mended).start();
    expect(await models.waitFor('cases', after, 5000)).toBe(true);
    expect(await status()).toMatchObject({ state: 'active', error: null });
  });

  it.each([
    { type: 'too-much', why: 'a row that the table refuses', pageSize: 1000 },
    { type: 'too-much', why: 'a row that the table refuses', pageSize: 4 },
    { type: 'exploded', why: 'an event that cannot be folded', pageSize: 4 },
  ])(
    'F19: $why stops a build (pages of $pageSize) right before its event, with everything before it kept',
    async ({ type, pageSize }) => {
      const good = await write(14);
      const bad = await append(world.store, 'case-1', someEvent(type));
      await write(9);
      runner(cases, pageSize).start();
      await until(async () => (await status())?.state === 'stopped');
      expect(await status()).toMatchObject({ position: good, error: { position: bad } });
      const built = await world.pool.query<{ table: string }>(
        `select table_name as table from platform.projections where name = 'cases'`,
      );
      const { rows } = await world.pool.query<{ events: number }>(
        `select sum(events)::int as events from ${built.rows[0]?.table} where id like 'office %'`,
      );
      expect(rows[0]?.events).toBe(14);
    },
  );

  it('refuses a projection that it could not keep faithfully', () => {
    const wrong = (change: Partial<Projection<CaseRow>>) => () => runner({ ...cases, ...change });
    expect(wrong({ columns: { ...cases.columns, share: 'numeric' } })).toThrow('none of');
    expect(wrong({ columns: { ...cases.columns, id: 'uuid' } })).toThrow('must be a text column');
    expect(wrong({ name: 'Cases; drop table' })).toThrow('not a lower-case SQL name');
  });

  it('F5: one that has silently stopped is noticed; one that is at rest, or at the head, is not', async () => {
    let [silent, wakes] = [false, () => undefined as void];
    const awake = new Promise<void>((resolve) => (wakes = resolve));
    const store = new Proxy(world.store, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name, target);
        if (name === 'readAll' && silent)
          return (...from: Parameters<typeof target.readAll>) => awake.then(() => target.readAll(...from));
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
    const [pulse, told] = [new Pulse(), [] as string[]];
    const watch = new Watch({ lookMs: 50 }).add({ name: 'cases', limitMs: 1500, mark: pulse.mark });
    watch.start(({ part }) => told.push(part));
    runner(cases, 1000, { store, onStep: pulse.beat, onRest: pulse.rest }).start();
    expect(await models.waitFor('cases', await write(3), 5000)).toBe(true);
    await pause(2500);
    expect(told).toEqual([]);
    silent = true;
    await write(5);
    await until(() => told.length > 0, 10_000);
    expect(told).toEqual(['cases']);
    expect(await models.behind()).toMatchObject([{ name: 'cases', events: 5 }]);
    wakes();
  }, 30_000);

  it('one that an event has stopped rests until a person sees to it, and its process goes on', async () => {
    const [pulse, told] = [new Pulse(), [] as string[]];
    const watch = new Watch({ lookMs: 50 }).add({ name: 'cases', limitMs: 800, mark: pulse.mark });
    runner(cases, 1000, { onStep: pulse.beat, onRest: pulse.rest }).start();
    expect(await models.waitFor('cases', await write(1), 5000)).toBe(true);
    watch.start(({ part }) => told.push(part));
    await append(world.store, 'case-1', someEvent('exploded'));
    await until(async () => (await status())?.state === 'stopped');
    await pause(1600);
    watch.stop();
    expect(told).toEqual([]);
  });
});
