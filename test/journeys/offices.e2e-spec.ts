import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, IN_TIME, receivingCase, referred, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-01-21T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const at = (day: string, time = '09:30') => world.moveTo(`${day}T${time}:00+08:00`);

describe('E8: the province refers a case to the county', () => {
  let parent: Story;
  let child: Story;

  it('G12, A15: with the service of the notice the case is at the county, with a number and clocks of its own', async () => {
    await at('2026-01-26');
    parent = await referred(world, 'yunling');
    const { handover, decision } = await parent.read();
    expect(decision).toMatchObject({ receiver: '石桥县文化和旅游局', receiverOffice: 'shiqiao' });
    child = await receivingCase(parent);
    expect(handover.receiving).toMatchObject({ office: 'shiqiao', kind: 'referral', number: child.number });
    expect(child.number).toBe('石旅投诉〔2026〕1号');
    const read = await child.read('', 'registrar');
    expect(read).toMatchObject({
      phase: 'registered',
      office: 'shiqiao',
      channel: 'transferred',
      origin: { complaintId: parent.id, office: 'yunling', number: parent.number, route: ['yunling'] },
      facts: '合同约定四星级酒店，实际入住三星级。',
      complainants: [{ name: '王**', phone: '100****5678' }],
    });
    expect((await parent.clock('DL-REFER-RESULT')).dueOn).toBe('2026-02-25');
    expect((await parent.clock('DL-CUSTODY')).dueOn).toBe('2026-02-25');
    expect((await child.clock('DL-REPORT-BACK')).dueOn).toBe('2026-02-25');
    expect((await child.clock('DL-REVIEW')).dueOn).toBe('2026-01-28');
  });

  it('personal data stay under the same person’s key, what was told under the key of the county’s case', async () => {
    const [up, down] = [await parent.read('', 'registrar'), await child.read('', 'registrar')];
    expect(down.complainants[0].subject).toBe(up.complainants[0].subject);
    const { rows } = await world.pool.query<{ facts: string; name: string }>(
      `select body::jsonb #>> '{data,facts,subject}' as facts,
         body::jsonb #>> '{data,complainants,0,name,subject}' as name
       from es.events where stream_id = $1 and revision = 0`,
      [`complaint-${child.id}`],
    );
    expect(rows).toEqual([{ facts: child.id, name: up.complainants[0].subject }]);
    const disclosed = await (
      await world.as('shiqiao/registrar')
    ).post(`${child.path}/contact-disclosures`, {
      subject: down.complainants[0].subject,
      purpose: '核对地址。',
    });
    expect(disclosed.body).toMatchObject({ name: '王晓梅', phone: '10012345678' });
  });

  it('督办: the county is late; the province sees it, urges, and the county answers and reports', async () => {
    await child.decided({ outcome: 'accept', file: true }, IN_TIME);
    await at('2026-02-26', '00:00');
    expect((await parent.clock('DL-REFER-RESULT')).status).toBe('missed');
    const supervisor = await world.as('yunling/section-head');
    const overdue = (await supervisor.get('/v1/supervision?office=shiqiao')).body.items;
    expect(overdue).toContainEqual(
      expect.objectContaining({
        complaintId: child.id,
        office: 'shiqiao',
        code: 'DL-REPORT-BACK',
        status: 'missed',
        escalatedTo: ['leader', 'superior-office'],
      }),
    );
    const urged = await child.attempt('yunling/section-head', 'urges', { text: '请于三日内报告办理情况。' });
    expect(urged.status).toBe(200);
    await child.act('leader', 'urge-answer', { answer: '已约双方调解，明日报告。' });
    await at('2026-02-27');
    await child.act('officer1', 'report-to-referrer', { result: '双方已达成一致，退还差价。' });
    await world.settle();
    expect(await parent.read()).toMatchObject({
      phase: 'referral-concluded',
      result: '双方已达成一致，退还差价。',
    });
    expect((await parent.clock('DL-REFER-RESULT')).status).toBe('met-late');
    expect((await child.clock('DL-URGE')).status).toBe('met');
    expect((await child.read()).urges).toEqual([
      expect.objectContaining({
        text: '请于三日内报告办理情况。',
        answer: expect.objectContaining({ text: '已约双方调解，明日报告。' }),
      }),
    ]);
  });

  it('G12: a report that is not enough goes back; the county reports again', async () => {
    await parent.act('leader', 'referral-report-return', { reason: '请补充协议书。' });
    await world.settle();
    expect((await parent.read()).phase).toBe('referred-down');
    const { duty } = await child.read();
    expect(duty.reports).toEqual([
      expect.objectContaining({ returned: expect.objectContaining({ reason: '请补充协议书。' }) }),
    ]);
    expect((await child.clock('DL-REPORT-BACK')).status).toBe('running');
    await child.act('officer1', 'report-to-referrer', { result: '附协议书。' });
    await world.settle();
    expect(await parent.read()).toMatchObject({ phase: 'referral-concluded', result: '附协议书。' });
  });
});

describe('what a superior office may see and do', () => {
  it('reads a lower office’s case masked, without contact or free text, and does nothing to it that is not supervision', async () => {
    const story = await Story.begin(world);
    const leader = await world.as('yunling/leader');
    const read = await leader.get(story.path);
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({
      facts: { withheld: true },
      complainants: [{ name: '王**', phone: '100****5678' }],
    });
    expect(JSON.stringify(read.body)).not.toContain('四星级');
    for (const act of ['review-start', 'acceptance-decision', 'handlers']) {
      const bodies = {
        'acceptance-decision': { outcome: 'accept' },
        handlers: { handlers: ['x'] },
      } as Record<string, object>;
      const answer = await leader.post(`${story.path}/${act}`, bodies[act] ?? {}, {
        ifMatch: read.body.revision,
      });
      expect([act, answer.status, answer.body.facts?.reason]).toEqual([act, 403, 'lower-office']);
    }
    const subject = read.body.complainants[0].subject as string;
    const contact = await leader.post(`${story.path}/contact-disclosures`, { subject, purpose: '回访。' });
    expect(codeOf(contact)).toEqual([403, 'forbidden']);
    expect(
      read.body.actions
        .filter(({ allowed }: { allowed: boolean }) => allowed)
        .map(({ action }: { action: string }) => action)
        .toSorted(),
    ).toEqual(['DesignateJurisdiction', 'ReassignCase', 'RecallCase', 'UrgeCase']);
  });

  it('an office beside or below sees nothing, nor do those of the superior office who do not supervise', async () => {
    const story = await Story.begin(world);
    for (const name of [
      'linhai/leader',
      'shiqiao/leader',
      'yunling/registrar',
      'yunling/officer1',
      'yunling/auditor',
    ] as const) {
      expect([name, ...codeOf(await (await world.as(name)).get(story.path))]).toEqual([
        name,
        404,
        'not-found',
      ]);
      const urge = await (
        await world.as(name)
      ).post(`${story.path}/urges`, { text: '请抓紧。' }, { ifMatch: 0 });
      expect([name, ...codeOf(urge)]).toEqual([name, 404, 'not-found']);
    }
    const own = await story.attempt('leader', 'urges', { text: '请抓紧。' });
    expect([own.status, own.body.facts.reason]).toEqual([403, 'own-office']);
  });

  it('lists are the own office’s, or by office those of one below; an office that is not below is not there', async () => {
    const story = await Story.begin(world);
    await world.settle();
    const leader = await world.as('yunling/leader');
    const numbers = async (query: string) =>
      (await leader.get(`/v1/complaints?limit=200${query}`)).body.items.map(
        ({ office }: { office: string }) => office,
      );
    expect(new Set(await numbers(''))).toEqual(new Set(['yunling']));
    expect(new Set(await numbers('&office=yunhai'))).toEqual(new Set(['yunhai']));
    for (const list of ['complaints', 'work-list', 'deadlines']) {
      expect((await leader.get(`/v1/${list}?office=yunhai`)).status).toBe(200);
      for (const office of ['nowhere', 'yunling']) {
        const status = (await (await world.as('linhai/leader')).get(`/v1/${list}?office=${office}`)).status;
        expect([list, office, status]).toEqual([list, office, 404]);
      }
      expect((await (await world.as('yunling/registrar')).get(`/v1/${list}?office=yunhai`)).status).toBe(404);
    }
    expect((await (await world.as('shiqiao/leader')).get('/v1/supervision')).body.items).toEqual([]);
    expect((await (await world.as('registrar')).get('/v1/supervision')).status).toBe(403);
    expect((await leader.get('/v1/supervision?office=yunling')).status).toBe(404);
    expect(story.office).toBe('yunhai');
  });
});
