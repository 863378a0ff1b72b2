import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrationOf } from '../../apps/standalone/sample/complaints.js';
import { review, Story, World } from '../support/index.js';

let world: World;
let first: Story;
let again: Story;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-10T09:00:00+08:00' });
  first = await Story.begin(world, pendant('C08'), { by: 'hotline' });
  again = await Story.begin(world, pendant('C09'), { by: 'registrar' });
  await Story.begin(world, registrationOf('C01'), { by: 'registrar' });
  await world.settle();
}, 60_000);
afterAll(() => world?.stop());

/** As it was told, without a contract. */
const pendant = (ref: string) => ({ ...registrationOf(ref), contract: undefined });
const link = (to: string) => ({ kind: 'duplicate', to, reason: '同一件挂件，网站再次提交。' });
const clocksOf = async (story: Story) =>
  (await story.read('/clocks')).clocks.map(({ clock, status, dueAt }: Record<string, string>) => [
    clock,
    status,
    dueAt,
  ]);

describe('C09: the same complaint through another channel', () => {
  it('is found by what both have in common, each point explained', async () => {
    const { items } = await again.read('/similar', 'registrar');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: first.id, number: first.number, score: 80 });
    expect(items[0].parts).toContainEqual({ trait: 'phone', points: 30, of: 30 });
    expect(JSON.stringify(items)).not.toContain('13900010008');
  });

  it('is linked, seen from both sides, and no clock is lost', async () => {
    const before = [await clocksOf(first), await clocksOf(again)];
    await again.act('registrar', 'links', link(first.id));
    await world.settle();
    expect([await clocksOf(first), await clocksOf(again)]).toEqual(before);
    const here = (await again.read('/links')).items;
    const there = (await first.read('/links')).items;
    expect(here).toMatchObject([{ id: first.id, kind: 'duplicate', score: 80, recordedHere: true }]);
    expect(there).toMatchObject([{ id: again.id, kind: 'duplicate', score: 80, recordedHere: false }]);
    expect((await again.read()).links[0]).toMatchObject({ toNumber: first.number, likeness: { score: 80 } });
  });

  it('cannot be linked twice, to itself, or to what is not there for the person', async () => {
    const twice = await again.attempt('registrar', 'links', link(first.id));
    expect([twice.status, twice.body.code]).toEqual([409, 'link-exists-already']);
    const itself = await again.attempt('registrar', 'links', link(again.id));
    expect([itself.status, itself.body.code]).toEqual([422, 'link-to-itself']);
    const foreign = await Story.begin(world, pendant('C08'), { office: 'linhai' });
    const elsewhere = await again.attempt('registrar', 'links', link(foreign.id));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'linked-complaint-not-found']);
    await world.settle();
    expect((await again.read('/similar', 'registrar')).items).toHaveLength(1);
  });

  it('ending one leaves the other as it was, with its own clocks on the work list', async () => {
    await first.withdrawn('registrar');
    await first.act('registrar', 'archiving');
    await world.settle();
    expect((await first.read()).phase).toBe('archived');
    expect((await again.clock('DL-REVIEW')).status).toBe('running');
    const { items } = (await (await world.as('leader')).get('/v1/work-list?limit=200')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(again.id);
    expect((await again.read('/links')).items).toMatchObject([{ id: first.id, phase: 'archived' }]);
  });

  it('is parted again where the link was wrong; the history keeps both', async () => {
    const { linkId } = (await again.read()).links[0];
    await again.act('registrar', `links/${linkId}/ending`, { reason: '不是同一件挂件。' });
    await world.settle();
    expect((await again.read('/links')).items).toEqual([]);
    expect((await again.read()).links[0].ended).toMatchObject({ by: 'yunhai-registrar' });
    const types = (await again.history()).map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['ComplaintLinked', 'ComplaintUnlinked']));
    await again.act('registrar', 'review-start');
    await again.act(
      'registrar',
      'preliminary-review',
      review({ limitation: [{ claim: 0, class: 'other', startedOn: '2026-11-01' }], scope: ['S3'] }),
    );
    expect((await again.read()).phase).toBe('awaiting-approval');
  });
});
