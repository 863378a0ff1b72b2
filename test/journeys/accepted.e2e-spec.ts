import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore, verifyStream } from '#platform/event-store';
import { idOf, registration, reply, review, service, Story, World } from '../support/index.js';

// E4 (deadlines.md 7): a letter received on Friday 2026-04-03, the first days of the new Measures.
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-03T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

describe('a complaint that is accepted', () => {
  let story: Story;

  it('G01, G02: is entered in one register and gets the next number', async () => {
    story = await Story.begin(world);
    const seen = await story.read();
    expect(story.number).toBe('云旅投诉〔2026〕1号');
    expect(seen).toMatchObject({ phase: 'registered', office: 'yunhai', registeredBy: idOf('registrar') });
    expect(seen.rulebooks).toEqual({ internal: 'RB-MANUAL', statutory: 'RB-2026' });
  });

  it("A01: both the office's clocks and the law's run from the first day, and the overrun is foreseen (E4)", async () => {
    expect(await story.clock('DL-ACCEPT.RB-2026')).toMatchObject({ dueOn: '2026-04-08', status: 'running' });
    expect(await story.clock('DL-REVIEW.RB-MANUAL')).toMatchObject({ dueOn: '2026-04-08' });
    const foreseen = (await story.history()).find(({ type }) => type === 'ChainOverrunForeseen');
    expect(foreseen.data).toMatchObject({ statutory: 'RB-2026', statutoryEndsOn: '2026-04-08' });
  });

  it('every due date explains itself day by day, in both languages (E4)', async () => {
    const { explanation } = await story.clock('DL-ACCEPT.RB-2026');
    const days = explanation.days.map(({ day, counted }: { day: string; counted: boolean }) => [
      day,
      counted,
    ]);
    expect(days.filter(([, counted]: [string, boolean]) => counted).map(([day]: [string]) => day)).toEqual([
      '2026-04-07',
      '2026-04-08',
    ]);
    expect(explanation.words.zh.join('') + explanation.words.en.join('')).toMatch(/2026/);
  });

  it('G03–G07: nobody reports a review that he has not taken up, nor one that leaves a claim out', async () => {
    expect((await story.attempt('registrar', 'preliminary-review', review())).body.code).toBe(
      'action-not-in-this-phase',
    );
    await story.act('registrar', 'review-start');
    const other = await story.attempt('registrar2', 'preliminary-review', review());
    expect([other.status, other.body.code]).toEqual([403, 'review-is-another-persons']);
    const without = await story.attempt('registrar', 'preliminary-review', review({ limitation: [] }));
    expect([without.status, without.body.code, without.body.rules]).toEqual([
      422,
      'limitation-not-assessed',
      ['G07', 'A07'],
    ]);
  });

  it('G03: the four points go to the leader; the review clock is met', async () => {
    await story.act('registrar', 'preliminary-review', review());
    expect((await story.read()).phase).toBe('awaiting-approval');
    expect(await story.clock('DL-REVIEW.RB-MANUAL')).toMatchObject({ status: 'met' });
    expect(await story.clock('DL-APPROVE.RB-MANUAL')).toMatchObject({
      status: 'running',
      dueOn: '2026-04-08',
    });
  });

  it('a command answers what its sender can do next; why the rest cannot be done stands at /actions', async () => {
    const { body } = await story.act('leader', 'review-return', { reason: '请补充管辖意见。' });
    const { actions } = (await story.read('/actions', 'leader')) as { actions: { allowed: boolean }[] };
    expect(actions.filter(({ allowed }) => !allowed).length).toBeGreaterThan(10);
    expect(body.actions).toEqual(actions.filter(({ allowed }) => allowed));
    expect(body.actions.length).toBeGreaterThan(0);
  });

  it('G09: a returned review comes back to the reviewer and does not start the approval clock anew', async () => {
    expect((await story.read()).phase).toBe('under-review');
    await story.reviewed();
    const { clocks } = await story.read('/clocks');
    expect(
      clocks.filter(({ clock }: { clock: string }) => clock.startsWith('DL-APPROVE.RB-MANUAL')),
    ).toHaveLength(1);
  });

  it('G09: who reviewed the case does not decide it, even with every role', async () => {
    const own = await Story.begin(world);
    await own.attempt('everything', 'review-start');
    await own.attempt('everything', 'preliminary-review', review());
    const answer = await own.attempt('everything', 'acceptance-decision', { outcome: 'accept' });
    expect([answer.status, answer.body.code]).toEqual([403, 'decider-reviewed-the-case']);
    expect((await own.read()).phase).toBe('awaiting-approval');
  });

  it('A12: acceptance dates from the decision, on the last day of the law; 60 days of disposal run (E4)', async () => {
    await world.moveTo('2026-04-08T10:00:00+08:00');
    const early = await story.attempt('leader', 'acceptance-decision', {
      outcome: 'accept',
      decidedAt: '2026-04-03T01:00:00+08:00',
    });
    expect([early.status, early.body.code]).toEqual([422, 'happened-too-early']);
    const done = await story.act('leader', 'acceptance-decision', {
      outcome: 'accept',
      opinion: '同意受理。',
    });
    expect(done.body.phase).toBe('accepted');
    expect(await story.clock('DL-ACCEPT.RB-2026')).toMatchObject({ status: 'met' });
    expect(await story.clock('DL-DISPOSE.RB-2026')).toMatchObject({ dueOn: '2026-06-08', status: 'running' });
    expect(await story.clock('DL-NOTICE-R.RB-MANUAL')).toMatchObject({ dueOn: '2026-04-13' });
  });

  it('G10: the file goes to named people, and only they work on it', async () => {
    const before = await story.attempt('officer1', 'filing-request', { report: '建议立案。' });
    expect(before.status).toBe(403);
    await story.act('section-head', 'handlers', { handlers: [idOf('officer1')] });
    const stranger = await story.attempt('officer2', 'filing-request', { report: '建议立案。' });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'forbidden']);
  });

  it('G14, A03: filing is a report and another approval; neither starts a clock anew', async () => {
    const { clocks } = await story.read('/clocks');
    await story.act('officer1', 'filing-request', { report: '事实清楚，建议立案。' });
    await story.act('leader', 'filing-approval');
    expect((await story.read()).phase).toBe('filed');
    expect((await story.read('/clocks')).clocks).toHaveLength(clocks.length);
  });

  it('A25, G15, G16: one notice in two variants, each with its own number', async () => {
    await story.issued('D04');
    await story.issued('D05');
    const { documents } = await story.read();
    expect(documents.map(({ number }: { number: string }) => number)).toEqual([
      '云旅投受〔2026〕1号',
      '云旅投受被〔2026〕1号',
    ]);
    expect(documents[1].contents.replyMustState).toEqual([
      'verification-process',
      'facts-and-evidence',
      'liability',
      'proposed-handling',
    ]);
    expect((await story.clock('DL-NOTICE-C.RB-MANUAL')).status).toBe('running');
  });

  it('G15, G16: only service meets the notice clocks, and service has its form', async () => {
    const [toComplainant, toRespondent] = (await story.read()).documents;
    await world.moveTo('2026-04-09T15:00:00+08:00');
    const path = `documents/${toComplainant.documentId}/service`;
    const left = await story.attempt('officer1', path, service(await world.now(), { method: 'left' }));
    expect([left.status, left.body.code]).toEqual([422, 'service-incomplete']);
    await story.act('officer1', path, service('2026-04-09T11:00:00+08:00'));
    expect(await story.clock('DL-NOTICE-C.RB-MANUAL')).toMatchObject({
      status: 'met',
      metAt: '2026-04-09T03:00:00.000Z',
    });
    await story.act(
      'officer1',
      `documents/${toRespondent.documentId}/service`,
      service('2026-04-09T14:00:00+08:00', { recipient: '前台李某', relation: 'receiving-staff' }),
    );
    expect((await story.read()).phase).toBe('awaiting-reply');
  });

  it("G17: the respondent's days run from receipt under both rulebooks; the unverified one says so (E4)", async () => {
    expect(await story.clock('DL-REPLY.RB-MANUAL')).toMatchObject({
      dueOn: '2026-04-20',
      term: { amount: 10, unit: 'CD', roll: true },
      verification: 'design',
    });
    expect(await story.clock('DL-REPLY.RB-2026')).toMatchObject({
      dueOn: '2026-04-16',
      verification: 'unverified',
    });
  });

  it("G18: a travel agency's answer states its four parts, or is not recorded", async () => {
    const half = await story.attempt('officer1', 'reply', reply({ parts: { proposedHandling: '退差价。' } }));
    expect([half.status, half.body.code]).toEqual([422, 'reply-incomplete']);
    expect(half.body.facts.missing).toEqual(['verification-process', 'facts-and-evidence', 'liability']);
    await story.act('officer1', 'reply', reply());
    expect(await story.read()).toMatchObject({ phase: 'under-investigation', reply: { late: false } });
    expect((await story.clock('DL-REPLY.RB-MANUAL')).status).toBe('met');
    const again = await story.attempt('officer1', 'reply', reply());
    expect([again.status, again.body.code]).toEqual([409, 'reply-already-received']);
  });

  it('late facts: a service recorded later counts from the day it happened, both times are kept', async () => {
    const late = await (await Story.begin(world)).filed();
    const letter = await late.issued('D05');
    await world.moveTo('2026-04-13T09:00:00+08:00');
    await late.act('officer1', `documents/${letter}/service`, service('2026-04-09T16:00:00+08:00'));
    expect(await late.clock('DL-REPLY.RB-MANUAL')).toMatchObject({ dueOn: '2026-04-20' });
    const event = (await late.history()).find(({ type }) => type === 'DocumentServed');
    expect(event.happenedAt).toBe('2026-04-09T08:00:00.000Z');
    expect(event.recordedAt > '2026-04-13T01:00:00.000Z').toBe(true);
  });

  it('shows the case as of a revision and as of an instant', async () => {
    expect((await story.read('?asOf=0')).phase).toBe('registered');
    const events = await story.history();
    const decided = events.find(({ type }) => type === 'AcceptanceDecided');
    const before = await story.read(`?asOf=${decided.revision - 1}`);
    expect([before.phase, before.revision, before.actions]).toEqual([
      'awaiting-approval',
      decided.revision - 1,
      [],
    ]);
    const then = await story.read(`?asOf=${encodeURIComponent(decided.recordedAt)}`);
    expect(then).toMatchObject({ phase: 'accepted', decision: { outcome: 'accept' } });
    expect((await story.get('?asOf=2026-04-01T00:00:00Z')).status).toBe(404);
    expect((await story.read(`/clocks?asOf=0`)).clocks).toEqual([]);
  });

  it('does not show the present to whoever mistypes, or asks for a revision that is not there', async () => {
    for (const path of [
      '?asof=0',
      '/history?asof=0',
      '/clocks?as_of=0',
      '/history?limit=2',
      '/actions?x=1',
    ]) {
      const { status, body } = await story.get(path);
      expect([path, status, body.errors?.[0]?.code]).toEqual([path, 400, 'unknown-field']);
    }
    const { revision } = await story.read();
    expect((await story.get(`?asOf=${revision}`)).status).toBe(200);
    expect((await story.get(`?asOf=${revision + 1}`)).status).toBe(404);
  });

  it('answers 304 while nothing has changed', async () => {
    const first = await story.get();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe(`"${first.body.revision}"`);
    const again = await story.get('', 'leader', { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, undefined]);
    expect((await story.get('', 'leader', { 'if-none-match': '"0"' })).status).toBe(200);
  });

  it('the history is what is stored: its chain verifies, and gives no text away', async () => {
    const stream = `complaint-${story.id}`;
    const stored = await world.app.get(EventStore).readStream(stream);
    const shown = await story.history();
    expect(verifyStream(stream, stored)).toMatchObject({ intact: true, events: shown.length });
    expect(shown.map(({ id, chain }) => [id, chain])).toEqual(stored.map(({ id, chain }) => [id, chain]));
    expect(JSON.stringify(shown)).not.toContain(String(registration().facts));
  });
});
