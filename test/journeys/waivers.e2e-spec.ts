import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IN_SHIQIAO, receivingCase, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const CLAIMS = [
  { kind: 'lodging-below-grade', contractedFen: 68_000, actualFen: 42_000, units: 2 },
  { kind: 'other' },
];
const FOUR = ['王一', '王二', '王三', '王四'].map((name) => ({ name, phone: '10012345678' }));
const IN_TIME = CLAIMS.map((_, claim) => ({ claim, class: 'other', startedOn: '2026-04-01' }));

describe('part of what is asked for is waived (放弃投诉请求)', () => {
  it('G53, G61: with the consent of all, shown as waived, in no later document; all of it is a withdrawal', async () => {
    const story = await Story.begin(world, { claims: CLAIMS, complainants: FOUR, representatives: [0] });
    const subjects = ((await story.read()).complainants as { subject: string }[]).map(
      ({ subject }) => subject,
    );
    const waiver = (claims: number[], consents: string[]) => ({ claims, consents, form: 'written' });
    await story.decided({ outcome: 'accept', file: true }, { limitation: IN_TIME });
    const few = await story.attempt('officer1', 'waivers', waiver([1], subjects.slice(0, 1)));
    expect([few.status, few.body.code, few.body.facts]).toEqual([
      422,
      'consent-of-all-missing',
      { complainants: 4, consented: 1 },
    ]);
    const nobodys = await story.attempt('section-head', 'waivers', waiver([1], subjects));
    expect(nobodys.status).toBe(403);
    const done = await story.act('officer1', 'waivers', {
      ...waiver([1], subjects),
      statement: '导游服务费不再追究。',
    });
    expect(done.body.events).toEqual(['ClaimsWaived']);
    const seen = await story.read();
    expect(seen.claims).toEqual([CLAIMS[0], { ...CLAIMS[1], waivedAt: expect.any(String) }]);
    expect(seen.waivers).toMatchObject([{ claims: [1], statement: '导游服务费不再追究。' }]);
    const all = await story.attempt('officer1', 'waivers', waiver([0], subjects));
    expect([all.status, all.body.code]).toEqual([422, 'waiving-all-is-withdrawing']);
    expect((await story.act('officer1', 'waivers', waiver([1], subjects))).body.events).toEqual([]);
    await story.issued('D05');
    const { documents } = await story.read();
    expect(documents.at(-1).contents.claims).toEqual([{ claim: 0, kind: 'lodging-below-grade' }]);
    const { items } = await story.read('/volume');
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('waiver');
    const { rows } = await world.pool.query<{ count: number }>(
      `select count(*)::int as count from es.events where body ~ '不再追究'`,
    );
    expect(rows[0]?.count).toBe(0);
  });

  it('G12, G53: the office that a case is referred to gets what is still asked for', async () => {
    const parent = await Story.begin(world, { ...IN_SHIQIAO, claims: CLAIMS });
    const [{ subject }] = (await parent.read()).complainants;
    await parent.act('registrar', 'waivers', { claims: [0], consents: [subject], form: 'oral-recorded' });
    await parent.decided(
      { outcome: 'refer-down' },
      { jurisdiction: 'lower-level', competentOffice: 'shiqiao', limitation: IN_TIME.slice(1) },
    );
    await parent.served('D07');
    await world.settle();
    const child = await receivingCase(parent);
    expect((await child.read()).claims).toEqual([{ kind: 'other' }]);
  });
});
