import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const person = (name: string) => ({ name, phone: '10012345678' });
const FIVE = ['王一', '王二', '王三', '王四', '王五'].map(person);

describe('who acts for the complainants', () => {
  it('G53: a joint complaint changes who speaks for it with the consent of all; an agent consents for his people', async () => {
    const story = await Story.begin(world, { complainants: FIVE, representatives: [0] });
    const subjects = ((await story.read()).complainants as { subject: string }[]).map(
      ({ subject }) => subject,
    );
    const [first, second, ...rest] = subjects;
    const few = await story.attempt('registrar', 'representatives', {
      representatives: [second],
      consents: [first, second],
    });
    expect([few.status, few.body.code, few.body.facts]).toEqual([
      422,
      'consent-of-all-missing',
      { complainants: 5, consented: 2 },
    ]);
    const agent = await story.act('registrar', 'agents', {
      principals: rest,
      name: '李律师',
      phone: '10087654321',
      powers: ['act', 'settle'],
      powerOfAttorney: '授权委托书 2026-4',
    });
    expect(agent.body.events).toEqual(['AgentAuthorised']);
    const { agents } = await story.read();
    expect(agents[0]).toMatchObject({
      name: '李**',
      principals: rest.toSorted(),
      recordedBy: idOf('registrar'),
    });
    await story.act('registrar', 'representatives', {
      representatives: [second],
      consents: [first, second, agents[0].agentId],
    });
    const seen = await story.read();
    expect(
      (seen.complainants as { subject: string; representative: boolean }[])
        .filter(({ representative }) => representative)
        .map(({ subject }) => subject),
    ).toEqual([second]);
    await story.act('registrar', `agents/${agents[0].agentId}/revocation`);
    const again = await story.attempt('registrar', `agents/${agents[0].agentId}/revocation`);
    expect([again.status, again.body.code]).toEqual([409, 'agent-already-revoked']);
  });

  it("an agent's name and number stand nowhere in clear", async () => {
    const { rows } = await world.pool.query<{ count: number }>(
      `select count(*)::int as count from es.events where body ~ '李律师|10087654321'`,
    );
    expect(rows[0]?.count).toBe(0);
  });
});

describe('who stands aside', () => {
  it('G62, H17: another decides; who stands aside loses the file, and neither reads nor finds the case any more', async () => {
    const story = await Story.begin(world);
    await story.filed();
    const own = await story.attempt('officer1', 'recusal-requests', {
      person: idOf('officer1'),
      ground: 'interest-in-the-matter',
      reason: '与旅行社有合作。',
      applicant: 'complainant',
    });
    expect([own.status, own.body.code]).toEqual([403, 'record-about-oneself']);
    await story.act('section-head', 'handlers', { handlers: [idOf('officer1'), idOf('officer2')] });
    await story.act('officer2', 'recusal-requests', {
      person: idOf('officer1'),
      ground: 'interest-in-the-matter',
      reason: '与旅行社有合作。',
      applicant: 'complainant',
    });
    const { actions } = await story.read('/actions', 'section-head');
    const decide = (actions as { action: string; href: string; allowed: boolean }[]).find(
      ({ action }) => action === 'DecideRecusal',
    );
    expect(decide).toMatchObject({ allowed: true });
    const path = (decide?.href ?? '').split(`${story.id}/`)[1] ?? '';
    const done = await story.act('section-head', path, { granted: true, reason: '同意回避。' });
    expect(done.body.events).toEqual(['RecusalDecided', 'HandlersAssigned']);
    const seen = await story.read();
    expect(seen.handlers).toEqual([idOf('officer2')]);
    for (const rest of ['', '/history', '/clocks', '/actions']) {
      const shut = await story.get(rest, 'officer1');
      expect([shut.status, shut.body.facts.reason]).toEqual([403, 'stands-aside']);
    }
    const act = await story.attempt('officer1', 'filing-request', { report: '建议立案。' });
    expect([act.status, act.body.facts.reason]).toEqual([403, 'stands-aside']);
    const barred = await story.attempt('section-head', 'handlers', { handlers: [idOf('officer1')] });
    expect([barred.status, barred.body.code]).toEqual([422, 'recused-cannot-handle']);
  });

  it('G62: the case is on no list of who stands aside, and on those of everybody else', async () => {
    const story = await Story.begin(world);
    await story.act('registrar', 'review-start');
    await story.act('registrar', 'recusal-requests', {
      person: idOf('section-head'),
      ground: 'party-or-near-relative',
      reason: '系投诉人近亲属。',
      applicant: 'the-office',
    });
    const pending = ((await story.read('/actions')).actions as { action: string; href: string }[]).find(
      ({ action }) => action === 'DecideRecusal',
    );
    const lists = async (by: 'section-head' | 'leader') => {
      const client = await world.as(by);
      const paths = ['complaints', 'work-list', 'deadlines', 'rulebooks/OV-SHANDONG/dry-run'].map(
        (list) => `/v1/${list}?limit=200`,
      );
      const pages = await Promise.all(paths.map((path) => client.get(path)));
      return pages.map(({ body }) => JSON.stringify(body.items ?? body.cases).includes(story.id));
    };
    await world.settle();
    expect(await lists('section-head')).toEqual([true, true, true, true]);
    const path = (pending?.href ?? '').split(`${story.id}/`)[1] ?? '';
    await story.act('leader', path, { granted: true, reason: '同意回避。' });
    await world.settle();
    expect(await lists('section-head')).toEqual([false, false, false, false]);
    expect(await lists('leader')).toEqual([true, true, true, true]);
  });
});
