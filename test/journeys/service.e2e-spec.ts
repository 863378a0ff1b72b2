import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reply, service, Story, World } from '../support/index.js';

// The first days of the new Measures; decided on Wednesday 2026-04-08.
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-03T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

/** A respondent whom nobody finds: from the first attempt to the publication, and to the end of its days. */
describe('service in all its forms', () => {
  let story: Story;
  let notice: string;
  const documentOf = async (documentId: string) =>
    (await story.read()).documents.find((one: { documentId: string }) => one.documentId === documentId);

  it('D22: a failed attempt is kept with outcome and time, witnesses masked; it meets no clock', async () => {
    story = await Story.begin(world);
    await world.moveTo('2026-04-08T10:00:00+08:00');
    await story.filed();
    await story.served('D04');
    notice = await story.issued('D05');
    await world.moveTo('2026-04-08T11:00:00+08:00');
    const done = await story.act('officer1', `documents/${notice}/service-attempts`, {
      method: 'direct',
      attemptedAt: '2026-04-08T10:30:00+08:00',
      outcome: 'refused',
      reason: '前台拒绝签收。',
      witnesses: ['李建国'],
    });
    expect(done.body.events).toEqual(['ServiceAttempted']);
    expect((await documentOf(notice)).attempts).toMatchObject([
      { method: 'direct', outcome: 'refused', reason: '前台拒绝签收。', witnesses: ['李**'] },
    ]);
    expect((await story.clock('DL-NOTICE-R.RB-MANUAL')).status).toBe('running');
  });

  it('公告 is the last resort: refused until two ways of service have failed to find the respondent', async () => {
    const publication = { medium: 'newspaper', reference: '云海日报 2026-04-16 第 8 版' };
    const early = await story.attempt('officer1', `documents/${notice}/publication`, publication);
    expect([early.status, early.body.code, early.body.facts]).toEqual([
      409,
      'publication-needs-failed-attempts',
      { failed: [], needed: 2 },
    ]);
    const tried = (method: string, outcome: string) => ({
      method,
      outcome,
      attemptedAt: '2026-04-14T09:00:00+08:00',
    });
    await story.act('officer1', `documents/${notice}/dispatch`, { method: 'mail' });
    await world.moveTo('2026-04-16T09:00:00+08:00');
    await story.act('officer1', `documents/${notice}/service-attempts`, tried('mail', 'returned'));
    await story.act(
      'officer1',
      `documents/${notice}/service-attempts`,
      tried('direct', 'unknown-at-address'),
    );
    const done = await story.act('officer1', `documents/${notice}/publication`, publication);
    expect(done.body.events).toEqual(['DocumentPublished', 'ClockStarted']);
    // 30 days from Thursday 04-16 end on Saturday 05-16: Monday 05-18.
    expect(await story.clock('DL-PUBLICATION.RB-2026')).toMatchObject({
      status: 'running',
      dueOn: '2026-05-18',
      article: '民事诉讼法第九十五条（参照；办法未规定送达）',
    });
  });

  it('民诉法 95: when the days are over the notice counts as served, by itself; the reply is awaited', async () => {
    await world.moveTo('2026-05-18T23:59:00+08:00');
    expect((await documentOf(notice)).service).toBeUndefined();
    await world.moveTo('2026-05-19T00:01:00+08:00');
    expect((await documentOf(notice)).service).toMatchObject({
      method: 'publication',
      servedAt: '2026-05-18T15:59:59.999Z',
      receipt: '云海日报 2026-04-16 第 8 版',
    });
    expect((await story.read()).phase).toBe('awaiting-reply');
    // Ten days from 05-18: 05-28.
    expect(await story.clock('DL-REPLY.RB-MANUAL')).toMatchObject({ dueOn: '2026-05-28' });
    expect((await story.clock('DL-PUBLICATION.RB-2026')).status).toBe('met');
    expect((await story.clock('DL-NOTICE-R.RB-MANUAL')).status).toBe('met-late');
    const again = await story.attempt('officer1', `documents/${notice}/service`, service(await world.now()));
    expect([again.status, again.body.code]).toEqual([409, 'document-already-served']);
  });

  it('D22: the receipt comes into the file; the case goes on', async () => {
    await story.act('officer1', `documents/${notice}/receipt`, { filedAt: '2026-05-19T00:01:00+08:00' });
    expect((await documentOf(notice)).receiptFiledAt).toBe('2026-05-18T16:01:00.000Z');
    await story.act('officer1', 'reply', reply());
    expect((await story.read()).phase).toBe('under-investigation');
  });
});
