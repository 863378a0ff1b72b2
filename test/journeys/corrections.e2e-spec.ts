import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, reply, Story, World } from '../support/index.js';

// Received on Monday 2026-11-09; the notice was served on the 11th, and somebody wrote the 10th.
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-09T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const SERVED_ON = '2026-11-11T10:00:00.000+08:00';
const THE_TENTH = expect.stringMatching(/^2026-11-10T02:00/);
const IN_TIME = { limitation: [{ claim: 0, class: 'other', startedOn: '2026-10-20' }] };

describe('what was recorded wrongly (更正, H17)', () => {
  let story: Story;

  const revisionOf = async (type: string) =>
    (await story.history()).findLast((event: { type: string }) => event.type === type).revision as number;
  const correct = (revision: number, changes: object, by = 'section-head') =>
    story.attempt(by as 'section-head', 'corrections', { revision, changes, reason: '回证日期看错。' });

  it('H17: who recorded it and who handles the case cannot; the section head puts it right, with the reason', async () => {
    story = await Story.begin(world);
    await story.decided({ outcome: 'accept', file: true }, IN_TIME);
    await world.moveTo('2026-11-10T10:00:00+08:00');
    await story.served('D04');
    await story.served('D05');
    await world.moveTo('2026-11-12T09:00:00+08:00');
    const revision = await revisionOf('DocumentServed');
    expect((await correct(revision, { servedAt: SERVED_ON }, 'officer1')).status).toBe(403);
    await story.act('section-head', 'handlers', { handlers: [idOf('officer1'), idOf('section-head')] });
    const own = await correct(revision, { servedAt: SERVED_ON });
    expect([own.status, own.body.code]).toEqual([403, 'correction-of-own-record']);
    await story.act('section-head', 'handlers', { handlers: [idOf('officer1')] });
    const before = await story.clock('DL-REPLY.RB-2026');
    const done = await correct(revision, { servedAt: SERVED_ON });
    expect([done.status, done.body.events[0]]).toEqual([201, 'RecordCorrected']);
    const after = await story.clock('DL-REPLY.RB-2026');
    expect([before.dueOn, after.dueOn]).toEqual(['2026-11-17', '2026-11-18']);
    expect(after.moves).toMatchObject([{ because: 'correction' }]);
  });

  it('the case shows the right fact and what it was; the history, and the case as it was, what was believed', async () => {
    const state = await story.read();
    expect(state.corrections).toMatchObject([
      {
        record: 'DocumentServed',
        was: { servedAt: THE_TENTH },
        is: { servedAt: '2026-11-11T02:00:00.000Z' },
        reason: '回证日期看错。',
        by: idOf('section-head'),
      },
    ]);
    const servedAt = (body: { documents: { kind: string; service?: { servedAt: string } }[] }) =>
      body.documents.find(({ kind }) => kind === 'D05')?.service?.servedAt;
    expect(servedAt(state)).toBe('2026-11-11T02:00:00.000Z');
    const corrected = await revisionOf('RecordCorrected');
    expect(servedAt(await story.read(`?asOf=${String(corrected - 1)}`))).toEqual(THE_TENTH);
    const recorded = (await story.history()).findLast(
      (event: { type: string }) => event.type === 'DocumentServed',
    );
    expect(recorded.data.service.servedAt).toEqual(THE_TENTH);
  });

  it('the lists follow: the register shows the right day of receipt, and so does the list of terms', async () => {
    const revision = await revisionOf('ComplaintRegistered');
    const done = await correct(revision, { receivedAt: '2026-11-06T16:00:00+08:00', channel: 'phone' });
    expect(done.status).toBe(201);
    await world.settle();
    const leader = await world.as('leader');
    const { items } = (await leader.get('/v1/complaints')).body;
    expect(items.find(({ id }: { id: string }) => id === story.id)).toMatchObject({
      receivedAt: '2026-11-06T08:00:00.000Z',
      channel: 'phone',
    });
    const deadlines = (await leader.get('/v1/deadlines?code=DL-ACCEPT')).body.items;
    expect(deadlines.find((one: { complaintId: string }) => one.complaintId === story.id)).toMatchObject({
      startedAt: '2026-11-06T08:00:00.000Z',
      dueOn: '2026-11-10',
      status: 'met',
    });
  });

  it('G17, G19: an answer that was thought to be late, and the miss with it, is put right', async () => {
    await world.moveTo('2026-11-25T09:00:00+08:00');
    await world.settle();
    expect((await story.clock('DL-REPLY.RB-MANUAL')).status).toBe('missed');
    await story.act('officer1', 'reply', reply({ receivedAt: '2026-11-24T10:00:00+08:00' }));
    expect((await story.read()).reply).toMatchObject({ late: true });
    const done = await correct(await revisionOf('RespondentReplied'), {
      receivedAt: '2026-11-18T10:00:00+08:00',
    });
    expect(done.status).toBe(201);
    expect((await story.read()).reply).toMatchObject({ late: false, receivedAt: '2026-11-18T02:00:00.000Z' });
    expect(await story.clock('DL-REPLY.RB-MANUAL')).toMatchObject({ status: 'met' });
    const types = (await story.history()).map(({ type }: { type: string }) => type);
    expect(types).toContain('ClockMissed');
    expect(types.filter((type: string) => type === 'ClockReassessed').length).toBeGreaterThan(0);
  });

  it('says what cannot be corrected', async () => {
    const decision = await correct(await revisionOf('AcceptanceDecided'), {
      receivedAt: '2026-11-09T10:00:00+08:00',
    });
    expect([decision.status, decision.body.code]).toEqual([422, 'record-not-correctable']);
    const field = await correct(await revisionOf('RespondentReplied'), { channel: 'phone' });
    expect([field.status, field.body.code, field.body.facts.correctable]).toEqual([
      422,
      'fields-not-correctable',
      ['receivedAt'],
    ]);
    const nothing = await correct(await revisionOf('RespondentReplied'), {});
    expect([nothing.status, nothing.body.code]).toEqual([422, 'fields-not-correctable']);
    const early = await correct(await revisionOf('ComplaintRegistered'), {
      receivedAt: '1999-01-01T10:00:00+08:00',
    });
    expect([early.status, early.body.code]).toEqual([422, 'happened-too-early']);
    const figures = await correct(await revisionOf('ComplaintRegistered'), {
      claims: [{ kind: 'lodging-below-grade', contractedFen: 68000, actualFen: 40000, units: 2 }],
    });
    expect(figures.status).toBe(201);
    expect((await story.read()).claims).toEqual([
      { kind: 'lodging-below-grade', contractedFen: 68000, actualFen: 40000, units: 2 },
    ]);
  });
});
