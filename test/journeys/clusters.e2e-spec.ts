import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, Story, World, type PersonName } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-09T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const SHOP = { name: '云海翠缘珠宝有限公司', kind: 'shop', place: '云海市古城区' };

describe('many victims of one operator (串案)', () => {
  let victims: Story[];
  const cluster = async (story: Story, by = 'section-head' as const) =>
    (await story.get('/cluster', by)).body;
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

  it('operators with several complaints in work are listed, most first; one alone is not', async () => {
    victims = [];
    for (let count = 0; count < 4; count += 1) victims.push(await Story.begin(world, { respondent: SHOP }));
    await Story.begin(world, { respondent: { name: '云海甲旅行社', kind: 'travel-agency' } });
    for (let count = 0; count < 2; count += 1)
      await Story.begin(world, { respondent: { name: '云海乙旅行社', kind: 'travel-agency' } });
    await world.settle();
    const head = await world.as('section-head');
    const { body } = await head.get('/v1/clusters');
    expect(body.items).toMatchObject([
      { respondent: SHOP.name, open: 4, linked: 0 },
      { respondent: '云海乙旅行社', open: 2, linked: 0 },
    ]);
    const first = (await head.get('/v1/clusters?limit=1')).body;
    expect(first.items).toHaveLength(1);
    const rest = (await head.get(`/v1/clusters?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`)).body;
    expect(rest.items).toMatchObject([{ respondent: '云海乙旅行社' }]);
  });

  it('one operator is recognised by its licence, and by its name however that is written; the answer says by what', async () => {
    const write = (name: string, licence?: string) =>
      Story.begin(world, { respondent: { name, kind: 'travel-agency', ...(licence ? { licence } : {}) } });
    const first = await write('云海丙旅行社（古城）有限公司', 'L-YN-09001');
    const renamed = await write('云海丙国际旅行社', 'l-yn-０9001');
    const unlicensed = await write('云海丙旅行社(古城) 有限责任公司');
    await write('云海丙旅行社（石桥）有限公司');
    await world.settle();
    const { items } = (await (await world.as('section-head')).get('/v1/clusters')).body;
    const found = items.find(({ licence }: { licence?: string }) => licence !== undefined);
    expect(found).toMatchObject({
      licence: 'LYN09001',
      recognisedBy: ['licence', 'name'],
      open: 3,
      linked: 0,
    });
    expect(found.names.toSorted()).toEqual(
      ['云海丙国际旅行社', '云海丙旅行社(古城) 有限责任公司', '云海丙旅行社（古城）有限公司'].toSorted(),
    );
    expect(items.find(({ respondent }: { respondent: string }) => respondent === SHOP.name)).toMatchObject({
      recognisedBy: ['name'],
    });
    const alike = async (story: Story) =>
      idsOf((await story.get('/similar', 'section-head')).body).toSorted();
    expect(await alike(first)).toEqual([renamed.id, unlicensed.id].toSorted());
    expect(await alike(unlicensed)).toEqual([first.id]);
  });

  it('all are linked in one act, or none; again, and nothing is linked twice', async () => {
    const [one, two, three, four] = victims as [Story, Story, Story, Story];
    const act = (to: readonly string[]) =>
      one.attempt('section-head', 'links/group', { kind: 'same-matter', to, reason: '同一商家。' });
    const unknown = await act([two.id, '00000000-0000-4000-8000-000000000000']);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'linked-complaint-not-found']);
    expect((await one.read()).links).toBeUndefined();
    const done = await act([two.id, three.id]);
    expect([done.status, done.body.events]).toEqual([201, ['ComplaintLinked', 'ComplaintLinked']]);
    expect((await act([two.id, three.id])).body.events).toEqual([]);
    await four.act('section-head', 'links', { kind: 'same-matter', to: three.id, reason: '同一商家。' });
    await world.settle();
    for (const story of victims) {
      const found = await cluster(story);
      expect(idsOf(found).toSorted()).toEqual(victims.map(({ id }) => id).toSorted());
      expect(found.open).toBe(4);
    }
    const { items } = (await (await world.as('section-head')).get('/v1/clusters')).body;
    expect(items[0]).toMatchObject({ respondent: SHOP.name, open: 4, linked: 4 });
  });

  it('one that is withdrawn ends alone: the others keep their phase and their clocks', async () => {
    const [one, two] = victims as [Story, Story];
    const before = (await two.read('/clocks')).clocks;
    await one.withdrawn('registrar');
    await world.settle();
    const after = await cluster(two);
    expect(after).toMatchObject({ open: 3 });
    expect(after.items).toHaveLength(4);
    expect((await two.read()).phase).toBe('registered');
    const dates = (clocks: { clock: string; status: string; dueOn: string }[]) =>
      clocks.map(({ clock, status, dueOn }) => [clock, status, dueOn]);
    expect(dates((await two.read('/clocks')).clocks)).toEqual(dates(before));
  });

  it('who supervises the office that has the case sees the cluster there; who only has a call to make, the case', async () => {
    const [one, two] = victims as [Story, Story];
    const as = async (name: PersonName, story: Story) =>
      (await (await world.as(name)).get(`${story.path}/cluster`)).body;
    const all = victims.map(({ id }) => id).toSorted();
    const above = await as('yunling/leader', two);
    expect([idsOf(above).toSorted(), above.open, above.more]).toEqual([all, 3, false]);
    const links = (await (await world.as('yunling/leader')).get(`${two.path}/links`)).body;
    expect(idsOf(links)).toEqual([one.id]);
    const toCall = { kind: 'progress', dueAt: '2026-11-11T15:30:00+08:00', assignee: idOf('hotline') };
    await two.act('registrar', 'callback-promises', { ...toCall, matter: '告知进展。' });
    await world.settle();
    expect(idsOf(await as('hotline', two))).toEqual([two.id]);
    expect((await (await world.as('hotline')).get(`${one.path}/cluster`)).status).toBe(403);
  });

  it('what the person may not see is not there', async () => {
    const elsewhere = await (await world.as('linhai/section-head')).get(`${victims[0]!.path}/cluster`);
    expect(elsewhere.status).toBe(404);
    expect((await (await world.as('linhai/section-head')).get('/v1/clusters')).body.items).toEqual([]);
    expect((await (await world.as('administrator')).get('/v1/clusters')).status).toBe(403);
  });
});
