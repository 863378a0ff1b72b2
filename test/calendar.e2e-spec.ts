import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SHIPPED_NOTICES } from '#calendar';
import { OFFICES, Story, World, type Answer, type Client, type Post } from './support/index.js';

const NOTICES = '/v1/calendar/notices';
const shipped = SHIPPED_NOTICES.find(({ id }) => id === 'notice-2020-amendment')!;
const { id: _, ...AMENDMENT } = {
  ...shipped,
  source: 'https://www.gov.cn/zhengce/content/2020-01/27/content.htm',
};

describe('the amendment of 2020, played live', () => {
  let world: World;
  let administrator: Client;
  let story: Story;
  let other: Story;
  beforeAll(async () => {
    const notices = SHIPPED_NOTICES.filter(({ id }) => id !== shipped.id);
    world = await World.start({ beginAt: '2020-01-22T09:00:00+08:00', notices });
    administrator = await world.as('administrator');
    story = await Story.begin(world);
    other = await Story.begin(world, {}, { office: 'linhai' });
  }, 60_000);
  afterAll(() => world?.stop());

  const dueDays = async (of: Story): Promise<Record<string, string>> => {
    const { clocks } = await of.read('/clocks');
    return Object.fromEntries(clocks.map((one: { clock: string; dueOn: string }) => [one.clock, one.dueOn]));
  };

  it('cannot be entered before it is published', async () => {
    const before = await world.stored();
    const { status, body } = await administrator.post(NOTICES, AMENDMENT);
    expect([status, body.code, body.facts]).toEqual([
      422,
      'notice-not-published-yet',
      { published: '2020-01-27', today: '2020-01-22' },
    ]);
    expect(body.title).toBeDefined();
    expect(await world.stored()).toEqual(before);
  });

  it('a dry run lists every running clock that it would move, of every office, and changes nothing', async () => {
    await world.moveTo('2020-01-27T09:00:00+08:00');
    const before = await world.stored();
    const { status, body } = await administrator.post(`${NOTICES}/dry-run`, AMENDMENT, { key: null });
    expect([status, body.known, body.later, body.earlier, body.stay]).toEqual([200, false, 5, 0, 0]);
    expect(body.clocks).toContainEqual({
      office: 'yunhai',
      number: story.number,
      clock: 'DL-ACCEPT.RB-2010.1',
      oldDueOn: '2020-02-04',
      newDueOn: '2020-02-06',
      provisionalBefore: false,
      provisionalAfter: false,
    });
    expect(body.clocks.map(({ office }: { office: string }) => office)).toContain('linhai');
    expect(await world.stored()).toEqual(before);
  });

  it('once it is entered the clocks move as the dry run said, and nothing else does', async () => {
    const { body } = await administrator.post(`${NOTICES}/dry-run`, AMENDMENT, { key: null });
    const old = [await dueDays(story), await dueDays(other)];
    const added = await administrator.post(NOTICES, AMENDMENT);
    expect([added.status, added.body.added, added.headers.get('location')]).toEqual([
      201,
      true,
      `${NOTICES}/notice-2020-amendment`,
    ]);
    await rescheduled(administrator, 'notice-2020-amendment@1');
    const expected = [story, other].map((one, place) => ({
      ...old[place],
      ...Object.fromEntries(
        body.clocks
          .filter(({ number }: { number: string }) => number === one.number)
          .map(({ clock, newDueOn }: { clock: string; newDueOn: string }) => [clock, newDueOn]),
      ),
    }));
    expect([await dueDays(story), await dueDays(other)]).toEqual(expected);
  });

  it('the history, the work list and the explanation say from when to when, and by which notice', async () => {
    await world.settle();
    const events = (await story.history()).filter(({ type }) => type === 'ClockRescheduled');
    const [event] = events.filter(({ data }) => data.clock === 'DL-ACCEPT.RB-2010.1');
    expect(event).toMatchObject({
      actor: { id: 'system' },
      data: {
        oldDueOn: '2020-02-04',
        dueOn: '2020-02-06',
        notices: ['国办发明电〔2020〕1号'],
        told: ['yunhai-registrar'],
      },
    });
    const { items } = (await (await world.as('registrar')).get('/v1/work-list')).body;
    const clocks = items[0].clocks as { clock: string; moves: object[] }[];
    expect(clocks.find(({ clock }) => clock === 'DL-ACCEPT.RB-2010.1')?.moves).toEqual([
      {
        from: '2020-02-04',
        to: '2020-02-06',
        notices: ['国办发明电〔2020〕1号'],
        officeDays: false,
        knownOn: '2020-01-27',
      },
    ]);
    const { explanation } = await story.clock('DL-ACCEPT.RB-2010.1');
    expect(explanation.dueOn).toBe('2020-02-06');
    expect(explanation.words.zh).toContain(
      '2020-01-31（星期五）至2020-02-02（星期日）：放假调休（国办发明电〔2020〕1号），不计入。',
    );
    const before = await story.read(`/clocks?asOf=${event.revision - 1}`);
    const past = before.clocks.find((one: { clock: string }) => one.clock === 'DL-ACCEPT.RB-2010.1');
    expect([past.dueOn, past.explanation.dueOn, past.explanation.calendar]).toEqual([
      '2020-02-04',
      '2020-02-04',
      'notice-2020',
    ]);
  });

  it('a case registered from now on is counted by it, and as known on the day before it was not', async () => {
    const fresh = await Story.begin(world);
    expect((await fresh.clock('DL-ACCEPT.RB-2010')).calendar).toBe('notice-2020-amendment@1');
    const year = async (knownOn: string) =>
      (await world.withToken().get(`/v1/calendar/years/2020?knownOn=${knownOn}`)).body;
    const day = (body: Answer['body']) => body.days.find((one: { day: string }) => one.day === '2020-01-31');
    expect(day(await year('2020-01-26'))).toMatchObject({ works: true, reason: 'weekday' });
    expect(day(await year('2020-01-27'))).toMatchObject({
      works: false,
      reason: 'holiday-by-notice',
      notice: 'notice-2020-amendment',
      words: { zh: '放假调休（国办发明电〔2020〕1号）' },
    });
  });

  it('the timers followed: nothing is missed on the old date, and everything on the new one', async () => {
    await world.moveTo('2020-02-05T01:00:00+08:00');
    expect((await story.clock('DL-ACCEPT.RB-2010.1')).status).toBe('running');
    await world.moveTo('2020-02-07T00:00:01+08:00');
    expect(await story.clock('DL-ACCEPT.RB-2010.1')).toMatchObject({
      status: 'missed',
      missedAt: '2020-02-06T16:00:00.000Z',
    });
  });

  it('entered again it changes nothing; the same key with another body is refused', async () => {
    const before = await world.stored();
    const again = await administrator.post(NOTICES, AMENDMENT);
    expect([again.status, again.body.added]).toEqual([200, false]);
    const key = randomUUID();
    const correction = { ...AMENDMENT, daysOff: ['2020-02-03'], workingDays: [] };
    expect(
      (await administrator.post(NOTICES, { ...correction, published: '2030-01-01' }, { key })).status,
    ).toBe(422);
    expect(await world.stored()).toEqual(before);
    const added = await administrator.post(NOTICES, correction, { key });
    expect([added.status, added.body.notice.id]).toEqual([201, 'notice-2020-amendment-2']);
    const replayed = await administrator.post(NOTICES, correction, { key });
    expect([replayed.headers.get('idempotency-replayed'), replayed.body.notice.id]).toEqual([
      'true',
      'notice-2020-amendment-2',
    ]);
    const reused = await administrator.post(NOTICES, { ...correction, daysOff: ['2020-02-04'] }, { key });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('what has passed stays, and the case says so', async () => {
    await rescheduled(administrator, 'notice-2020-amendment-2@2');
    const said = (await story.history()).filter(({ type }) => type === 'ClockNotMoved');
    expect(said.map(({ data }) => [data.clock, data.oldDueOn, data.wouldBeDueOn, data.why])).toContainEqual([
      'DL-ACCEPT.RB-2010.1',
      '2020-02-06',
      '2020-02-07',
      'date-has-passed',
    ]);
    expect(await story.clock('DL-ACCEPT.RB-2010.1')).toMatchObject({
      status: 'missed',
      dueOn: '2020-02-06',
      notMoved: { wouldBeDueOn: '2020-02-07', why: 'date-has-passed' },
    });
  });
});

describe('administration of the calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({
      beginAt: '2026-04-13T09:00:00+08:00',
      ownDays: { yunhai: [{ day: '2026-04-14', works: false, reason: '单位搬迁' }] },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  const notice = {
    year: 2026,
    dated: '2026-04-10',
    published: '2026-04-10',
    amendsEarlier: true,
    daysOff: ['2026-04-16'],
    workingDays: ['2026-04-18'],
  };

  it("an office's own days count in its cases, by name, and in no other office's", async () => {
    const [own, foreign] = [await Story.begin(world), await Story.begin(world, {}, { office: 'linhai' })];
    const [mine, theirs] = [await own.clock('DL-ACCEPT.RB-2026'), await foreign.clock('DL-ACCEPT.RB-2026')];
    expect([mine.dueOn, theirs.dueOn]).toEqual(['2026-04-16', '2026-04-15']);
    expect(mine.explanation.words.zh).toContain('2026-04-14（星期二）：本单位休息日（单位搬迁），不计入。');
    expect(mine.explanation.words.en).toContain(
      'Tue 2026-04-14: day off of this office (单位搬迁), not counted.',
    );
    const nobody = world.withToken();
    const asked = await nobody.get(
      '/v1/due-date?start=2026-04-13T09:00:00%2B08:00&amount=2&unit=WD&office=yunhai',
    );
    expect([asked.body.dueOn, asked.body.office]).toEqual(['2026-04-16', 'yunhai']);
    const year = await nobody.get('/v1/calendar/years/2026?office=yunhai');
    expect(year.body.days.find(({ day }: { day: string }) => day === '2026-04-14')).toMatchObject({
      works: false,
      reason: 'office-day-off',
      officeReason: '单位搬迁',
    });
    for (const path of [
      '/v1/calendar/years/2026?office=nowhere',
      '/v1/due-date?start=2026-04-13T09:00:00Z&amount=2&unit=WD&office=nowhere',
    ]) {
      const { status, body } = await nobody.get(path);
      expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([400, '/office', 'not-known']);
    }
  });

  it('only an administrator enters a notice, or tries it; an auditor sees how far it has been carried out', async () => {
    const before = await world.stored();
    const posts: Post[] = ['hotline', 'registrar', 'officer1', 'section-head', 'leader', 'auditor'];
    for (const post of posts) {
      const client = await world.as(post);
      for (const path of [NOTICES, `${NOTICES}/dry-run`]) {
        expect([post, (await client.post(path, notice)).status]).toEqual([post, 403]);
      }
      const seen = (await client.get('/v1/calendar/rescheduling')).status;
      expect([post, seen]).toEqual([post, post === 'auditor' ? 200 : 403]);
    }
    expect((await world.withToken().post(NOTICES, notice)).status).toBe(401);
    expect(await world.stored()).toEqual(before);
    for (const path of [NOTICES, `${NOTICES}/notice-2026`, '/v1/calendar/years/2027']) {
      expect([path, (await world.withToken().get(path)).status]).toEqual([path, 200]);
    }
  });

  it.each<[string, object, number, string]>([
    ['no key', {}, 400, 'idempotency-key-missing'],
    ['a day that does not exist', { daysOff: ['2026-02-30'] }, 400, 'validation-failed'],
    ['an unknown field', { holidays: [] }, 400, 'validation-failed'],
    ['a source that is no web address', { source: 'javascript:alert(1)' }, 400, 'validation-failed'],
    ['a make-up day on a weekday', { workingDays: ['2026-04-17'] }, 422, 'notice-unsound'],
    ['a day both off and worked', { workingDays: ['2026-04-16'] }, 422, 'notice-unsound'],
    ['a day of another year', { daysOff: ['2027-04-16'] }, 422, 'notice-unsound'],
    ['a publication in the future', { published: '2026-04-14' }, 422, 'notice-not-published-yet'],
    ['a second notice of a year', { amendsEarlier: false }, 409, 'notice-of-year-known'],
    [
      'an amendment of nothing',
      { year: 2027, daysOff: ['2027-04-16'], workingDays: [] },
      422,
      'notice-amends-nothing',
    ],
  ])('refuses %s, and nothing is stored', async (what, change, status, code) => {
    const before = await world.stored();
    const administrator = await world.as('administrator');
    const key = what === 'no key' ? null : randomUUID();
    const answer = await administrator.post(NOTICES, { ...notice, ...change }, { key });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.remedies ?? answer.body.remedy).toBeDefined();
    expect(await world.stored()).toEqual(before);
    if (key === null) return;
    const tried = await administrator.post(`${NOTICES}/dry-run`, { ...notice, ...change }, { key: null });
    expect([tried.status, tried.body.code]).toEqual([status, code]);
  });

  it('finds nothing where nothing is', async () => {
    const nobody = world.withToken();
    for (const path of [
      `${NOTICES}/notice-1999`,
      '/v1/calendar/years/1999',
      '/v1/calendar/years/x',
      '/v1/calendar/years/2101',
    ]) {
      expect([path, (await nobody.get(path)).status]).toEqual([path, 404]);
    }
  });

  it('a notice moves clocks to earlier days too', async () => {
    const story = await Story.begin(world, {}, { office: 'linhai' });
    const before = await story.clock('DL-NOTICE').catch(() => story.clock('DL-REVIEW.RB-MANUAL'));
    const administrator = await world.as('administrator');
    const makeUp = { ...notice, daysOff: ['2026-04-14'], workingDays: [] };
    const tried = await administrator.post(`${NOTICES}/dry-run`, makeUp, { key: null });
    expect(tried.body.later).toBeGreaterThan(0);
    expect((await administrator.post(NOTICES, makeUp)).status).toBe(201);
    await rescheduled(administrator, 'notice-2026-amendment@2');
    const moved = await story.clock('DL-REVIEW.RB-MANUAL');
    expect([before.dueOn, moved.dueOn]).toEqual(['2026-04-15', '2026-04-16']);
    const back = {
      ...notice,
      dated: '2026-04-13',
      published: '2026-04-13',
      daysOff: [],
      workingDays: ['2026-04-14'],
    };
    const preview = await administrator.post(`${NOTICES}/dry-run`, back, { key: null });
    expect(preview.body.earlier).toBeGreaterThan(0);
    await administrator.post(NOTICES, back);
    await rescheduled(administrator, 'notice-2026-amendment-2@3');
    expect(await story.clock('DL-REVIEW.RB-MANUAL')).toMatchObject({
      dueOn: '2026-04-15',
      moves: [{ to: '2026-04-16' }, { to: '2026-04-15' }],
    });
  });
});

/** Waits until the clocks of both offices have been counted anew by that calendar. */
async function rescheduled(administrator: Client, calendar: string): Promise<void> {
  for (const end = Date.now() + 20_000; ;) {
    const { items } = (await administrator.get('/v1/calendar/rescheduling')).body as {
      items: { calendar: string; endedAt: string | null }[];
    };
    const done = items.filter((one) => one.calendar === calendar && one.endedAt !== null);
    if (done.length === OFFICES.length) return;
    if (Date.now() > end) throw new Error(`not counted anew: ${JSON.stringify(items)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
