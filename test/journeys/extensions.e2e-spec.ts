import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, Story, World } from '../support/index.js';

// A complaint that could be paid from the deposit, accepted on Monday 2 November 2026: day 90 is 31 January 2027, a Sunday.
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-02T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const DEPOSIT = { limitation: [{ claim: 0, class: 'deposit', startedOn: '2026-10-12' }] };
const TERM = 'DL-DISPOSE.RB-MANUAL.1';
const asked = { clock: TERM, days: 30, reason: '等待银行核对保证金账户。' };

describe('more time for disposal (延期, G34, A11)', () => {
  let story: Story;
  let extensionId: string;

  it('A11: the handler asks, not the leader; the law knows no extension', async () => {
    story = await Story.begin(world);
    await story.decided({ outcome: 'accept', file: true }, DEPOSIT);
    expect(await story.clock(TERM)).toMatchObject({ dueOn: '2027-02-01' });
    expect((await story.attempt('leader', 'extensions', asked)).status).toBe(403);
    const law = await story.attempt('officer1', 'extensions', { ...asked, clock: 'DL-DISPOSE.RB-2026.1' });
    expect([law.status, law.body.code, law.body.facts.rulebook]).toEqual([
      409,
      'no-extension-in-rulebook',
      'RB-2026',
    ]);
    const done = await story.act('officer1', 'extensions', asked);
    expect([done.status, done.body.events]).toEqual([201, ['ExtensionRequested']]);
    extensionId = (await story.read()).extensions[0].extensionId;
  });

  it('the superior finds it in his list, with the reason in the case, and his action open', async () => {
    await world.settle();
    const superior = await world.as('yunling/leader');
    const { body } = await superior.get('/v1/supervision');
    expect(body.items).toEqual([
      expect.objectContaining({
        complaintId: story.id,
        clock: TERM,
        office: 'yunhai',
        status: 'running',
        extensionAskedAt: expect.any(String),
      }),
    ]);
    expect((await superior.get(story.path)).body.extensions).toMatchObject([
      {
        days: 30,
        granter: 'superior-office',
        reason: '等待银行核对保证金账户。',
        requestedBy: idOf('officer1'),
      },
    ]);
    const { actions } = (await superior.get(`${story.path}/actions`)).body;
    expect(actions.filter(({ allowed }: { allowed: boolean }) => allowed)).toContainEqual(
      expect.objectContaining({ action: 'AnswerExtension' }),
    );
  });

  it('A11: the own leader cannot grant it; the superior does, and day 120 is the new date', async () => {
    const answer = `extensions/${extensionId}/answer`;
    expect((await story.attempt('leader', answer, { granted: true })).status).toBe(403);
    const own = await story.attempt('leader', `extensions/${extensionId}/decision`, { granted: true });
    expect([own.status, own.body.code]).toEqual([409, 'extension-is-for-another-to-grant']);
    const done = await story.attempt('yunling/leader', answer, { granted: true, reason: '同意。' });
    expect([done.status, done.body.events]).toEqual([200, ['ExtensionApproved', 'ClockRescheduled']]);
    const clock = await story.clock(TERM);
    expect(clock).toMatchObject({ dueOn: '2027-03-02', extended: 30, moves: [{ because: 'extension' }] });
    expect(clock.explanation.words.en.join(' ')).toContain('extended by 30');
    await world.settle();
    expect((await (await world.as('yunling/leader')).get('/v1/supervision')).body.items).toEqual([]);
    const again = await story.attempt('officer1', 'extensions', asked);
    expect([again.status, again.body.code]).toEqual([409, 'extension-granted-already']);
  });

  it('A11: what nobody answered in time is not granted', async () => {
    const other = await Story.begin(world);
    await other.decided({ outcome: 'accept', file: true }, DEPOSIT);
    await other.act('officer1', 'extensions', asked);
    await world.moveTo('2027-02-03T09:00:00+08:00');
    await world.settle();
    expect((await other.clock(TERM)).status).toBe('missed');
    const { extensions } = await other.read();
    const late = await other.attempt('yunling/leader', `extensions/${extensions[0].extensionId}/answer`, {
      granted: true,
    });
    expect([late.status, late.body.code]).toEqual([409, 'term-has-run-out']);
    expect((await other.read()).extensions[0].answer).toBeUndefined();
  });
});
