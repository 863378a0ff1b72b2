import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIn, idOf, reply, review, Story, World, type Answer, type PersonName } from '../support/index.js';

let world: World;
let late: Story;
let silent: Story;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
  late = await Story.begin(world, { complainants: [{ name: '王晓梅', phone: '10012345678' }] });
  silent = await caseIn(world, 'awaiting-reply');
  await world.settle();
}, 60_000);
afterAll(() => world?.stop());

/** What of a case was brought before that person, and as what. */
async function before(name: PersonName, story: Story, query = ''): Promise<string[]> {
  await world.settle();
  const { status, body } = await (await world.as(name)).get(`/v1/escalations?limit=200${query}`);
  expect([name, status]).toEqual([name, 200]);
  return (body.items as Answer['body'][])
    .filter(({ complaintId }) => complaintId === story.id)
    .map(({ clock, as }) => `${String(clock)} ${(as as string[]).join('+')}`)
    .toSorted();
}

describe('what ran out is brought before the person whom the rule names', () => {
  it('DL-REVIEW: the section head of the office, and nobody else', async () => {
    await world.moveTo('2026-04-15T09:00:00+08:00');
    expect(await before('section-head', late)).toEqual(['DL-REVIEW.RB-2026.1 section-head']);
    for (const other of [
      'registrar',
      'officer1',
      'leader',
      'bureau-leader',
      'yunling/section-head',
    ] as const) {
      expect([other, await before(other, late)]).toEqual([other, []]);
    }
  });

  it('DL-ACCEPT: a breach of the law, before the leader and the office above, which sees no personal data', async () => {
    await world.moveTo('2026-04-16T09:00:00+08:00');
    expect(await before('leader', late)).toEqual(['DL-ACCEPT.RB-2026.1 leader']);
    for (const post of ['leader', 'section-head'] as const) {
      expect(await before(`yunling/${post}`, late)).toEqual(['DL-ACCEPT.RB-2026.1 superior-office']);
    }
    const seen = await (await world.as('yunling/leader')).get('/v1/escalations');
    expect(seen.body.items).toContainEqual(
      expect.objectContaining({
        complaintId: late.id,
        office: 'yunhai',
        consequence: 'statutory-breach',
        escalatedTo: ['leader', 'superior-office'],
        as: ['superior-office'],
      }),
    );
    expect(JSON.stringify(seen.body)).not.toMatch(/王晓梅|10012345678/);
    for (const other of ['yunling/bureau-leader', 'linhai/leader', 'shiqiao/leader'] as const) {
      expect([other, await before(other, late)]).toEqual([other, []]);
    }
  });

  it('DL-APPROVE: the bureau leader, who stands above the leader in charge', async () => {
    await late.act('registrar', 'review-start');
    await late.act('registrar', 'preliminary-review', review());
    await world.moveTo('2026-04-20T09:00:00+08:00');
    expect(await before('bureau-leader', late)).toContain('DL-APPROVE.RB-2026.1 superior-of-approver');
  });

  it('what was made good leaves the list; what was done late can still be asked for while the case goes on', async () => {
    expect(await before('section-head', late)).toEqual([]);
    await late.act('leader', 'acceptance-decision', { outcome: 'accept' });
    expect(await before('leader', late)).toEqual([]);
    expect(await before('yunling/leader', late)).toEqual([]);
    expect(await before('yunling/leader', late, '&status=met-late')).toEqual([
      'DL-ACCEPT.RB-2026.1 superior-office',
    ]);
    expect(await before('section-head', late, '&status=met-late')).toContain(
      'DL-REVIEW.RB-2026.1 section-head',
    );
  });

  it('G19: a shorter term that only warns: the handler of the case, until the answer comes', async () => {
    await world.moveTo('2026-04-21T10:00:00+08:00');
    expect(await before('officer1', silent)).toEqual(['DL-REPLY.RB-2026.1 handler']);
    expect(await before('officer2', silent)).toEqual([]);
    await silent.act('officer1', 'reply', reply());
    expect(await before('officer1', silent)).toEqual([]);
  });

  it('G62: nothing of a case from which one stands aside', async () => {
    const story = await Story.begin(world);
    await story.act('registrar', 'review-start');
    await world.moveTo('2026-04-24T09:00:00+08:00');
    expect(await before('section-head', story)).toContain('DL-REVIEW.RB-2026.1 section-head');
    await story.act('registrar', 'recusal-requests', {
      person: idOf('section-head'),
      ground: 'party-or-near-relative',
      reason: '系投诉人近亲属。',
      applicant: 'the-office',
    });
    const { recusals } = await story.read();
    const path = `recusal-requests/${String(recusals[0].recusalId)}/decision`;
    await story.act('leader', path, { granted: true, reason: '同意回避。' });
    expect(await before('section-head', story)).toEqual([]);
    expect(await before('leader', story)).toEqual(['DL-ACCEPT.RB-2026.1 leader']);
  });

  it('comes in pages, the oldest first', async () => {
    const client = await world.as('leader');
    await Story.begin(world);
    await Story.begin(world);
    await world.moveTo('2026-04-28T09:00:00+08:00');
    const all = (await client.get('/v1/escalations?limit=200')).body.items as Answer['body'][];
    const first = await client.get('/v1/escalations?limit=1');
    const rest = await client.get(`/v1/escalations?limit=200&cursor=${String(first.body.nextCursor)}`);
    expect(all.length).toBeGreaterThan(2);
    expect([...first.body.items, ...rest.body.items]).toEqual(all);
    expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).toSorted());
    expect((await client.get('/v1/escalations?status=cancelled')).status).toBe(400);
  });
});
