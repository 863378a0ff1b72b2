import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIn, registration, Story, World, type Answer, type Client } from '../support/index.js';

let world: World;
let leader: Client;
const stories: Story[] = [];
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
  leader = await world.as('leader');
  for (const receivedAt of [
    '2026-04-13T08:00:00+08:00',
    '2026-04-10T09:00:00+08:00',
    '2026-04-09T09:00:00+08:00',
  ]) {
    stories.push(await Story.begin(world, { receivedAt }));
  }
  stories.push(await caseIn(world, 'awaiting-reply'), await caseIn(world, 'referral-concluded'));
  await Story.begin(world, {}, { office: 'linhai' });
  await world.settle();
}, 60_000);
afterAll(() => world?.stop());

/** Every page of a list, `limit` items at a time, following the Link header. */
async function pagesOf(path: string, between: () => Promise<unknown> = async () => undefined) {
  const pages: Answer['body'][][] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const answer: Answer = await leader.get(next);
    expect(answer.status).toBe(200);
    pages.push(answer.body.items);
    next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    expect(next === undefined).toBe(answer.body.nextCursor === undefined);
    await between();
  }
  return pages;
}

describe('the work list', () => {
  it('orders cases by their most urgent clock, and shows every open clock of each', async () => {
    const { items } = (await leader.get('/v1/work-list?limit=200')).body;
    const urgent = items.map(({ urgentAt }: { urgentAt: string }) => urgentAt);
    expect(urgent).toEqual(urgent.toSorted());
    expect(items[0].id).toBe(stories[2]?.id);
    const clocks = (await (stories[2] as Story).read('/clocks')).clocks;
    const open = clocks.filter(({ status }: { status: string }) =>
      ['running', 'missed', 'paused'].includes(status),
    );
    expect(items[0].clocks.map(({ clock }: { clock: string }) => clock).toSorted()).toEqual(
      open.map(({ clock }: { clock: string }) => clock).toSorted(),
    );
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(stories[4]?.id);
  });

  it('A01: what the law counts from receipt was late before it was registered, and is first', async () => {
    const { items } = (await leader.get('/v1/work-list?limit=200')).body;
    expect(items[0]).toMatchObject({ id: stories[2]?.id });
    expect((await (stories[2] as Story).clock('DL-ACCEPT.RB-2026')).dueOn).toBe('2026-04-13');
    await world.moveTo('2026-04-14T08:00:00+08:00');
    const after = (await leader.get('/v1/work-list?limit=200')).body.items;
    expect(after[0]).toMatchObject({ id: stories[2]?.id, overdue: 2 });
  });

  it('a case whose clocks all pause stands last, without a time', async () => {
    const paused = await caseIn(world, 'awaiting-supplement');
    await world.settle();
    const { items } = (await leader.get('/v1/work-list?limit=200')).body;
    const entry = items.find(({ id }: { id: string }) => id === paused.id);
    expect(entry.clocks.some(({ status }: { status: string }) => status === 'paused')).toBe(true);
  });
});

describe('the deadline list', () => {
  it('goes through all pages without a gap or a double, earliest due first, while others register', async () => {
    const all = (await leader.get('/v1/deadlines?limit=200')).body.items;
    expect(all.length).toBeGreaterThan(15);
    const nameOf = (one: { complaintId: string; clock: string }) => `${one.complaintId} ${one.clock}`;
    const pages = await pagesOf('/v1/deadlines?limit=4', async () => {
      await (await world.as('registrar')).post('/v1/complaints', registration());
    });
    expect(pages.slice(0, -1).every((page) => page.length === 4)).toBe(true);
    const seen = pages.flat();
    expect(new Set(seen.map(nameOf)).size).toBe(seen.length);
    const due = seen.map(({ dueAt }: { dueAt: string }) => dueAt);
    expect(due).toEqual(due.toSorted());
    for (const one of all) expect(seen.map(nameOf)).toContain(nameOf(one));
  });

  it('filters by status, code and days', async () => {
    const ask = async (query: string) => (await leader.get(`/v1/deadlines?limit=200&${query}`)).body.items;
    const missed = await ask('status=missed');
    expect(missed.map(({ complaintId }: { complaintId: string }) => complaintId)).toContain(stories[2]?.id);
    expect(missed.every(({ status }: { status: string }) => status === 'missed')).toBe(true);
    const replies = await ask('code=DL-REPLY');
    expect(replies.map(({ rulebook }: { rulebook: string }) => rulebook).toSorted()).toEqual([
      'RB-2026',
      'RB-MANUAL',
    ]);
    const days = await ask('dueFrom=2026-04-14&dueTo=2026-04-15');
    expect(days.length).toBeGreaterThan(0);
    expect(
      days.every(({ dueOn }: { dueOn: string }) => dueOn === '2026-04-14' || dueOn === '2026-04-15'),
    ).toBe(true);
    expect((await leader.get('/v1/deadlines?status=late')).status).toBe(400);
  });

  it('a cursor holds for its own list, filter and reader only', async () => {
    const { nextCursor } = (await leader.get('/v1/deadlines?limit=2')).body;
    const ask = async (path: string, client = leader) => {
      const { status, body } = await client.get(`${path}cursor=${encodeURIComponent(nextCursor)}`);
      return [status, body.code];
    };
    expect((await ask('/v1/deadlines?limit=2&'))[0]).toBe(200);
    const invalid = [400, 'cursor-invalid'];
    expect(await ask('/v1/deadlines?limit=2&status=running&')).toEqual(invalid);
    expect(await ask('/v1/complaints?')).toEqual(invalid);
    expect(await ask('/v1/deadlines?limit=2&', await world.as('linhai/leader'))).toEqual(invalid);
    expect((await leader.get(`/v1/deadlines?cursor=${nextCursor}x`)).body.code).toBe('cursor-invalid');
  });
});

describe('the register', () => {
  it('G01: holds every complaint of the office, newest receipt first, page by page, names masked', async () => {
    const pages = await pagesOf('/v1/complaints?limit=3');
    const items = pages.flat();
    const received = items.map(({ receivedAt }: { receivedAt: string }) => receivedAt);
    expect(received).toEqual(received.toSorted().toReversed());
    const ids = items.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const story of stories) expect(ids).toContain(story.id);
    expect(items.every(({ number }: { number: string }) => number.startsWith('云旅投诉'))).toBe(true);
    expect(items.every(({ complainant }: { complainant: string }) => complainant !== '王晓梅')).toBe(true);
  });

  it('filters by phase and by a part of the respondent’s name', async () => {
    const ask = async (query: string) => (await leader.get(`/v1/complaints?limit=200&${query}`)).body.items;
    const waiting = await ask('phase=awaiting-reply');
    expect(waiting.map(({ id }: { id: string }) => id)).toEqual([stories[3]?.id]);
    expect((await ask(`respondent=${encodeURIComponent('山水旅行社')}`)).length).toBeGreaterThan(5);
    expect(await ask(`respondent=${encodeURIComponent("%' or 1=1 --")}`)).toEqual([]);
  });
});

describe('when is it due? (public)', () => {
  const ask = async (query: string) => (await world.withToken().get(`/v1/due-date?${query}`)).body;
  const noon = (day: string) => `start=${encodeURIComponent(`${day}T12:00:00+08:00`)}`;

  it.each([
    ['E1', '2025-09-26', 'rulebook=RB-2010&code=DL-ACCEPT', '2025-10-10'],
    ['E1', '2025-09-26', 'rulebook=RB-MANUAL&code=DL-REVIEW', '2025-09-29'],
    ['E1', '2025-09-29', 'rulebook=RB-MANUAL&code=DL-APPROVE', '2025-10-09'],
    ['E1', '2025-10-09', 'rulebook=RB-MANUAL&code=DL-NOTICE-C', '2025-10-13'],
    ['E1', '2025-10-09', 'rulebook=RB-MANUAL&code=DL-MEDIATE', '2025-11-10'],
    ['E1', '2025-10-09', 'rulebook=RB-2010&code=DL-DISPOSE', '2025-12-08'],
    ['E3', '2026-02-12', 'rulebook=RB-2010&code=DL-ACCEPT', '2026-02-26'],
    ['E3', '2026-02-26', 'rulebook=RB-2010&code=DL-DISPOSE', '2026-04-27'],
    ['E4', '2026-04-03', 'rulebook=RB-2026&code=DL-ACCEPT', '2026-04-08'],
    ['E4', '2026-04-08', 'rulebook=RB-2026&code=DL-DISPOSE', '2026-06-08'],
    ['E4', '2026-04-09', 'rulebook=RB-2026&code=DL-REPLY', '2026-04-16'],
    ['E9', '2025-04-29', 'rulebook=RB-2010&code=DL-ACCEPT', '2025-05-09'],
    ['E9', '2025-04-29', 'amount=3&unit=WD', '2025-05-07'],
  ])('%s: from %s by %s it is due on %s, and the days add up', async (_, day, term, dueOn) => {
    const answer = await ask(`${noon(day)}&${term}&knownOn=2026-04-01`);
    expect(answer).toMatchObject({ dueOn, provisional: false });
    const counted = answer.days.filter((one: { counted: boolean }) => one.counted);
    expect(counted.at(-1).number).toBe(answer.period.term.amount);
    expect(answer.days.at(-1).day).toBe(dueOn);
  });

  it('beyond the published horizon the answer is provisional; as known earlier, so is one within it', async () => {
    const beyond = `${noon('2026-12-30')}&amount=5&unit=WD`;
    expect((await ask(`${beyond}&knownOn=2026-04-01`)).provisional).toBe(true);
    const golden = `${noon('2026-09-28')}&amount=5&unit=WD`;
    expect((await ask(`${golden}&knownOn=2026-04-01`)).provisional).toBe(false);
    expect((await ask(`${golden}&knownOn=2025-06-01`)).provisional).toBe(true);
  });

  it('an unverified term says so', async () => {
    const answer = await ask(`${noon('2026-04-09')}&rulebook=RB-2026&code=DL-REPLY`);
    expect(answer.verification).toBe('unverified');
  });
});
