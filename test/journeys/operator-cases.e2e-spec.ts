import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  evidenceForm,
  idOf,
  OPERATOR_PEOPLE,
  registration,
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

const PATH = '/v1/operator/cases';
const SHUNCHENG = 'L-YN-1002';
const SETTLEMENT = {
  terms: '三日内退还差价 520 元。',
  amountFen: 52_000,
  payBy: '2026-04-20',
  complainantOpinion: '本人同意以上处理。',
};
/** The respondent of `registration()` has the licence of the operator `shanshui`. */
const notified = async () => (await Story.begin(world)).notified();
const get = async (name: PersonName, path: string): Promise<Answer> => (await world.as(name)).get(path);

/** Sends a command of the operator at the revision it reads. */
async function attempt(name: PersonName, id: string, act: string, body: object): Promise<Answer> {
  const { revision } = (await get(name, `${PATH}/${id}`)).body;
  return (await world.as(name)).post(`${PATH}/${id}/${act}`, body, { ifMatch: revision });
}

/** What the complainant has written, attached by the operator. */
async function opinion(id: string): Promise<string> {
  const form = evidenceForm(undefined, { kind: 'party-statement', submittedBy: undefined });
  const { body } = await (await world.as('shanshui/agent')).post(`${PATH}/${id}/attachments`, form);
  return body.attachmentId as string;
}

async function idsOf(name: PersonName, query = ''): Promise<string[]> {
  await world.settle();
  return (await get(name, `${PATH}?limit=200${query}`)).body.items.map(({ id }: { id: string }) => id);
}

describe('a complaint against an operator', () => {
  it('G16: is not there for it until the notice has been served, and there for no other', async () => {
    const story = await (await Story.begin(world)).filed();
    const clerk = await world.as('shanshui/clerk');
    const look = async () =>
      Promise.all(['', '/clocks', '/actions'].map((rest) => clerk.get(`${PATH}/${story.id}${rest}`)));
    for (const answer of await look()) expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    const early = await clerk.post(`${PATH}/${story.id}/reply`, reply(), { ifMatch: 0 });
    expect([early.status, early.body.code]).toEqual([404, 'not-found']);
    expect(await idsOf('shanshui/clerk')).not.toContain(story.id);
    await story.served('D05', { recipient: '前台李某', relation: 'receiving-staff' });
    for (const { status } of await look()) expect(status).toBe(200);
    expect(await idsOf('shanshui/clerk')).toContain(story.id);
    for (const name of ['shuncheng/clerk', 'shuncheng/manager'] as const) {
      expect((await get(name, `${PATH}/${story.id}`)).status).toBe(404);
      expect(
        (await (await world.as(name)).post(`${PATH}/${story.id}/reply`, reply(), { ifMatch: 0 })).status,
      ).toBe(404);
      expect(await idsOf(name)).not.toContain(story.id);
    }
  });

  it('shows the copy that was served, with masked names, without contacts, opinions, reviews and other documents', async () => {
    const story = await Story.begin(world, {
      facts: '王晓梅（10012345678，云海市古城区桂花巷 12 号）入住的酒店降低标准。',
      evidence: ['王晓梅的发票'],
    });
    await story.notified();
    const seen = (await get('shanshui/clerk', `${PATH}/${story.id}`)).body;
    expect(seen).toMatchObject({
      office: 'yunhai',
      phase: 'awaiting-reply',
      complainants: [{ name: '王**', representative: false }],
      facts: '王**（100****5678，云海市古城区****）入住的酒店降低标准。',
      evidence: ['王**的发票'],
      claims: [{ kind: 'lodging-below-grade' }],
      documents: [
        { kind: 'D05', contents: { replyMustState: expect.arrayContaining(['proposed-handling']) } },
      ],
    });
    const text = JSON.stringify(seen);
    for (const hidden of [
      '10012345678',
      '桂花巷',
      '王晓梅',
      '属于受理范围',
      '事实清楚',
      'opinion',
      'reviewers',
      'D04',
    ])
      expect(text).not.toContain(hidden);
    expect(Object.keys(seen)).not.toEqual(
      expect.arrayContaining(['review', 'decision', 'filing', 'handlers']),
    );
  });

  it('H17: with the right licence it is there for that operator; what was wrong of a contact stays masked', async () => {
    const story = await Story.begin(world, { facts: '王晓梅（10012345678）入住的酒店降低标准。' });
    await story.notified();
    const [{ subject }] = (await story.read()).complainants;
    const correct = (changes: object) =>
      story.attempt('section-head', 'corrections', { revision: 0, changes, reason: '登记时看错。' });
    const complainants = [{ subject, name: '王小美', phone: '10087654321' }];
    expect((await correct({ complainants })).status).toBe(201);
    expect((await get('shanshui/clerk', `${PATH}/${story.id}`)).body).toMatchObject({
      complainants: [{ name: '王**' }],
      facts: '王**（100****5678）入住的酒店降低标准。',
    });
    const seenBy = async () => {
      const names = ['shanshui/clerk', 'shuncheng/clerk'] as const;
      return Promise.all(names.map(async (name) => (await get(name, `${PATH}/${story.id}`)).status));
    };
    expect(await seenBy()).toEqual([200, 404]);
    expect((await correct({ respondent: { licence: SHUNCHENG } })).status).toBe(201);
    expect(await seenBy()).toEqual([404, 200]);
    expect(await idsOf('shanshui/clerk')).not.toContain(story.id);
    expect(await idsOf('shuncheng/clerk')).toContain(story.id);
    expect((await correct({ respondent: { licence: 'L-YN-99999' } })).status).toBe(201);
    expect(await seenBy()).toEqual([404, 404]);
  });

  it("shows the operator's own clocks with how they were counted, and no other", async () => {
    const story = await notified();
    const { clocks } = (await get('shanshui/clerk', `${PATH}/${story.id}/clocks`)).body;
    expect(clocks.map(({ code, basis, dueOn }: Answer['body']) => [code, basis, dueOn]).toSorted()).toEqual([
      ['DL-REPLY', 'internal', '2026-04-23'],
      ['DL-REPLY', 'statutory', '2026-04-20'],
      ['DL-SETTLE-REPORT', 'internal', '2026-05-13'],
    ]);
    expect(clocks[0].explanation.words.zh.join('')).toContain('2026');
    const [item] = (await get('shanshui/clerk', `${PATH}?limit=1`)).body.items;
    expect(item.clocks.map(({ code }: { code: string }) => code)).not.toContain('DL-MEDIATE');
  });

  it('B05, B10, B08: the manager names who is responsible, two investigate, and it answers in writing', async () => {
    const story = await notified();
    const body = { responsible: idOf('shanshui/agent') };
    const clerk = await attempt('shanshui/clerk', story.id, 'responsible', body);
    expect([clerk.status, clerk.body.facts]).toEqual([403, { reason: 'role-lacks-right' }]);
    expect((await attempt('shanshui/manager', story.id, 'responsible', body)).body.events).toEqual([
      'RespondentAssigned',
    ]);
    const alone = await attempt('shanshui/agent', story.id, 'investigations', {
      investigators: ['shanshui-agent', 'shanshui-agent'],
      facts: '降低标准属实。',
      evidence: [],
    });
    expect([alone.status, alone.body.code, alone.body.rules]).toEqual([
      422,
      'respondent-investigators-too-few',
      ['B10'],
    ]);
    const two = await attempt('shanshui/agent', story.id, 'investigations', {
      investigators: ['shanshui-agent', 'shanshui-clerk'],
      facts: '降低标准属实。',
      evidence: ['订房记录'],
    });
    expect([two.status, two.body.events]).toEqual([200, ['RespondentInvestigationRecorded']]);
    const answered = await attempt('shanshui/agent', story.id, 'reply', reply());
    expect([answered.status, answered.body.phase, answered.body.events]).toEqual([
      200,
      'under-investigation',
      ['RespondentReplied'],
    ]);
    const office = await story.read();
    expect(office.reply.parts['proposed-handling']).toBe('退还差价并致歉。');
    expect(office.respondentSide).toMatchObject({
      operator: 'shanshui',
      responsible: 'shanshui-agent',
      investigations: [{ facts: '降低标准属实。', evidence: ['订房记录'] }],
    });
    const replied = (await story.history()).find(({ type }) => type === 'RespondentReplied');
    expect(replied.actor).toEqual({ id: 'shanshui-agent', operator: 'shanshui', roles: ['operator'] });
    expect(await idsOf('shanshui/clerk', '&replied=true')).toContain(story.id);
    expect(await idsOf('shanshui/clerk', '&replied=false')).not.toContain(story.id);
  });

  it('B07: reports a settlement with the written opinion of the complainant, which the office then checks', async () => {
    const story = await notified();
    const bare = await attempt('shanshui/agent', story.id, 'settlement', SETTLEMENT);
    expect([bare.status, bare.body.code, bare.body.rules]).toEqual([
      422,
      'settlement-opinion-missing',
      ['B07'],
    ]);
    const opinionAttachment = await opinion(story.id);
    const told = await attempt('shanshui/agent', story.id, 'settlement', {
      ...SETTLEMENT,
      opinionAttachment,
    });
    expect([told.status, told.body.events]).toEqual([200, ['SettlementReported']]);
    const { settlements } = await story.read();
    expect(settlements[0].report).toMatchObject({
      terms: SETTLEMENT.terms,
      complainantOpinion: SETTLEMENT.complainantOpinion,
      opinionAttachment,
      recordedBy: 'shanshui-agent',
    });
    await story.act('officer1', 'reply', reply());
    const { complainants } = await story.read();
    await story.act('officer1', 'settlement/signatures', {
      complainants: [complainants[0].subject],
      respondent: true,
    });
    await story.act('officer1', 'settlement/check', {
      principles: ['voluntary', 'equal', 'lawful'],
      finding: '内部意见：可以。',
    });
    const seen = (await get('shanshui/clerk', `${PATH}/${story.id}`)).body;
    expect([seen.phase, seen.settlements[0].upheld]).toEqual(['settled', true]);
    expect(JSON.stringify(seen)).not.toContain('内部意见');
    const clock = await story.clock('DL-SETTLE-REPORT');
    expect(clock.status).toBe('met');
  });

  it.each([
    [
      'letter',
      { cause: '游客投诉' },
      ['verification-process', 'facts-and-evidence', 'liability', 'proposed-handling'],
    ],
    ['transferred', { liability: '承担' }, ['cause', 'facts-and-evidence', 'proposed-handling']],
  ])(
    'B08, A10: an answer to a complaint by %s states what its channel requires',
    async (channel, parts, missing) => {
      const story = await (await Story.begin(world, { channel })).notified();
      const answer = await attempt('shanshui/clerk', story.id, 'reply', { parts, evidence: [] });
      expect([answer.status, answer.body.code, answer.body.facts.missing]).toEqual([
        422,
        'reply-incomplete',
        missing,
      ]);
    },
  );

  it('B08: answers once, and keeps the conventions of the interface', async () => {
    const story = await notified();
    const clerk = await world.as('shanshui/clerk');
    const path = `${PATH}/${story.id}`;
    const read = await clerk.get(path);
    expect(read.headers.get('etag')).toBe(`"${read.body.revision}"`);
    expect((await clerk.get(path, { 'if-none-match': `"${read.body.revision}"` })).status).toBe(304);
    expect((await clerk.post(`${path}/reply`, reply())).status).toBe(428);
    expect((await clerk.post(`${path}/reply`, reply(), { ifMatch: 0 })).status).toBe(412);
    const dated = await attempt(
      'shanshui/clerk',
      story.id,
      'reply',
      reply({ receivedAt: await world.now() }),
    );
    expect([dated.status, dated.body.code]).toEqual([400, 'validation-failed']);
    const key = randomUUID();
    const ask = () => clerk.post(`${path}/reply`, reply(), { ifMatch: read.body.revision, key });
    const first = await ask();
    const again = await ask();
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([
      200,
      200,
      'true',
    ]);
    expect(again.body.revision).toBe(first.body.revision);
    const second = await attempt('shanshui/agent', story.id, 'reply', reply());
    expect([second.status, second.body.code]).toEqual([409, 'reply-already-received']);
  });

  it('an operator whose licence was not given is named by the handler, and another put in its place', async () => {
    const bare = { name: '山水旅行社', kind: 'travel-agency' };
    const story = await (await Story.begin(world, { respondent: bare })).notified();
    expect((await get('shanshui/clerk', `${PATH}/${story.id}`)).status).toBe(404);
    const wrong = await story.attempt('officer1', 'respondent-identity', { operator: 'nobody' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'operator-not-known']);
    await story.act('officer1', 'respondent-identity', { operator: 'shuncheng' });
    expect((await get('shuncheng/clerk', `${PATH}/${story.id}`)).status).toBe(200);
    expect(await idsOf('shuncheng/clerk')).toContain(story.id);
    expect((await story.read()).respondent).toEqual({ ...bare, operator: 'shuncheng' });
    await story.act('officer1', 'respondent-identity', { operator: 'shanshui' });
    expect((await get('shuncheng/clerk', `${PATH}/${story.id}`)).status).toBe(404);
    expect(await idsOf('shuncheng/clerk')).not.toContain(story.id);
    const { status, body } = await get('shanshui/clerk', `${PATH}/${story.id}`);
    expect([status, body.respondent]).toEqual([200, { ...bare, operator: 'shanshui' }]);
  });

  it('the licence is recognised however it is written', async () => {
    const respondent = { name: '山水', kind: 'travel-agency', licence: 'ｌ-yn 1001' };
    const story = await Story.begin(world, { respondent });
    expect((await story.read()).respondent).toEqual({ ...respondent, operator: 'shanshui' });
  });

  it.each(OPERATOR_PEOPLE)('%s gets at no case by the address of the office', async (name) => {
    const story = await notified();
    const client = await world.as(name);
    for (const rest of ['', '/history', '/clocks', '/actions'])
      expect([rest, (await client.get(`${story.path}${rest}`)).status]).toEqual([rest, 404]);
    const acts = ['review-start', 'filing-approval', 'documents', 'reply', 'respondent-identity'];
    const bodies: Readonly<Record<string, object>> = {
      documents: { kind: 'D04' },
      reply: reply(),
      'respondent-identity': { operator: 'shanshui' },
    };
    for (const act of acts) {
      const answer = await client.post(`${story.path}/${act}`, bodies[act] ?? {}, { ifMatch: 0 });
      expect([act, answer.status]).toEqual([act, 404]);
    }
    expect((await client.post('/v1/complaints', registration())).status).toBe(403);
  });

  it('the list is read page by page, the newest service first', async () => {
    await world.settle();
    const clerk = await world.as('shanshui/clerk');
    const all = (await clerk.get(`${PATH}?limit=200`)).body.items as { id: string; servedAt: string }[];
    expect(all.map(({ servedAt }) => servedAt)).toEqual(
      all
        .map(({ servedAt }) => servedAt)
        .toSorted()
        .reverse(),
    );
    const seen: string[] = [];
    let next: string | undefined = `${PATH}?limit=3`;
    while (next !== undefined) {
      const answer: Answer = await clerk.get(next);
      seen.push(...answer.body.items.map(({ id }: { id: string }) => id));
      next = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('"what can be done now" is what is then accepted, and refused for the reason given', async () => {
    const story = await notified();
    const form = () => evidenceForm(undefined, { submittedBy: undefined });
    const opinionAttachment = await opinion(story.id);
    const bodies: Readonly<Record<string, () => object>> = {
      responsible: () => ({ responsible: 'shanshui-agent' }),
      investigations: () => ({
        investigators: ['shanshui-agent', 'shanshui-clerk'],
        facts: '属实。',
        evidence: [],
      }),
      reply,
      settlement: () => ({ ...SETTLEMENT, opinionAttachment }),
      attachments: form,
    };
    for (const post of ['clerk', 'manager'] as const) {
      const { actions } = (await get(`shanshui/${post}`, `${PATH}/${story.id}/actions`)).body;
      expect(actions.map(({ action }: { action: string }) => action).toSorted()).toEqual([
        'AssignRespondent',
        'AttachEvidence',
        'RecordReply',
        'RecordRespondentInvestigation',
        'ReportSettlement',
      ]);
      for (const { href, allowed, reason } of actions) {
        const act = href.split('/').at(-1);
        const answer = await attempt(`shanshui/${post}`, story.id, act, bodies[act]!());
        if (allowed) expect([act, answer.status]).toEqual([act, act === 'attachments' ? 201 : 200]);
        else expect([act, answer.body.code]).toEqual([act, reason.code]);
      }
    }
  });

  it('B09: a late answer is kept as late, and what has happened meanwhile stands', async () => {
    const story = await notified();
    await world.moveTo('2026-04-24T09:00:00+08:00');
    expect((await story.read()).phase).toBe('under-investigation');
    const seen = (await get('shanshui/clerk', `${PATH}/${story.id}`)).body;
    expect(seen.replyOverdueAt).toBe('2026-04-23T16:00:00.000Z');
    const late = await attempt('shanshui/clerk', story.id, 'reply', reply());
    expect([late.status, late.body.phase]).toEqual([200, 'under-investigation']);
    expect((await story.read()).reply.late).toBe(true);
  });
});
