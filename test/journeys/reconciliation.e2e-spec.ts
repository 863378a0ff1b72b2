import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story, World, type Client } from '../support/index.js';

let world: World;
let auditor: Client;
let punctual: Story;
let late: Story;
let lost: Story;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
  auditor = await world.as('auditor');
}, 60_000);
afterAll(() => world?.stop());

interface Line {
  number: string;
  clock: string;
  rung: string;
  at: string;
  status: string;
  lateMs?: number;
  lateBecause: string | null;
  calledOff: string | null;
}
const PERIOD = 'from=2026-04-01&to=2026-04-30';
const report = async (query = `${PERIOD}&limit=200`, as = auditor) =>
  (await as.get(`/v1/reports/timers?${query}`)).body;
const linesOf = async (story: Story): Promise<Line[]> =>
  (await report()).items.filter(({ number }: Line) => number === story.number);

describe('reconciliation: what was to ring, and what rang', () => {
  it('what rang on its moment is punctual; what is to come is told apart from what was called off', async () => {
    punctual = await Story.begin(world);
    const { dueAt } = await punctual.clock('DL-REVIEW.RB-MANUAL');
    await world.moveTo(dueAt);
    const due = (await linesOf(punctual)).find(
      ({ clock, rung }) => clock.startsWith('DL-REVIEW.RB-MANUAL') && rung === 'due',
    );
    expect(due).toMatchObject({ at: dueAt, status: 'rang', lateBecause: null });
    expect(due?.lateMs).toBeGreaterThanOrEqual(0);
    expect(due?.lateMs).toBeLessThan(60_000);
    const called = await Story.begin(world);
    await called.reviewed();
    await world.settle();
    const review = (await linesOf(called)).filter(({ clock }) => clock.startsWith('DL-REVIEW'));
    expect(review.map(({ status, calledOff }) => [status, calledOff])).toContainEqual(['called-off', 'met']);
    expect((await linesOf(called)).some(({ status }) => status === 'to-come')).toBe(true);
  });

  it('a fact recorded late is the reason where the moment had passed before', async () => {
    late = await Story.begin(world, { receivedAt: '2026-04-02T09:00:00+08:00' });
    await world.settle();
    const rang = (await linesOf(late)).filter(({ status }) => status === 'rang');
    expect(rang.length).toBeGreaterThan(0);
    expect(new Set(rang.map(({ lateBecause }) => lateBecause))).toEqual(new Set(['recorded-late']));
  });

  it('the worker is the reason where it was known in time and nobody was there', async () => {
    await world.moveTo('2026-04-21T09:00:00+08:00');
    const { summary } = await report();
    expect(summary.late.workerLate).toBeGreaterThan(0);
    expect(summary.late.recordedLate).toBeGreaterThan(0);
    expect([summary.early, summary.twice, summary.outstanding]).toEqual([0, 0, 0]);
    expect(summary.latestMs).toBeGreaterThan(60_000);
    const { all, rang, outstanding, calledOff, overtaken, toCome } = summary;
    expect(rang + outstanding + calledOff + overtaken + toCome).toBe(all);
  });

  it('a timer that got lost is found, though the table of timers knows nothing of it', async () => {
    lost = await Story.begin(world);
    await world.settle();
    await world.pool.query(`delete from ${await world.tableOf('timers')} where stream = $1`, [
      `complaint-${lost.id}`,
    ]);
    await world.moveTo('2026-04-24T09:00:00+08:00');
    const outstanding = (await linesOf(lost)).filter(({ status }) => status === 'outstanding');
    expect(outstanding.length).toBeGreaterThan(0);
    expect((await report()).summary.outstanding).toBe(outstanding.length);
  });

  it('pages hold every line once, in the order in which they were to ring', async () => {
    const all: Line[] = (await report()).items;
    const paged: Line[] = [];
    let cursor = '';
    do {
      const page = await report(`${PERIOD}&limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(paged).toEqual(all);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
  });

  it('as a table and as a page it is the same, line by line', async () => {
    const { summary } = await report();
    const csv = await auditor.download(`/v1/reports/timers.csv?${PERIOD}`);
    expect(csv.headers.get('content-disposition')).toContain('timers-2026-04-01-2026-04-30.csv');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(table[0]).toContain('案号 Case,');
    expect(table.length).toBe(summary.all + 1);
    expect(table.filter((line) => line.includes(late.number)).length).toBe((await linesOf(late)).length);
    const page = await auditor.download(`/v1/reports/timers.html?${PERIOD}`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html.match(/<tr class=/g)).toHaveLength(summary.all);
    expect(html.endsWith('</html>\n')).toBe(true);
  });

  it('only whole days in their order, and not too many; only whom it concerns', async () => {
    for (const days of ['from=2026-04-02&to=2026-04-01', 'from=2026-01-01&to=2026-12-31']) {
      for (const form of ['timers', 'timers.csv', 'timers.html']) {
        const answer = await auditor.get(`/v1/reports/${form}?${days}`);
        expect([answer.status, answer.body.code]).toEqual([422, 'report-period-impossible']);
      }
    }
    expect((await auditor.get('/v1/reports/timers?from=2026-04-31&to=2026-05-01')).status).toBe(400);
    for (const post of ['hotline', 'registrar', 'officer1', 'administrator'] as const) {
      for (const form of ['timers', 'timers.csv', 'timers.html']) {
        const answer = await (await world.as(post)).get(`/v1/reports/${form}?${PERIOD}`);
        expect([post, form, answer.status]).toEqual([post, form, 403]);
      }
    }
    const elsewhere = await world.as('linhai/auditor');
    expect((await report(`${PERIOD}&limit=200`, elsewhere)).summary.all).toBe(0);
  });
});
