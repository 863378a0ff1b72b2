import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testRedisUrl } from '#testing';
import { registration, reply, review, service, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-10T09:00:00+08:00', redisUrl: testRedisUrl() });
}, 60_000);
afterAll(() => world?.stop());

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);
const count = (events: readonly { type: string }[], type: string) =>
  events.filter((event) => event.type === type).length;

/** Stories that wait for the same days are begun together, since time moves for all of them. */
describe('what can become of a complaint', () => {
  let silent: Story;
  let answered: Story;
  let supplied: Story;
  let unsupplied: Story;
  let rejected: Story;

  it('G08: what is missing is asked for by name; the office waits, the law does not', async () => {
    [supplied, unsupplied] = [await Story.begin(world), await Story.begin(world)];
    for (const story of [supplied, unsupplied]) {
      await story.act('registrar', 'review-start');
      await story.act('registrar', 'supplement-requests', {
        items: ['evidence', 'contact'],
        note: '请补交发票。',
      });
      expect((await story.read()).phase).toBe('awaiting-supplement');
      expect(await story.clock('DL-SUPPLEMENT.RB-MANUAL')).toMatchObject({
        dueOn: '2026-04-17',
        status: 'running',
      });
      expect(await story.clock('DL-REVIEW.RB-MANUAL')).toMatchObject({
        status: 'paused',
        heldSince: '2026-04-10',
      });
      expect((await story.clock('DL-ACCEPT.RB-2026')).status).toBe('running');
    }
  });

  it('G08: the request is a document of its own, issued by another person', async () => {
    const documentId = await supplied.drafted('D09', 'registrar');
    const own = await supplied.attempt('registrar', `documents/${documentId}/issue`);
    expect(own.status).toBe(403);
    await supplied.act('section-head', `documents/${documentId}/issue`);
    await supplied.act('registrar', `documents/${documentId}/service`, service(await world.now()));
    expect((await supplied.read()).documents[0]).toMatchObject({
      kind: 'D09',
      number: '云旅投补〔2026〕1号',
    });
  });

  it('A17: thin evidence is never rejected before it has been asked for', async () => {
    const story = await (
      await Story.begin(world)
    ).reviewed({ unmetConditions: ['evidence-reasonably-complete'], recommendation: 'reject' });
    const answer = await story.attempt('leader', 'acceptance-decision', {
      outcome: 'reject',
      reasons: ['R5'],
      remedies: ['civil-action'],
    });
    expect([answer.status, answer.body.code, answer.body.rules]).toEqual([
      422,
      'supplement-must-be-asked-first',
      ['G08', 'A17'],
    ]);
    expect((await story.read()).phase).toBe('awaiting-approval');
  });

  it('G51: a ground that the review contradicts is refused; a rejection names grounds and other remedies', async () => {
    const story = await (await Story.begin(world)).reviewed();
    const ask = async (body: object) =>
      (await story.attempt('leader', 'acceptance-decision', { outcome: 'reject', ...body })).body.code;
    expect(await ask({ remedies: ['arbitration'] })).toBe('rejection-needs-reason');
    expect(await ask({ reasons: ['R4'] })).toBe('rejection-needs-remedies');
    expect(await ask({ reasons: ['R4'], remedies: ['arbitration'] })).toBe(
      'rejection-reason-contradicts-review',
    );
  });

  it('G07, A06: a claim out of time is rejected with R4, and the notice is served (G11)', async () => {
    const old = { contract: { endedOn: '2025-12-01' } };
    rejected = await Story.begin(world, old);
    await rejected.reviewed({ limitation: [{ claim: 0, class: 'other', startedOn: '2025-12-01' }] });
    const point = (await rejected.read()).review.limitation[0];
    expect(point).toMatchObject({
      inTime: false,
      lastDay: '2026-03-02',
      startBasis: 'performance-period-end',
    });
    const accepted = await rejected.attempt('leader', 'acceptance-decision', { outcome: 'accept' });
    expect([accepted.status, accepted.body.code]).toEqual([422, 'acceptance-conditions-not-met']);
    await rejected.act('leader', 'acceptance-decision', {
      outcome: 'reject',
      reasons: ['R4'],
      remedies: ['civil-action', 'arbitration'],
    });
    await rejected.act('section-head', 'handlers', { handlers: ['yunhai-officer1'] });
    expect((await rejected.clock('DL-ACCEPT.RB-2026')).status).toBe('running');
    const documentId = await rejected.issued('D06');
    expect((await rejected.read()).documents[0].contents).toMatchObject({
      reasons: ['R4'],
      remedies: ['civil-action', 'arbitration'],
    });
    await rejected.act('officer1', `documents/${documentId}/service`, service(await world.now()));
    expect((await rejected.read()).phase).toBe('rejection-served');
    expect((await rejected.clock('DL-ACCEPT.RB-2026')).status).toBe('met');
    expect((await rejected.clock('DL-REJECT-SERVE.RB-MANUAL')).status).toBe('met');
  });

  it('A07: one claim in time carries the case; the late one is left out and said so', async () => {
    const claims = [{ kind: 'lodging-below-grade' }, { kind: 'overcharge', refundFen: 8000 }];
    const story = await (
      await Story.begin(world, { claims })
    ).decided(
      { outcome: 'accept' },
      {
        limitation: [
          { claim: 0, class: 'other', startedOn: '2026-03-20' },
          { claim: 1, class: 'other', startedOn: '2025-12-01' },
        ],
      },
    );
    expect((await story.read()).decision).toMatchObject({ outcome: 'accept', claimsOutOfTime: [1] });
  });

  it('G09: who registered a complaint does not reject it', async () => {
    const story = await Story.begin(world);
    const own = await world.as('everything');
    const registered = await own.post('/v1/complaints', registration());
    const path = `/v1/complaints/${registered.body.id}`;
    const registrar = await world.as('registrar');
    await registrar.post(`${path}/review-start`, {}, { ifMatch: registered.body.revision });
    const { revision } = (await own.get(path)).body;
    const reviewed = await registrar.post(
      `${path}/preliminary-review`,
      review({ jurisdiction: 'other-department', competent: '市场监管局' }),
      { ifMatch: revision },
    );
    const answer = await own.post(
      `${path}/acceptance-decision`,
      { outcome: 'reject', reasons: ['R3'], remedies: ['other-department'] },
      { ifMatch: reviewed.body.revision },
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'registrar-rejects-own-registration']);
    expect((await story.read()).phase).toBe('registered');
  });

  it('G13, A04: not a tourism matter: sending the letter keeps the law’s limit, service the office’s', async () => {
    const story = await Story.begin(world, { respondent: { name: '云海出租汽车公司', kind: 'taxi' } });
    const elsewhere = {
      jurisdiction: 'other-department',
      competent: '交通运输局',
      recommendation: 'transfer',
    };
    await story.reviewed(elsewhere);
    const wrong = await story.attempt('leader', 'acceptance-decision', { outcome: 'accept' });
    expect(wrong.body.code).toBe('acceptance-conditions-not-met');
    await story.act('leader', 'acceptance-decision', { outcome: 'transfer' });
    await story.act('section-head', 'handlers', { handlers: ['yunhai-officer1'] });
    const early = await story.attempt('officer1', 'transfer-result', { result: '已处理。' });
    expect([early.status, early.body.code]).toEqual([409, 'transfer-not-sent']);
    const letter = await story.issued('D08');
    expect((await story.clock('DL-ACCEPT.RB-2026')).status).toBe('running');
    await story.act('officer1', `documents/${letter}/dispatch`, { method: 'mail' });
    expect((await story.clock('DL-ACCEPT.RB-2026')).status).toBe('met');
    expect((await story.clock('DL-TRANSFER.RB-MANUAL')).status).toBe('running');
    await story.act(
      'officer1',
      `documents/${letter}/service`,
      service(await world.now(), { method: 'mail' }),
    );
    expect((await story.clock('DL-TRANSFER.RB-MANUAL')).status).toBe('met');
    await story.act('officer1', 'transfer-result', { result: '已责令退还多收费用。' });
    expect((await story.read()).phase).toBe('transfer-concluded');
  });

  it('G53: four complainants act through one to three of themselves', async () => {
    const complainants = ['甲', '乙', '丙', '丁'].map((name) => ({ name: `张${name}` }));
    const registrar = await world.as('registrar');
    const before = await world.stored();
    for (const representatives of [undefined, [], [0, 1, 2, 9]]) {
      const answer = await registrar.post(
        '/v1/complaints',
        registration({ complainants, ...(representatives ? { representatives } : {}) }),
      );
      expect([400, 422]).toContain(answer.status);
    }
    const stranger = await registrar.post(
      '/v1/complaints',
      registration({ complainants, representatives: [7] }),
    );
    expect([stranger.status, stranger.body.code]).toEqual([422, 'representatives-not-as-required']);
    expect(await world.stored()).toEqual(before);
    const joint = await Story.begin(world, { complainants, representatives: [0, 2] });
    const seen = await joint.read();
    expect(seen.complainants.map((one: { representative: boolean }) => one.representative)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    await joint.notified();
    expect((await joint.read()).phase).toBe('awaiting-reply');
  });

  it('G17: two respondents are served on the same day', async () => {
    await world.moveTo('2026-04-13T09:00:00+08:00');
    silent = await (await Story.begin(world)).notified();
    answered = await (await Story.begin(world)).notified();
    expect(await silent.clock('DL-REPLY.RB-2026')).toMatchObject({ dueOn: '2026-04-20' });
    expect(await silent.clock('DL-REPLY.RB-MANUAL')).toMatchObject({ dueOn: '2026-04-23' });
  });

  it('G08: what was supplied in time takes the review up again, its due date moved by the pause', async () => {
    await supplied.act('registrar', 'supplements', { items: ['evidence'], note: '发票。' });
    expect((await supplied.read()).phase).toBe('under-review');
    expect((await supplied.clock('DL-SUPPLEMENT.RB-MANUAL')).status).toBe('met');
    expect(await supplied.clock('DL-REVIEW.RB-MANUAL')).toMatchObject({
      status: 'running',
      dueOn: '2026-04-14',
    });
  });

  it('G08, A17: what was not supplied lets the review go on without it, up to a rejection with R5', async () => {
    await world.moveTo('2026-04-18T08:00:00+08:00');
    const seen = await unsupplied.read();
    expect([seen.phase, seen.supplements[0].overdue]).toEqual(['under-review', true]);
    expect((await unsupplied.clock('DL-SUPPLEMENT.RB-MANUAL')).status).toBe('missed');
    const events = await unsupplied.history();
    expect(count(events, 'SupplementOverdue')).toBe(1);
    await unsupplied.reviewed({
      unmetConditions: ['evidence-reasonably-complete'],
      recommendation: 'reject',
    });
    await unsupplied.act('leader', 'acceptance-decision', {
      outcome: 'reject',
      reasons: ['R5'],
      remedies: ['complain-again-with-new-facts'],
    });
    expect((await unsupplied.read()).phase).toBe('rejected');
  });

  it('the law’s limit missed by the wait is said on the case, once, with its consequence', async () => {
    const events = await unsupplied.history();
    const missed = events.filter(
      ({ type, data }: { type: string; data: { clock: string } }) =>
        type === 'ClockMissed' && data.clock.startsWith('DL-ACCEPT'),
    );
    expect(missed.map(({ data }: { data: object }) => data)).toMatchObject([
      { dueOn: '2026-04-14', consequence: 'statutory-breach' },
    ]);
    expect(count(events, 'Escalated')).toBeGreaterThan(0);
  });

  it('G19: silence: an unverified shorter term only warns; the longer one notes it, and the case goes on', async () => {
    await world.moveTo('2026-04-21T10:00:00+08:00');
    expect((await silent.clock('DL-REPLY.RB-2026')).status).toBe('missed');
    expect((await silent.read()).phase).toBe('awaiting-reply');
    await answered.act('officer1', 'reply', reply());
    await world.moveTo('2026-04-24T08:00:00+08:00');
    const seen = await silent.read();
    expect([seen.phase, seen.replyOverdueAt]).toEqual(['under-investigation', '2026-04-23T16:00:00.000Z']);
    expect(count(await silent.history(), 'RespondentReplyOverdue')).toBe(1);
    expect(typesOf(await answered.history())).not.toContain('RespondentReplyOverdue');
    const reminders = (await silent.history()).filter(
      ({ type, data }: { type: string; data: { clock: string } }) =>
        type === 'ClockReminded' && data.clock === 'DL-REPLY.RB-MANUAL.1',
    );
    expect(reminders.map(({ data }: { data: { rung: string } }) => data.rung)).toEqual(['yellow']);
  });

  it('G19, B09: a late answer is kept as late and takes nothing back', async () => {
    await silent.act('officer1', 'reply', reply());
    expect(await silent.read()).toMatchObject({ phase: 'under-investigation', reply: { late: true } });
    expect((await silent.clock('DL-REPLY.RB-MANUAL')).status).toBe('met-late');
    expect((await answered.read()).reply.late).toBe(false);
  });

  it('G12, A15: a referral runs 30 days from the lower office’s receipt, is missed, and then reported', async () => {
    const story = await Story.begin(world);
    await story.decided(
      { outcome: 'refer-down' },
      { jurisdiction: 'lower-level', competent: '石桥县文化和旅游局', recommendation: 'refer-down' },
    );
    expect((await story.clock('DL-ACCEPT.RB-2026')).status).toBe('met');
    const early = await story.attempt('officer1', 'referral-report', { result: '已办结。' });
    expect([early.status, early.body.code]).toEqual([409, 'referral-not-served']);
    await story.served('D07', { recipient: '县局收发室', relation: 'receiving-staff' });
    expect(await story.clock('DL-REFER-RESULT.RB-MANUAL')).toMatchObject({ dueOn: '2026-05-25' });
    await world.moveTo('2026-05-27T09:00:00+08:00');
    expect((await story.clock('DL-REFER-RESULT.RB-MANUAL')).status).toBe('missed');
    expect((await story.read()).phase).toBe('referred-down');
    await story.act('officer1', 'referral-report', {
      result: '双方已和解。',
      reportedAt: '2026-05-26T09:00:00+08:00',
    });
    expect((await story.read()).phase).toBe('referral-concluded');
    expect((await story.clock('DL-REFER-RESULT.RB-MANUAL')).status).toBe('met-late');
  });

  it('each timer fired once and none fired early', async () => {
    const administrator = await world.as('administrator');
    const { timers, parked } = (await administrator.get('/v1/system/timers')).body;
    expect([timers.overdue, timers.failing, timers.parked, parked]).toEqual([0, 0, 0, []]);
    for (const story of [silent, answered, supplied, unsupplied, rejected]) {
      const history = await story.history();
      // Whichever ring found it, and however late: it has happened when the term ended.
      for (const { type, happenedAt, data } of history) {
        if (type === 'ClockMissed') expect(happenedAt).toBe(data.at);
      }
      const rings = history
        .filter(({ type }: { type: string }) => type === 'ClockReminded' || type === 'ClockMissed')
        .map(({ type, data }) => `${type} ${data.clock} ${data.rung ?? ''} ${data.revision}`);
      expect(new Set(rings).size).toBe(rings.length);
    }
  });

  it('rebuilt = live for every read model', async () => {
    await answered.act('registrar', 'links', { kind: 'same-matter', to: silent.id, reason: '同一团。' });
    const administrator = await world.as('administrator');
    for (const name of ['register', 'work_list', 'deadline_list', 'firings', 'links', 'timers']) {
      await world.settle();
      const live = await world.rowsOf(name);
      expect(live.rows.length).toBeGreaterThan(0);
      const answer = await administrator.post(`/v1/system/projections/${name}/rebuilds`);
      expect([answer.status, name]).toEqual([200, name]);
      expect(await world.tableOf(name)).not.toBe(live.table);
      expect((await world.rowsOf(name)).rows).toEqual(live.rows);
    }
    await world.settle();
  });
});
