import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { append, type CaseRow, cases, contents, pause, someEvent, until, upcast } from './fixture/cases.js';
import { openWorld, type World } from './fixture/world.js';
import {
  type AnyProjection,
  NotBuiltYet,
  type Projection,
  ProjectionRunner,
  type ProjectionRunnerOptions,
  ReadModels,
} from './index.js';

const LEASE_MS = 600;
/** What comes after: rows by stream, not by office. */
const NEXT: Projection<CaseRow> = { ...cases, version: 2, touches: (event) => [event.stream] };
/** With a column that no other has. */
const WIDER: Projection<CaseRow & { readonly more: string | null }> = {
  ...cases,
  version: 3,
  columns: { ...cases.columns, more: 'text' },
  fold: (row, key, event) => ({ ...(cases.fold(row, key, event) as CaseRow), more: null }),
};

describe('F22: two releases at once, and back', () => {
  let world: World;
  const started: ProjectionRunner[] = [];
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((runner) => runner.stop()));
    await world.close();
  });

  const start = (release: AnyProjection, change: Partial<ProjectionRunnerOptions> = {}) => {
    const { pool, store } = world;
    const runner = new ProjectionRunner({
      ...{ pool, store, projections: [release], upcast, leaseMs: LEASE_MS, keepRetiredMs: 0 },
      ...change,
    });
    started.push(runner);
    runner.start();
    return runner;
  };
  const readersOf = (release: AnyProjection) =>
    new ReadModels({ pool: world.pool, store: world.store, projections: [release], leaseMs: LEASE_MS });
  const write = async (count: number) => {
    let last = world.store.start;
    for (let n = 0; n < count; n += 1)
      last = await append(world.store, `case-${n % 7}`, someEvent('noted', 'hz'));
    return last;
  };
  /** Not from memory: as one who has just come. */
  const tableFor = (release: AnyProjection) => readersOf(release).tableOf('cases');
  const isUpToDate = async (release: AnyProjection) =>
    readersOf(release).waitFor('cases', await world.store.head(), 5_000);
  const statusOf = (release: AnyProjection) => readersOf(release).status();

  it('the old table answers until the new one has caught up; then each release reads its own, and both are kept', async () => {
    start(cases);
    await write(20);
    expect(await isUpToDate(cases)).toBe(true);
    expect(await tableFor(NEXT)).toBe('read.cases_v1');
    start(NEXT);
    await until(async () => (await tableFor(NEXT)) === 'read.cases_v2');
    await write(15);
    expect([await isUpToDate(cases), await isUpToDate(NEXT)]).toEqual([true, true]);
    expect([await tableFor(cases), await tableFor(NEXT)]).toEqual(['read.cases_v1', 'read.cases_v2']);
    expect(await contents(world.pool, 'read.cases_v2')).not.toContain('office ');
    expect(await statusOf(cases)).toMatchObject([{ version: 1, led: true }]);
    expect(await statusOf(NEXT)).toMatchObject([{ version: 2, led: true, state: 'active' }]);
  });

  it('when nobody follows its own table any more, a release reads that of the other', async () => {
    const old = start(cases);
    await write(5);
    expect(await isUpToDate(cases)).toBe(true);
    start(NEXT);
    await until(async () => (await tableFor(NEXT)) === 'read.cases_v2');
    await old.stop();
    await until(async () => (await tableFor(cases)) === 'read.cases_v2');
    await write(5);
    expect(await isUpToDate(cases)).toBe(true);
    // What is left behind is no standstill that anybody has to see to.
    expect(await readersOf(NEXT).behind()).toEqual([]);
    expect(await readersOf(cases).behind()).toEqual([]);
  });

  it('a release reads no table of another that lacks one of its columns: it says that it has none yet, or keeps its own', async () => {
    const old = start(cases);
    await write(5);
    expect(await isUpToDate(cases)).toBe(true);
    await expect(tableFor(WIDER)).rejects.toThrow(NotBuiltYet);
    const wider = start(WIDER);
    await until(async () => (await tableFor(WIDER).catch(() => '')) === 'read.cases_v3');
    await wider.stop();
    await until(async () => (await statusOf(WIDER))[0]?.led === false);
    expect(await tableFor(WIDER)).toBe('read.cases_v3');
    // The other way round all that is read is there.
    start(WIDER);
    await old.stop();
    await until(async () => (await tableFor(cases)) === 'read.cases_v3');
  });

  it('and back: the old release goes on from where it had left off, and misses nothing', async () => {
    const old = start(cases);
    await write(12);
    expect(await isUpToDate(cases)).toBe(true);
    const next = start(NEXT);
    await until(async () => (await tableFor(NEXT)) === 'read.cases_v2');
    await old.stop();
    await write(12);
    expect(await isUpToDate(NEXT)).toBe(true);
    await next.stop();
    start(cases);
    await until(async () => (await tableFor(cases)) === 'read.cases_v1');
    expect(await isUpToDate(cases)).toBe(true);
    const { rows } = await world.pool.query<{ build: number }>(
      `select build from platform.projections where version = 1 and state = 'active'`,
    );
    expect(rows).toEqual([{ build: 1 }]);
    expect(await contents(world.pool, 'read.cases_v1')).toContain('24');
  });

  it('the table of a release that is gone for long is dropped, and is built anew when it comes back', async () => {
    const old = start(cases);
    await write(3);
    expect(await isUpToDate(cases)).toBe(true);
    await old.stop();
    const next = start(NEXT, { keepUnfollowedMs: 0 });
    await until(async () => (await tableFor(NEXT)) === 'read.cases_v2');
    await next.rebuild('cases');
    expect(await versions()).toEqual([2]);
    await next.stop();
    start(cases);
    await until(async () => (await tableFor(cases)) === 'read.cases_v1');
    expect(await isUpToDate(cases)).toBe(true);
  });

  it('a release that follows is never taken for one that is gone', async () => {
    start(cases);
    const next = start(NEXT, { keepUnfollowedMs: 60_000 });
    await write(3);
    expect(await isUpToDate(NEXT)).toBe(true);
    await until(async () => (await tableFor(NEXT)) === 'read.cases_v2');
    await next.rebuild('cases');
    await pause(50);
    expect(await versions()).toEqual([1, 2]);
  });

  async function versions(): Promise<number[]> {
    const { rows } = await world.pool.query<{ version: number }>(
      `select distinct version from platform.projections where state = 'active' order by version`,
    );
    return rows.map(({ version }) => version);
  }
});
