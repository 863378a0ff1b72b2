import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closingForm,
  direct,
  DirectStory,
  idOf,
  investigation,
  record,
  reply,
  Story,
  World,
  type Answer,
  type PersonName,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const OFFICER = idOf('officer1');
const CAPITAL = OFFICER.toUpperCase();
const WIDE = `ｙ${OFFICER.slice(1)}`;

/** What a refused request says, having changed nothing. */
async function refusedAs(ask: () => Promise<Answer>) {
  const before = await world.stored();
  const { status, body } = await ask();
  expect(await world.stored()).toEqual(before);
  return [status, body.code, body.facts];
}

const unknown = (fields: readonly string[], persons: readonly string[], meant: readonly string[] = []) => [
  422,
  'person-unknown',
  { persons, fields, meant },
];

describe('a person who is named is one whom the installation knows', () => {
  it('G22: two investigators are two people: another spelling, a name, nobody and the respondent are refused', async () => {
    const story = await (await Story.begin(world)).notified();
    await story.act('officer1', 'reply', reply());
    const open = (id: string) =>
      story.attempt('officer1', 'investigation', { investigators: [{ id: OFFICER }, { id }] });
    for (const id of [CAPITAL, WIDE])
      expect(await refusedAs(() => open(id))).toEqual(unknown(['/investigators/1/id'], [id], [OFFICER]));
    for (const id of ['陆知远', 'nobody-at-all', idOf('shanshui/clerk'), idOf('linhai/officer1')])
      expect(await refusedAs(() => open(id))).toEqual(unknown(['/investigators/1/id'], [id]));
    expect((await open(OFFICER)).body.code).toBe('investigators-too-few');
    const answer = await open(CAPITAL);
    expect(answer.body.messages).toMatchObject({
      zh: { detail: `不认识：${CAPITAL}（字段 /investigators/1/id）。相近的标识：${OFFICER}。` },
      en: { detail: `Not known: ${CAPITAL} (in /investigators/1/id). There is: ${OFFICER}.` },
    });
    expect((await open(idOf('officer2'))).status).toBe(200);
    const recorded = () => story.attempt('officer1', 'investigation-records', record([OFFICER, CAPITAL]));
    expect(await refusedAs(recorded)).toEqual(unknown(['/investigators/1'], [CAPITAL], [OFFICER]));
  });

  it('G62: whoever is asked to stand aside is named as he signs in, of whichever office', async () => {
    const story = await (await Story.begin(world)).notified();
    const ask = (person: string) =>
      story.attempt('officer2', 'recusal-requests', {
        ...{ person, ground: 'interest-in-the-matter' },
        ...{ reason: '与旅行社有合作。', applicant: 'complainant' },
      });
    await story.act('section-head', 'handlers', { handlers: [OFFICER, idOf('officer2')] });
    expect(await refusedAs(() => ask(CAPITAL))).toEqual(unknown(['/person'], [CAPITAL], [OFFICER]));
    expect(await refusedAs(() => ask(idOf('shanshui/clerk')))).toEqual(
      unknown(['/person'], [idOf('shanshui/clerk')]),
    );
    expect((await ask(idOf('yunling/leader'))).status).toBe(201);
    expect((await ask(OFFICER)).status).toBe(201);
  });

  it('H17: the leader does not reopen a case with himself responsible under another spelling', async () => {
    const story = await (await (await Story.begin(world)).notified()).withdrawn();
    await story.act('officer1', 'closing-request', closingForm());
    await story.act('leader', 'closing-approval');
    await story.followedUp();
    const LEADER = idOf('leader');
    const reopen = (person: string) =>
      story.attempt('leader', 'reopening', {
        ...{ cause: 'dissatisfaction', reason: '投诉人不服。', department: '投诉处理科', person },
      });
    expect((await reopen(LEADER)).body.code).toBe('record-about-oneself');
    expect(await refusedAs(() => reopen(LEADER.toUpperCase()))).toEqual(
      unknown(['/person'], [LEADER.toUpperCase()], [LEADER]),
    );
  });

  it('G10, G27: handler and mediator are known too', async () => {
    const story = await (await Story.begin(world)).investigated();
    const assign = (as: PersonName) => () =>
      story.attempt(as, 'handlers', { handlers: [OFFICER, 'no-such-person'] });
    expect(await refusedAs(assign('section-head'))).toEqual(unknown(['/handlers/1'], ['no-such-person']));
    await story.act('officer1', 'mediation-requests', { party: 'complainant' });
    const mediate = () => story.attempt('officer1', 'mediation', { mediators: ['ghost'] });
    expect(await refusedAs(mediate)).toEqual(unknown(['/mediators/0'], ['ghost']));
  });

  it('who may not do it, or knows an older revision, learns nothing of who is known', async () => {
    const story = await (await Story.begin(world)).notified();
    const body = { handlers: ['no-such-person'] };
    const answers = [
      await story.attempt('hotline', 'handlers', body),
      await story.attempt('linhai/section-head', 'handlers', body),
      await (await world.as('section-head')).post(`${story.path}/handlers`, body, { ifMatch: 0 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 412]);
  });

  it('B10, B05: an operator names its own people, in a case of an office and in its own register', async () => {
    const story = await (await Story.begin(world)).notified();
    const agent = idOf('shanshui/agent');
    const found = { facts: '属实。', evidence: [] };
    const manager = await world.as('shanshui/manager');
    const path = `/v1/operator/cases/${story.id}`;
    const ask = async (act: string, body: object) =>
      manager.post(`${path}/${act}`, body, { ifMatch: (await manager.get(path)).body.revision });
    expect(await refusedAs(() => ask('responsible', { responsible: 'Agent' }))).toEqual(
      unknown(['/responsible'], ['Agent']),
    );
    await ask('responsible', { responsible: agent });
    const two = (id: string) => () => ask('investigations', { ...found, investigators: [agent, id] });
    expect(await refusedAs(two(agent.toUpperCase()))).toEqual(
      unknown(['/investigators/1'], [agent.toUpperCase()], [agent]),
    );
    for (const id of [OFFICER, idOf('shuncheng/agent')])
      expect(await refusedAs(two(id))).toEqual(unknown(['/investigators/1'], [id]));

    const own = await (await DirectStory.begin(world)).assigned();
    const again = { investigators: [agent, agent.toUpperCase()] };
    const direct_ = () => own.attempt('shanshui/agent', 'investigations', investigation('shanshui', again));
    expect(await refusedAs(direct_)).toEqual(unknown(['/investigators/1'], [agent.toUpperCase()], [agent]));
    const concerned = { concerned: { staff: ['Guide-7'] } };
    const receive = () => manager.post('/v1/operator/complaints', direct(concerned));
    expect(await refusedAs(receive)).toEqual(unknown(['/concerned/staff/0'], ['Guide-7'], ['guide-7']));
  });
});
