import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callRecord, closingForm, idOf, Story, World, type Answer, type Post } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

type Item = { complaintId: string; callbackId: string } & Record<string, unknown>;
const codeOf = ({ status, body }: Answer) => [status, body.code];
const typesOf = ({ body }: Answer) => body.events as string[];

/** The calls of a case on the callback work list, as that person sees it. */
async function listed(story: Story, by: Post, query = ''): Promise<Item[]> {
  await world.settle();
  const { status, body } = await (await world.as(by)).get(`/v1/callbacks?limit=200${query}`);
  expect(status).toBe(200);
  return (body.items as Item[]).filter(({ complaintId }) => complaintId === story.id);
}

async function withdrawnAndClosed(): Promise<Story> {
  const story = await (await (await Story.begin(world)).notified()).withdrawn();
  await story.act('officer1', 'closing-request', closingForm());
  await story.act('leader', 'closing-approval');
  return story;
}

describe('a call that was promised', () => {
  it('H05, H01, H07: is reminded, tried, escalated when it lapses, and made by another in the end', async () => {
    const story = await Story.begin(world);
    await world.moveTo('2026-04-13T10:00:00+08:00');
    const promised = await story.act('registrar', 'callback-promises', {
      kind: 'progress',
      dueAt: '2026-04-15T15:30:00+08:00',
      matter: '告知是否受理。',
    });
    expect([promised.status, typesOf(promised)]).toEqual([201, ['ClockStarted', 'CallbackPromised']]);
    const { callbackId } = await story.callback('progress');
    expect(await listed(story, 'registrar')).toMatchObject([
      {
        callbackId,
        kind: 'progress',
        origin: 'promised',
        assignee: idOf('registrar'),
        toDo: 'call',
        status: 'running',
        dueAt: '2026-04-15T07:30:00.000Z',
        reminded: [],
        attempts: 0,
        lastAttempt: null,
      },
    ]);

    await world.moveTo('2026-04-14T15:31:00+08:00');
    expect(await listed(story, 'registrar')).toMatchObject([{ reminded: ['yellow'], status: 'running' }]);

    await story.act('registrar', `callbacks/${callbackId}/attempts`, { outcome: 'no-answer' });
    expect(await listed(story, 'section-head')).toMatchObject([
      { attempts: 1, lastAttempt: { outcome: 'no-answer' } },
    ]);

    await world.moveTo('2026-04-15T14:31:00+08:00');
    expect(await listed(story, 'registrar')).toMatchObject([{ reminded: ['yellow', 'red'] }]);
    await world.moveTo('2026-04-15T15:31:00+08:00');
    expect(await listed(story, 'section-head')).toMatchObject([
      { status: 'missed', reminded: ['yellow', 'red', 'due'] },
    ]);
    const escalated = (await story.history()).filter(({ type }) => type === 'Escalated');
    expect(escalated.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ clock: 'DL-CALLBACK.promise.1', to: ['section-head'] }),
    );

    const before = await story.attempt('registrar2', `callbacks/${callbackId}/completion`, callRecord());
    expect(codeOf(before)).toEqual([403, 'callback-of-another']);
    await story.act('section-head', `callbacks/${callbackId}/assignment`, { assignee: idOf('registrar2') });
    await story.act('registrar2', `callbacks/${callbackId}/completion`, callRecord());
    expect(await listed(story, 'section-head')).toEqual([]);
    expect((await story.clock('DL-CALLBACK.promise')).status).toBe('met-late');
    expect(await story.callback('progress')).toMatchObject({
      matter: '告知是否受理。',
      attempts: [{ outcome: 'no-answer' }],
      completed: { by: idOf('registrar2'), record: '已告知办理结果，投诉人表示满意。' },
    });
  });

  it('H05: promises no outcome before the facts are known, nor a moment that has passed', async () => {
    const story = await Story.begin(world);
    const promise = (kind: string, dueAt: string) =>
      story.attempt('registrar', 'callback-promises', { kind, dueAt, matter: '告知结果。' });
    expect(codeOf(await promise('result', '2026-05-01T12:00:00+08:00'))).toEqual([
      409,
      'result-promised-before-facts',
    ]);
    expect(codeOf(await promise('progress', '2026-04-01T12:00:00+08:00'))).toEqual([
      422,
      'callback-due-impossible',
    ]);
  });

  it('H23: who cannot finish tells the state and the next deadline before the present one lapses', async () => {
    const story = await Story.begin(world, {}, { by: 'hotline' });
    const now = await world.now();
    const hours = (count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString();
    await story.act('hotline', 'callback-promises', {
      kind: 'agreed',
      dueAt: hours(4),
      matter: '约定回电。',
    });
    const { callbackId } = await story.callback('agreed');
    const told = { told: '正在核对合同。', dueAt: hours(48) };
    const done = await story.act('hotline', `callbacks/${callbackId}/next-deadline`, told);
    expect(typesOf(done)).toEqual(['ClockMet', 'ClockStarted', 'NextDeadlineAnnounced']);
    expect(await listed(story, 'hotline')).toMatchObject([
      { clock: 'DL-CALLBACK.promise.2', dueAt: hours(48), status: 'running' },
    ]);
    await world.moveTo(hours(5));
    const { clocks } = await story.read('/clocks');
    const statuses = (clocks as { code: string; status: string }[])
      .filter(({ code }) => code === 'DL-CALLBACK')
      .map(({ status }) => status);
    expect(statuses).toEqual(['met', 'running']);
    expect((await story.callback('agreed')).announcements).toMatchObject([{ told: '正在核对合同。' }]);
  });
});

describe('the follow-up after the closing', () => {
  it('H10, H15, H16: is owed in three days, made by another than the handler; dissatisfaction brings the case before the leader', async () => {
    const story = await withdrawnAndClosed();
    const { callbackId } = await story.callback('follow-up');
    expect(await listed(story, 'leader', '&kind=follow-up')).toMatchObject([
      { assignee: null, clock: 'DL-FOLLOWUP.RB-MANUAL.1', toDo: 'call' },
    ]);
    const path = `callbacks/${callbackId}/completion`;
    expect(codeOf(await story.attempt('officer1', path, callRecord()))).toEqual([
      403,
      'follow-up-by-handler',
    ]);
    const short = await story.attempt('registrar', path, { record: '已回访。' });
    expect([...codeOf(short), short.body.facts.missing]).toEqual([
      422,
      'callback-record-incomplete',
      ['satisfaction', 'acceptable', 'anythingElse'],
    ]);
    const done = await story.act(
      'registrar',
      path,
      callRecord({ satisfaction: 'dissatisfied', acceptable: false, anythingElse: '要求重新办理。' }),
    );
    expect(typesOf(done)).toEqual(['ClockMet', 'CallbackCompleted', 'ReopeningOffered']);
    expect(await listed(story, 'leader')).toMatchObject([{ callbackId, toDo: 'decision-on-reopening' }]);
    await story.act('leader', 'reopening', {
      cause: 'dissatisfaction',
      reason: '投诉人对结果不满意。',
      department: '投诉处理科',
      person: idOf('officer1'),
    });
    expect((await story.read()).phase).toBe('under-investigation');
    expect(await listed(story, 'leader')).toEqual([]);
  });

  it('H16: the leader may decline with the reason; then nothing is left to do', async () => {
    const story = await withdrawnAndClosed();
    const callbackId = await story.followedUp({ satisfaction: 'dissatisfied' });
    const path = `callbacks/${callbackId}/reopening-refusal`;
    await story.act('leader', path, { reason: '没有新的事实。' });
    expect(await listed(story, 'leader')).toEqual([]);
    const again = await story.attempt('leader2', path, { reason: '同上。' });
    expect(codeOf(again)).toEqual([409, 'reopening-not-offered']);
    await story.act('officer1', 'archiving');
    const kinds = (await story.read('/volume')).items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(-2)).toEqual(['call-record', 'reopening-refusal']);
  });

  it('H01, H02: an officer with a call of somebody else’s case finds it and reads the case until it is made', async () => {
    const story = await withdrawnAndClosed();
    const { callbackId } = await story.callback('follow-up');
    expect((await story.get('', 'officer2')).status).toBe(403);
    expect(await listed(story, 'officer2')).toEqual([]);
    await story.act('section-head', `callbacks/${callbackId}/assignment`, { assignee: idOf('officer2') });
    expect((await story.get('', 'officer2')).status).toBe(200);
    expect(await listed(story, 'officer2')).toMatchObject([{ callbackId, assignee: idOf('officer2') }]);
    expect(await listed(story, 'leader', `&assignee=${idOf('officer2')}`)).toHaveLength(1);
    expect(await listed(story, 'hotline')).toEqual([]);
    await story.act('officer2', `callbacks/${callbackId}/completion`, callRecord());
    expect((await story.get('', 'officer2')).status).toBe(403);
  });

  it('H10: missed, it is escalated and still owed', async () => {
    const story = await withdrawnAndClosed();
    const { dueAt } = await story.clock('DL-FOLLOWUP');
    await world.moveTo(dueAt as string);
    expect(await listed(story, 'leader')).toMatchObject([{ status: 'missed', toDo: 'call' }]);
    await story.followedUp();
    expect((await story.clock('DL-FOLLOWUP')).status).toBe('met-late');
  });
});

describe('the result', () => {
  it('H07, H15: is told by a call that comes by itself, is tried, escalated when it lapses, and made in the end', async () => {
    await world.moveTo('2026-04-20T09:00:00+08:00');
    const story = await Story.begin(world);
    await story.act('leader', 'rulebook-migration', {
      ...{ internal: 'RB-MANUAL', statutory: 'RB-2026', overlay: 'OV-HOTLINE' },
      reason: '按热线规定回访。',
    });
    await story.reviewed();
    const decided = await story.act('leader', 'acceptance-decision', {
      ...{ outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] },
    });
    expect(typesOf(decided).slice(-2)).toEqual(['ClockStarted', 'CallbackRequired']);
    const { callbackId } = await story.callback('result');
    expect(await listed(story, 'registrar')).toMatchObject([
      {
        ...{ callbackId, kind: 'result', origin: 'required', assignee: idOf('registrar') },
        ...{ clock: 'DL-RESULT-CALL.OV-HOTLINE.1', dueOn: '2026-04-21', toDo: 'call' },
      },
    ]);
    expect(await story.clock('DL-RESULT-CALL')).toMatchObject({
      verification: 'design',
      dueOn: '2026-04-21',
    });
    await story.act('registrar', `callbacks/${callbackId}/attempts`, { outcome: 'busy' });
    const away = await story.attempt('registrar', `callbacks/${callbackId}/next-deadline`, {
      told: '改日再告知。',
      dueAt: '2026-04-24T09:00:00+08:00',
    });
    expect(codeOf(away)).toEqual([409, 'follow-up-term-stands']);
    await world.moveTo('2026-04-21T09:30:00+08:00');
    expect(await listed(story, 'registrar')).toMatchObject([{ reminded: ['red'], status: 'running' }]);
    await world.moveTo('2026-04-22T00:01:00+08:00');
    expect(await listed(story, 'section-head')).toMatchObject([
      { status: 'missed', reminded: ['red', 'due'], attempts: 1 },
    ]);
    const short = await story.attempt('registrar', `callbacks/${callbackId}/completion`, {
      record: '已告知。',
    });
    expect(codeOf(short)).toEqual([422, 'callback-record-incomplete']);
    await story.act('registrar', `callbacks/${callbackId}/completion`, callRecord());
    expect(await listed(story, 'section-head')).toEqual([]);
    expect((await story.clock('DL-RESULT-CALL')).status).toBe('met-late');
  });
});

describe('the callback work list', () => {
  it('shows the most urgent first, page by page', async () => {
    const leader = await world.as('leader');
    const story = await Story.begin(world);
    const base = Date.parse(await world.now());
    for (const days of [9, 3, 6]) {
      await story.act('section-head', 'callbacks', {
        kind: 'progress',
        dueAt: new Date(base + days * 86_400_000).toISOString(),
        matter: '告知进展。',
      });
    }
    await world.settle();
    const seen: Item[] = [];
    for (let next: string | undefined = '/v1/callbacks?limit=2'; next !== undefined;) {
      const page: Answer = await leader.get(next);
      seen.push(...page.body.items);
      next = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    const due = seen.map(({ dueAt }) => String(dueAt));
    expect(due).toEqual(due.toSorted());
    expect(new Set(seen.map(({ callbackId }) => callbackId)).size).toBe(seen.length);
    expect(seen.filter(({ complaintId }) => complaintId === story.id)).toHaveLength(3);
  });

  it('G62: holds no call of a case from which the person stands aside', async () => {
    const story = await Story.begin(world);
    await story.act('leader', 'callbacks', {
      kind: 'progress',
      dueAt: new Date(Date.parse(await world.now()) + 86_400_000).toISOString(),
      matter: '告知进展。',
    });
    expect(await listed(story, 'section-head')).toHaveLength(1);
    await story.act('registrar', 'recusal-requests', {
      person: idOf('section-head'),
      ground: 'party-or-near-relative',
      reason: '系投诉人近亲属。',
      applicant: 'the-office',
    });
    const { recusals } = await story.read();
    await story.act('leader', `recusal-requests/${recusals[0].recusalId}/decision`, {
      granted: true,
      reason: '同意回避。',
    });
    expect(await listed(story, 'section-head')).toEqual([]);
    expect(await listed(story, 'leader')).toHaveLength(1);
  });

  it('what was said on the phone stands nowhere in clear', async () => {
    const { rows } = await world.pool.query<{ count: number }>(
      `select count(*)::int as count from es.events where body ~ '要求重新办理|告知是否受理|正在核对合同'`,
    );
    expect(rows[0]?.count).toBe(0);
  });
});

describe('a term that will not be kept', () => {
  it('H23: is announced with the next date, which is owed as a call; one that lapses unannounced is a breach by name', async () => {
    await world.moveTo('2026-04-27T09:00:00+08:00');
    const [told, untold] = [await Story.begin(world), await Story.begin(world)];
    const announced = await told.act('registrar', 'delay-announcements', {
      clock: 'DL-ACCEPT.RB-2026.1',
      told: '正在核实合同，未能如期决定。',
      dueAt: '2026-05-06T15:00:00+08:00',
    });
    expect([announced.status, typesOf(announced)]).toEqual([
      201,
      ['ClockStarted', 'CallbackPromised', 'ClockDelayAnnounced'],
    ]);
    expect(await told.clock('DL-ACCEPT.RB-2026')).toMatchObject({
      announcement: 'announced',
      delays: [{ by: idOf('registrar'), nextDueAt: '2026-05-06T07:00:00.000Z' }],
    });
    expect(await told.callback('progress')).toMatchObject({ matter: '正在核实合同，未能如期决定。' });
    expect((await untold.clock('DL-ACCEPT.RB-2026')).announcement).toBe('to-be-announced-if-late');
    await world.moveTo('2026-04-30T09:00:00+08:00');
    expect(await told.clock('DL-ACCEPT.RB-2026')).toMatchObject({
      status: 'missed',
      announcement: 'announced',
    });
    expect((await untold.clock('DL-ACCEPT.RB-2026')).announcement).toBe('not-announced');
    await world.settle();
    const { items } = (await (await world.as('leader')).get('/v1/escalations?limit=200')).body;
    const of = ({ id }: Story) =>
      (items as { complaintId: string; clock: string; unannounced: boolean }[])
        .filter(({ complaintId, clock }) => complaintId === id && clock === 'DL-ACCEPT.RB-2026.1')
        .map(({ unannounced }) => unannounced);
    expect([of(told), of(untold)]).toEqual([[false], [true]]);
    const none = await told.attempt('registrar', 'delay-announcements', {
      clock: 'DL-REVIEW.RB-MANUAL.1',
      told: '未能如期。',
      dueAt: '2026-05-20T15:00:00+08:00',
    });
    expect(codeOf(none)).toEqual([422, 'delay-of-another-term']);
  });
});
