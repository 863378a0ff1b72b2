import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registration, Story, World } from '../support/index.js';

// The jade pendant of the sample complaints (C08): received by phone on Monday 2026-11-09.
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-09T11:08:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const AGREEMENTS = { complainant: '同意书 1 号', respondent: '同意书 2 号' };

const FILED = { outcome: 'accept', file: true };
const IN_TIME = { limitation: [{ claim: 0, class: 'other', startedOn: '2026-10-20' }] };

describe('a test that both parties agreed to (C08)', () => {
  let story: Story;

  it('G55: needs the agreement of both, and names the body that tests', async () => {
    story = await Story.begin(world, {
      channel: 'phone',
      respondent: { name: '云海翠缘珠宝有限公司', kind: 'shop', place: '云海市古城区' },
      facts: '随团进店购买翡翠挂件，鉴定为处理翡翠，店方只愿换货。',
      claims: [{ kind: 'fake-goods', goodsFen: 1_260_000 }],
    });
    await story.decided(FILED, IN_TIME);
    expect(await story.clock('DL-DISPOSE.RB-2026')).toMatchObject({
      dueOn: '2027-01-08',
      provisional: true,
      verification: 'design',
    });
    const asked = {
      body: '云海市珠宝玉石质量检验站',
      matter: '翡翠挂件是否经过处理',
      agreements: AGREEMENTS,
    };
    const alone = await story.attempt('officer1', 'appraisals', {
      ...asked,
      agreements: { complainant: '同意书 1 号' },
    });
    expect([alone.status, alone.body.code, alone.body.facts.missing]).toEqual([
      422,
      'pause-needs-both-parties',
      ['respondent'],
    ]);
    await world.moveTo('2026-11-18T09:00:00+08:00');
    const done = await story.act('officer1', 'appraisals', {
      ...asked,
      startedAt: '2026-11-16T09:00:00+08:00',
    });
    expect(done.body.events).toEqual(['CasePaused', 'ClockPaused']);
    expect((await story.read()).pauses).toMatchObject([
      {
        reason: 'expert-appraisal',
        body: '云海市珠宝玉石质量检验站',
        matter: '翡翠挂件是否经过处理',
        agreements: AGREEMENTS,
      },
    ]);
  });

  it('G55: the time of the test does not count for the law; the clock that does not know it runs on', async () => {
    expect(await story.clock('DL-DISPOSE.RB-2026')).toMatchObject({
      status: 'paused',
      heldSince: '2026-11-16',
    });
    expect((await story.clock('DL-MEDIATE.RB-MANUAL')).status).toBe('running');
    await world.moveTo('2026-11-30T09:00:00+08:00');
    await story.act('officer1', 'appraisal-end', { report: '处理翡翠（B 货）。' });
    const clock = await story.clock('DL-DISPOSE.RB-2026');
    // Fourteen days were paused: 01-08 becomes 01-22, a Friday.
    expect(clock).toMatchObject({ status: 'running', dueOn: '2027-01-22', verification: 'unverified' });
    expect(clock.explanation.dueOn).toBe('2027-01-22');
    expect(clock.explanation.days.filter(({ why }: { why: string }) => why === 'paused')).toHaveLength(14);
    expect(clock.explanation.words.zh.join('')).toContain(
      '中止（鉴定、检测）：自2026-11-16起，至2026-11-30恢复',
    );
    // That the law knows such a pause is known second-hand: the date that rests on it says so.
    expect(clock.explanation.words.zh[0]).toContain('未经核实');
  });

  it('A09: both parties ask for time: mediation waits until the day they named, and then goes on by itself', async () => {
    const beyond = await story.attempt('officer1', 'parties-pauses', {
      agreements: AGREEMENTS,
      until: '2027-01-23',
    });
    expect([beyond.status, beyond.body.code]).toEqual([422, 'pause-beyond-statutory-time']);
    await story.act('officer1', 'parties-pauses', { agreements: AGREEMENTS, until: '2026-12-04' });
    expect(await story.clock('DL-MEDIATE.RB-MANUAL')).toMatchObject({
      status: 'paused',
      pauses: [{ reason: 'parties-request', from: '2026-11-30', endsOn: '2026-12-04', endedBy: 'agreement' }],
    });
    expect((await story.clock('DL-DISPOSE.RB-2026')).status).toBe('running');
    await world.moveTo('2026-12-04T08:00:00+08:00');
    // Thirty days from 11-09 were 12-09; four were paused: 12-13, a Sunday, so Monday 12-14.
    expect(await story.clock('DL-MEDIATE.RB-MANUAL')).toMatchObject({
      status: 'running',
      dueOn: '2026-12-14',
    });
    const history = await story.history();
    expect(history.findLast(({ type }) => type === 'ClockResumed')).toMatchObject({
      happenedAt: '2026-12-03T16:00:00.000Z',
      data: { until: '2026-12-04', endedBy: 'agreement' },
      actor: { id: 'system' },
    });
  });
});

describe('a pause that is recorded after the miss', () => {
  it('puts it right: the history keeps what was believed, the timers follow', async () => {
    const story = await Story.begin(world, registration());
    await story.decided(FILED, IN_TIME);
    await world.moveTo('2027-02-04T09:00:00+08:00');
    expect((await story.clock('DL-DISPOSE.RB-2026')).status).toBe('missed');
    const { revision } = await story.read();
    const asked = {
      body: '检验站',
      matter: '质量',
      agreements: AGREEMENTS,
      startedAt: '2027-01-11T09:00:00+08:00',
    };
    await story.act('officer1', 'appraisals', asked);
    await story.act('officer1', 'appraisal-end', { report: '合格。', endedAt: '2027-01-25T09:00:00+08:00' });
    expect((await story.clock('DL-DISPOSE.RB-2026')).status).toBe('running');
    const before = await story.read(`/clocks?asOf=${revision}`);
    const old = before.clocks.find(({ clock }: { clock: string }) => clock.startsWith('DL-DISPOSE.RB-2026'));
    expect(old.status).toBe('missed');
    const found = (await story.history()).filter(({ type }) => type === 'ClockReassessed');
    expect(found.map(({ data }) => [data.was, data.is])).toEqual([['missed', 'running']]);
    await world.settle();
    const { timers } = (await (await world.as('administrator')).get('/v1/system/timers')).body;
    expect(timers).toMatchObject({ overdue: 0, parked: 0 });
  });
});
