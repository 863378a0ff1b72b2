import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorise } from '#identity';
import { Countable, recounted } from '#reporting';
import {
  ACCOUNTS,
  idOf,
  POST_NAMES,
  Story,
  World,
  type Answer,
  type Client,
  type PersonName,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-06-15T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const Q = '2026Q2';
const as = (name: PersonName): Promise<Client> => world.as(name);
const statistics = async (query = `quarter=${Q}`, by: PersonName = 'section-head') =>
  (await as(by)).get(`/v1/statistics?${query}`);
const drafted = async (body: object = {}, by: PersonName = 'section-head', quarter = Q) =>
  (await as(by)).post(`/v1/quarterly-reports/${quarter}/draft`, body);
const own = async (by: PersonName = 'leader') => (await as(by)).get(`/v1/quarterly-reports/${Q}`);
const published = async (by: PersonName = 'leader', ifMatch?: number, quarter = Q): Promise<Answer> => {
  const revision = ifMatch ?? ((await own()).body.revision as number | undefined) ?? 0;
  return (await as(by)).post(`/v1/quarterly-reports/${quarter}/publication`, {}, { ifMatch: revision });
};
const everybody = () => world.withToken();
const open = (path = '') => everybody().get(`/v1/published/quarterly-reports/yunhai/${Q}${path}`);
const countOf = (list: { code: string; count: number }[], code: string) =>
  list.find((one) => one.code === code)?.count ?? 0;

let undecided: Story;

describe('the figures of a quarter, as they are now', () => {
  it('H21, G59: a withdrawal, a rejection and a case that waits: received, decided, out, and what is left', async () => {
    const story = await Story.begin(world);
    await (await story.filed()).withdrawn();
    const rejected = await Story.begin(world, { channel: 'phone' });
    await rejected.decided(
      { outcome: 'reject', reasons: ['R3'], remedies: ['other-department'] },
      { jurisdiction: 'other-department', competent: '市场监管局' },
    );
    await rejected.served('D06');
    undecided = await Story.begin(world, { channel: 'phone' });
    await Story.begin(world, {}, { office: 'shiqiao' });
    const { status, body } = await statistics();
    expect([status, body.over, body.firstDay, body.lastDay]).toEqual([
      200,
      false,
      '2026-04-01',
      '2026-06-30',
    ]);
    expect(body.office).toMatchObject({ id: 'yunhai', zh: '云海市文化和旅游局' });
    const { received, decisions, outcomes, undecided: waiting, work } = body.figures;
    expect([received.total, countOf(received.byChannel, 'phone')]).toEqual([3, 2]);
    expect([decisions.total, decisions.rejectedOn]).toEqual([2, [{ code: 'R3', count: 1 }]]);
    expect(outcomes.byOutcome).toEqual([
      { code: 'rejection-served', count: 1, medianDays: 0, ninetiethDays: 0 },
      { code: 'withdrawn', count: 1, medianDays: 0, ninetiethDays: 0 },
    ]);
    expect([waiting.entered, waiting.left, waiting.after]).toEqual([3, 2, 1]);
    expect([work.entered, work.leftAs, work.after]).toEqual([3, [{ code: 'rejection-served', count: 1 }], 2]);
  });

  it('G39: no delaying: a term of the law that ran out stands beside those that were kept', async () => {
    await world.moveTo('2026-06-18T09:00:00+08:00');
    const { terms } = (await statistics()).body.figures;
    const accept = terms.find(
      ({ code, basis }: { code: string; basis: string }) => code === 'DL-ACCEPT' && basis === 'statutory',
    );
    expect(accept).toMatchObject({ due: 3, met: 2, missed: 1, late: 0, running: 0, cancelled: 0 });
  });

  it('G39: nobody sees another office but who supervises it; nobody is named', async () => {
    const below = await statistics(`quarter=${Q}&office=shiqiao`, 'leader');
    expect([below.status, below.body.figures.received.total]).toEqual([200, 1]);
    const above = await statistics(`quarter=${Q}&office=yunhai`, 'yunling/bureau-leader');
    expect([above.status, above.body.figures.received.total]).toEqual([200, 3]);
    for (const [office, by, status] of [
      ['linhai', 'leader', 404],
      ['yunhai', 'linhai/leader', 404],
      ['yunling', 'leader', 404],
      ['nowhere', 'leader', 404],
      ['shiqiao', 'auditor', 404],
      ['yunhai', 'administrator', 403],
      ['yunhai', 'hotline', 403],
    ] as const) {
      const answer = await statistics(`quarter=${Q}&office=${office}`, by);
      expect([office, by, answer.status]).toEqual([office, by, status]);
    }
    expect((await everybody().get(`/v1/statistics?quarter=${Q}`)).status).toBe(401);
    const told = JSON.stringify((await statistics()).body);
    for (const word of ['王晓梅', '旅行社', 'yunhai-', 'L-YN']) expect(told).not.toContain(word);
  });

  it.each(['2026Q5', '2026q2', '26Q2', '2026-Q2', ''])('"%s" is no quarter', async (text) => {
    const answer = await statistics(`quarter=${text}`);
    expect([answer.status, answer.body.code, answer.body.errors[0].code]).toEqual([
      400,
      'validation-failed',
      'not-a-quarter',
    ]);
    expect((await (await as('leader')).get(`/v1/quarterly-reports/${text || 'x'}`)).status).toBe(404);
    expect((await everybody().get(`/v1/published/quarterly-reports/yunhai/${text || 'x'}`)).status).toBe(404);
  });

  it('of a quarter that has not begun there are none', async () => {
    const answer = await statistics('quarter=2026Q3');
    expect([answer.status, answer.body.code]).toEqual([422, 'quarter-not-begun']);
  });

  it('as a table and as a page it is the same', async () => {
    const client = await as('auditor');
    const csv = await client.download(`/v1/statistics.csv?quarter=${Q}`);
    expect(csv.headers.get('content-disposition')).toContain(`statistics-yunhai-${Q}.csv`);
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[1]).toBe('收到投诉 Received,合计 all,,3');
    const page = await client.download(`/v1/statistics.html?quarter=${Q}`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await page.text()).match(/<tr class=/g)).toHaveLength(lines.length - 1);
  });
});

describe('the matrix of rights', () => {
  it.each(POST_NAMES)('%s sees figures and reports of the own office as far as it says', async (post) => {
    const account = ACCOUNTS.find(({ id }) => id === idOf(post));
    if (!account) throw new Error(`no account of ${post}`);
    const principal = { ...account, name: post, roles: [...account.roles] };
    const expected = (action: 'statistics.read' | 'quarterly-report.read', there: number) =>
      authorise(principal, action).allowed ? there : 403;
    expect((await statistics(undefined, post)).status).toBe(expected('statistics.read', 200));
    expect((await own(post)).status).toBe(expected('quarterly-report.read', 404));
  });
});

describe('the publication of a quarter', () => {
  it('G59: not before the quarter is over; nothing is there before it was published', async () => {
    const early = await drafted();
    expect([early.status, early.body.code, early.body.facts.lastDay]).toEqual([
      422,
      'quarter-not-over',
      '2026-06-30',
    ]);
    await world.moveTo('2026-07-01T09:00:00+08:00');
    for (const by of ['officer1', 'hotline', 'leader', 'auditor', 'administrator'] as const)
      expect([by, (await drafted({}, by)).status]).toEqual([by, 403]);
    expect((await own()).status).toBe(404);
    expect((await published('leader', 0)).status).toBe(412);
    expect((await drafted({ because: 'recorded-late' })).body.code).toBe('report-cause-of-nothing');
    expect((await drafted({}, 'section-head', '2010Q2')).body.code).toBe('publication-not-asked-for');
    expect((await open()).status).toBe(404);
  });

  it('G59: drafted by one and approved by another, it is open to everybody, and names nobody', async () => {
    const key = randomUUID();
    const registrar = await as('registrar');
    const draft = () => registrar.post(`/v1/quarterly-reports/${Q}/draft`, {}, { key });
    const answer = await draft();
    expect([answer.status, answer.body.events]).toEqual([200, ['QuarterlyReportDrafted']]);
    expect((await draft()).headers.get('idempotency-replayed')).toBe('true');
    expect((await drafted()).body.events).toEqual([]);
    expect((await own()).body.draft).toMatchObject({
      version: 1,
      draftedBy: 'yunhai-registrar',
      changes: [],
    });
    expect([(await published('registrar')).status, (await open()).status]).toEqual([403, 404]);
    expect((await published('leader', 7)).status).toBe(412);
    const done = await published('leader');
    expect([done.status, done.body.events, done.body.draft]).toEqual([
      200,
      ['QuarterlyReportPublished'],
      undefined,
    ]);
    expect(done.body.published).toMatchObject([
      { version: 1, draftedBy: 'yunhai-registrar', approvedBy: 'yunhai-leader' },
    ]);
    const { status, body } = await open();
    expect([status, body.current.version, body.earlier]).toEqual([200, 1, []]);
    expect(body.current.figures).toEqual((await statistics()).body.figures);
    expect(body.current.basis).toMatchObject({
      ...{ duty: 'not-known', rulebook: 'RB-2026', verification: 'unverified' },
    });
    for (const word of ['registrar', 'leader', '王晓梅', '旅行社'])
      expect(JSON.stringify(body)).not.toContain(word);
  });

  it('G59: who drafted it does not approve it, also where he is a leader too', async () => {
    await world.moveTo('2026-07-02T09:00:00+08:00');
    expect((await drafted({}, 'everything', '2026Q1')).status).toBe(200);
    const answer = await published('everything', 0, '2026Q1');
    expect([answer.status, answer.body.code]).toEqual([409, 'report-approved-by-author']);
  });

  it('G59, H17: what is recorded late moves the figures: a new version says why, and the earlier one stays', async () => {
    const { current: first } = (await open()).body;
    expect((await drafted({ because: 'recorded-late' })).body.code).toBe('report-nothing-to-correct');
    await Story.begin(world, { receivedAt: '2026-06-30T16:00:00+08:00', channel: 'online' });
    await world.settle();
    expect((await open()).body.current).toEqual(first);
    expect((await drafted()).body.code).toBe('report-cause-missing');
    const changed = await drafted({ because: 'recorded-late' });
    expect(changed.body.draft.changes).toContainEqual({
      ...{ chapter: 'received', item: 'all', was: 3, is: 4 },
    });
    await Story.begin(world, { receivedAt: '2026-06-30T16:30:00+08:00', channel: 'online' });
    await world.settle();
    expect((await published()).body.code).toBe('report-figures-moved');
    await drafted({ because: 'recorded-late' });
    expect((await published('bureau-leader')).status).toBe(200);
    const { current, earlier } = (await open()).body;
    expect([current.version, current.because, current.figures.received.total]).toEqual([
      2,
      'recorded-late',
      5,
    ]);
    expect(earlier).toEqual([first]);
    expect(await undecided.read()).toMatchObject({ phase: 'registered' });
  });

  it('G59: what was published is counted again from the log, as it was then, and the same comes out', async () => {
    const { current, earlier } = (await open()).body;
    const countable = world.app.get(Countable);
    for (const { figures, countedTo } of [current, ...earlier])
      expect(await recounted(countable, { office: 'yunhai', quarter: Q }, countedTo)).toEqual(figures);
    expect(current.figures).not.toEqual(earlier[0].figures);
  });

  it('G59: everybody reads the list, a table and a page, without signing in', async () => {
    await world.settle();
    const { items } = (await everybody().get('/v1/published/quarterly-reports?office=yunhai')).body;
    expect(items).toMatchObject([
      { quarter: Q, version: 2, href: `/v1/published/quarterly-reports/yunhai/${Q}` },
    ]);
    expect((await everybody().get('/v1/published/quarterly-reports?office=linhai')).body.items).toEqual([]);
    const csv = await everybody().download(`${items[0].href}/table.csv`);
    expect(await csv.text()).toContain('收到投诉 Received,合计 all,,5');
    const page = await (await everybody().download(`${items[0].href}/page.html`)).text();
    expect(page).toContain('第 2 版 Version 2 · 事实在公布后补录');
    expect((await everybody().get(`/v1/published/quarterly-reports/nowhere/${Q}`)).status).toBe(404);
  });
});
