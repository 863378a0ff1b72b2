import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalData, type PostgresPersonalData } from '#platform/personal-data';
import { Story, World, type PersonName } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const WRONG = { name: '张三封', phone: '13900001111', address: '云海市古城区一号' };
const RIGHT = { name: '张三丰', phone: '13900002222' };

describe('names and contacts that were recorded wrongly (更正, H17)', () => {
  let story: Story;
  let subject: string;
  const correct = (changes: object, by: PersonName = 'section-head') =>
    story.attempt(by, 'corrections', { revision: 0, changes, reason: '投诉人来电更正。' });

  it('H17: are put right by somebody else, once; masked, with what was believed before', async () => {
    story = await Story.begin(world, { complainants: [WRONG] });
    subject = (await story.read()).complainants[0].subject;
    const changes = { complainants: [{ subject, ...RIGHT, address: WRONG.address }] };
    expect((await correct(changes, 'registrar')).status).toBe(403);
    const done = await correct(changes);
    expect([done.status, done.body.events]).toEqual([201, ['RecordCorrected']]);
    expect((await correct(changes)).body.events).toEqual([]);
    const state = await story.read();
    expect(state.complainants).toMatchObject([{ phone: '139****2222' }]);
    expect(state.corrections).toMatchObject([
      {
        was: { complainants: [{ subject, name: '张**', phone: '139****1111' }] },
        is: { complainants: [{ subject, name: '张**', phone: '139****2222' }] },
      },
    ]);
    expect(state.corrections[0].is.complainants[0]).not.toHaveProperty('address');
    expect((await story.read('?asOf=0')).complainants).toMatchObject([{ phone: '139****1111' }]);
  });

  it('H17: whoever asks for the number from then on gets the right one', async () => {
    const asked = { subject, purpose: '回访投诉人' };
    const { body } = await story.act('registrar', 'contact-disclosures', asked);
    expect(body).toMatchObject({ ...RIGHT, address: WRONG.address });
  });

  it('nothing of it stands in clear in the events or the lists', async () => {
    await world.settle();
    const { rows } = await world.pool.query<{ count: number }>(
      `select count(*)::int as count from es.events where body ~ '13900001111|13900002222|张三'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('H17: the register, the search and the likeness follow the respondent that is right', async () => {
    const other = await Story.begin(world, {
      complainants: [{ name: RIGHT.name, phone: RIGHT.phone }],
      respondent: { name: '云海金沙旅行社有限公司' },
    });
    await correct({ respondent: { name: '云海金沙旅行社有限公司', place: '云海市古城区' } });
    await world.settle();
    const leader = await world.as('leader');
    const listed = (await leader.get('/v1/complaints?limit=200')).body.items;
    expect(listed.find(({ id }: { id: string }) => id === story.id)).toMatchObject({
      respondent: '云海金沙旅行社有限公司',
      complainant: '张**',
    });
    const alike = (await story.get('/similar', 'registrar')).body.items;
    expect(alike).toMatchObject([{ id: other.id }]);
    const { respondent } = await story.read();
    expect(respondent).toMatchObject({ name: '云海金沙旅行社有限公司', place: '云海市古城区' });
  });

  it('of somebody whose key is gone nothing is shown in full, and nothing put right', async () => {
    const gone = await Story.begin(world, { complainants: [WRONG] });
    const [{ subject: who }] = (await gone.read()).complainants;
    await world.pool.query('delete from personal.keys where subject = $1', [who]);
    await world.pool.query('update personal.subjects set erased_at = now() where subject = $1', [who]);
    world.app.get<PostgresPersonalData>(PersonalData).forget(who as string);
    const asked = await gone.attempt('registrar', 'contact-disclosures', { subject: who, purpose: '回访' });
    expect([asked.status, asked.body.code]).toEqual([410, 'complainant-erased']);
    const changes = { complainants: [{ subject: who, ...RIGHT }] };
    const put = await gone.attempt('section-head', 'corrections', { revision: 0, changes, reason: '更正。' });
    expect([put.status, put.body.code]).toEqual([410, 'complainant-erased']);
  });

  it('H17: a draft that names the wrong one is not issued; the draft after it names the right one', async () => {
    await story.filed();
    const before = await story.drafted('D05');
    await correct({ respondent: { name: '云海银沙旅行社有限公司' } });
    const refused = await story.attempt('section-head', `documents/${before}/issue`);
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-before-correction']);
    const after = await story.issued('D05');
    const { documents } = await story.read();
    expect(documents.find(({ documentId }: { documentId: string }) => documentId === after)).toMatchObject({
      contents: { respondent: '云海银沙旅行社有限公司' },
    });
    await story.served('D04');
    await correct({ respondent: { name: '云海金沙旅行社有限公司' } });
    const notice = (await story.read()).documents.find(({ kind }: { kind: string }) => kind === 'D04');
    expect(notice).toMatchObject({
      contents: { respondent: '云海银沙旅行社有限公司' },
      correctedSince: [expect.any(String)],
    });
  });

  it('H17, G04, G50: kind and seat of the respondent are put right, and whose matter it is is shown anew', async () => {
    await correct({ respondent: { kind: 'restaurant', division: '990121' } });
    expect((await story.read()).respondent).toMatchObject({ kind: 'restaurant', division: '990121' });
    const { bases } = await story.read('/jurisdiction');
    expect(bases).toContainEqual(expect.objectContaining({ division: '990121', leadsTo: 'lower-level' }));
    await world.settle();
    const wrong = { respondent: { division: 'nowhere' } };
    const refused = await story.attempt('section-head', 'corrections', {
      ...{ revision: 0, changes: wrong, reason: '更正。' },
    });
    expect(refused.status).toBe(400);
  });

  it('H17, G15: a notice that was served under the wrong name is issued and served anew; the first stays as it was', async () => {
    const { clocks } = await story.read('/clocks');
    const again = await story.served('D04');
    const { documents } = await story.read();
    const [first, second] = documents.filter(({ kind }: { kind: string }) => kind === 'D04');
    expect(first).toMatchObject({ superseded: false, service: { servedAt: expect.any(String) } });
    expect(second).toMatchObject({
      documentId: again,
      inPlaceOf: first.documentId,
      contents: {
        respondent: '云海金沙旅行社有限公司',
        inPlaceOf: { number: first.number, servedAt: first.service.servedAt },
      },
    });
    expect((await story.read('/clocks')).clocks).toEqual(clocks);
  });
});
