import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closingForm, idOf, reply, service, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const typesOf = (answer: { body: { events: string[] } }) => answer.body.events;
const running = async (story: Story) =>
  (await story.read('/clocks')).clocks.filter(({ status }: { status: string }) =>
    ['running', 'paused'].includes(status),
  );
const REJECTED = [
  { outcome: 'reject', reasons: ['R3'], remedies: ['other-department'] },
  { jurisdiction: 'other-department', competent: '市场监管局', recommendation: 'reject' },
] as const;
const REOPENING = { reason: '投诉人不服。', department: '投诉处理科', person: idOf('officer1') };

describe('how a case ends and is put away', () => {
  it('1.7, G38: a rejection served goes to the archive without a closing form; the volume lists what is in it', async () => {
    const story = await (await Story.begin(world)).decided(...REJECTED);
    await story.served('D06');
    const asked = await story.attempt('officer1', 'closing-request', closingForm());
    expect([asked.status, asked.body.code]).toEqual([409, 'action-not-in-this-phase']);
    expect(typesOf(await story.act('officer1', 'archiving', { pages: 12 }))).toEqual(['CaseArchived']);
    expect((await story.read()).phase).toBe('archived');
    const volume = await story.read('/volume');
    expect(volume).toMatchObject({
      number: story.number,
      phase: 'archived',
      retention: { class: '定期10年', years: 10 },
      keptUntil: '2036-04-13',
      pages: 12,
    });
    expect(volume.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'complaint',
      'evidence',
      'review',
      'decision',
      'D06',
      'service-record',
    ]);
    expect(volume.items[4]).toMatchObject({
      place: 5,
      number: '云旅投不受〔2026〕1号',
      title: { zh: '旅游投诉不予受理通知书', en: 'Notice of rejection' },
      on: '2026-04-13',
    });
  });

  it('D06: the notice names the complaint, the ground with its article, and other remedies', async () => {
    const story = await (await Story.begin(world)).decided(...REJECTED);
    await story.drafted('D06');
    expect((await story.read()).documents[0].contents).toMatchObject({
      complaint: { facts: '合同约定四星级酒店，实际入住三星级。', claims: [{ kind: 'lodging-below-grade' }] },
      grounds: [{ reason: 'R3', rulebook: 'RB-2026', verification: 'unverified' }],
      remedies: ['other-department'],
    });
  });

  it('D04, D05: rights, contact and next deadline for one; who complains, masked, for the other', async () => {
    const story = await (await Story.begin(world)).filed();
    await story.drafted('D04');
    await story.drafted('D05');
    const { documents } = await story.read();
    expect(documents[0].contents).toMatchObject({
      rights: expect.arrayContaining(['withdraw', 'settle', 'ask-for-mediation']),
      contact: { phone: '0871-12301' },
      nextDeadline: { code: 'DL-MEDIATE', dueOn: '2026-05-13', rulebook: 'RB-MANUAL' },
    });
    expect(documents[1].contents).toMatchObject({
      complainants: [{ name: '王**', representative: false }],
      attachments: 2,
    });
  });

  it('the volume is there as text too, and grows with the case until it is archived', async () => {
    const story = await (await Story.begin(world)).reviewed();
    const text = await (
      await fetch(`${world.base}${story.path}/volume`, {
        headers: {
          accept: 'text/plain',
          authorization: `Bearer ${await world.identity.tokenOf(idOf('leader'))}`,
        },
      })
    ).text();
    expect(text).toContain(`卷宗 ${story.number}`);
    expect(text).toMatch(/3\t\t初审意见\t2026-04-13/);
  });

  it('G52: a rejection is told by word of mouth under the law, and that is its service', async () => {
    const story = await (await Story.begin(world, { channel: 'phone' })).decided(...REJECTED);
    await story.act('officer1', 'oral-notices', {
      kind: 'D06',
      recipient: '王晓梅',
      relation: 'addressee',
      words: '告知不属旅游投诉范围，可向市场监管部门反映。',
    });
    const { phase, oralNotices } = await story.read();
    expect(phase).toBe('rejection-served');
    expect(oralNotices[0]).toMatchObject({ recipient: '王**', toldBy: idOf('officer1'), kind: 'D06' });
    expect((await story.clock('DL-ACCEPT.RB-2026')).status).toBe('met');
  });

  it('G54: what was stopped at once is recorded in place of filing and notices, and put away', async () => {
    const story = await (await Story.begin(world)).decided({ outcome: 'accept' });
    await story.act('officer1', 'immediate-action', {
      facts: '导游甩团，事实清楚。',
      measure: '责令旅行社立即恢复行程。',
      result: '行程已恢复，投诉人满意。',
    });
    expect(await running(story)).toEqual([]);
    await story.act('officer1', 'archiving');
    expect((await story.read()).immediateAction.result).toBe('行程已恢复，投诉人满意。');
  });

  it('G61, A14: one who withdraws before the filing is put away by the registrar, without a form', async () => {
    const story = await Story.begin(world);
    const { complainants } = await story.read();
    const withdrawal = { form: 'oral-recorded', statement: '已与旅行社谈妥。' };
    const nobody = await story.attempt('registrar', 'withdrawal', {
      ...withdrawal,
      consents: ['00000000-0000-4000-8000-000000000000'],
    });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'consent-of-all-missing']);
    await story.act('registrar', 'withdrawal', { ...withdrawal, consents: [complainants[0].subject] });
    expect(await running(story)).toEqual([]);
    await story.act('registrar', 'archiving');
    expect(await story.read()).toMatchObject({
      phase: 'archived',
      withdrawal: { statement: '已与旅行社谈妥。' },
    });
  });

  it('G37: a filed case is closed by form and approval; a returned form leads back, another person approves', async () => {
    const story = await (await (await Story.begin(world)).notified()).withdrawn();
    const early = await story.attempt('officer1', 'archiving');
    expect([early.status, early.body.code]).toEqual([409, 'closing-form-needed']);
    await story.act('officer1', 'closing-request', closingForm());
    await story.act('leader', 'closing-return', { reason: '请补充履行情况。' });
    expect((await story.read()).phase).toBe('withdrawn');
    await story.act('officer1', 'closing-request', closingForm({ performance: 'performed' }));
    expect(typesOf(await story.act('leader', 'closing-approval', { opinion: '同意结案。' }))).toEqual([
      'ClosingApproved',
      'CaseClosed',
      'ClockStarted',
      'CallbackRequired',
    ]);
    await story.followedUp();
    await story.act('officer1', 'archiving');
    expect((await story.read()).closings).toMatchObject([
      { returned: { reason: '请补充履行情况。' } },
      { performance: 'performed', approved: { by: idOf('leader'), opinion: '同意结案。' } },
    ]);
    await world.settle();
    const { items } = (await (await world.as('leader')).get('/v1/complaints?phase=archived')).body;
    expect(items.find(({ id }: { id: string }) => id === story.id)).toMatchObject({ endedAs: 'withdrawn' });
  });

  it('H16: an archived case is reopened with cause and responsibility, and has thirty days', async () => {
    const story = await (await (await Story.begin(world)).notified()).withdrawn();
    await story.act('officer1', 'closing-request', closingForm());
    await story.act('leader', 'closing-approval');
    await story.followedUp();
    await story.act('officer1', 'archiving');
    const own = await story.attempt('leader', 'reopening', {
      ...REOPENING,
      cause: 'dissatisfaction',
      person: idOf('leader'),
    });
    expect([own.status, own.body.code]).toEqual([403, 'record-about-oneself']);
    await story.act('leader', 'reopening', { ...REOPENING, cause: 'dissatisfaction' });
    const again = await story.read();
    expect(again.phase).toBe('under-investigation');
    expect(again.archive).toBeUndefined();
    expect(again.reopenings[0]).toMatchObject({
      cause: 'dissatisfaction',
      person: idOf('officer1'),
      course: { withdrawal: { form: 'written' }, archive: { keptUntil: '2036-04-13' } },
    });
    expect(await story.clock('DL-REOPENED.RB-MANUAL')).toMatchObject({
      status: 'running',
      dueOn: '2026-05-13',
    });
    await story.act('officer1', 'reply', reply());
  });

  it('G51: a rejected case is heard again on new facts only', async () => {
    const story = await (await Story.begin(world)).decided(...REJECTED);
    await story.served('D06');
    const refused = await story.attempt('leader', 'reopening', { ...REOPENING, cause: 'dissatisfaction' });
    expect([refused.status, refused.body.code]).toEqual([409, 'reopening-needs-new-facts']);
    await story.act('leader', 'reopening', { ...REOPENING, cause: 'new-facts' });
    expect((await story.read()).phase).toBe('under-review');
    await story.act('registrar', 'preliminary-review', {
      jurisdiction: 'own-level',
      scope: ['S1'],
      unmetConditions: [],
      limitation: [{ claim: 0, class: 'other', startedOn: '2026-03-20' }],
      recommendation: 'accept',
      opinion: '有新证据，建议受理。',
    });
    await story.act('leader', 'acceptance-decision', { outcome: 'accept', file: true });
    expect((await story.read()).phase).toBe('filed');
  });

  it('A13: the law revokes no filing, and says what can be done instead', async () => {
    const story = await (await Story.begin(world)).investigated();
    const { actions } = await story.read('/actions');
    const shown = actions.find(({ action }: { action: string }) => action === 'RevokeFiling');
    expect(shown).toMatchObject({
      allowed: false,
      reason: {
        code: 'revocation-not-in-rulebook',
        rules: ['G36', 'A13'],
        facts: { rulebook: 'RB-2026', grounds: [] },
      },
    });
    expect(shown.reason.remedy.en).toContain('mediate on the refund only');
  });

  it('G56, G60: findings stand beside the case', async () => {
    const story = await (await Story.begin(world)).filed();
    await story.act('officer1', 'enforcement-leads', {
      branch: 'other-authority',
      authority: '市场监管局',
      suspicion: '涉嫌无证经营。',
    });
    await story.act('officer1', 'non-cooperation', { form: 'withholds-evidence', account: '拒不提供合同。' });
    expect(await story.read()).toMatchObject({
      phase: 'filed',
      leads: [{ branch: 'other-authority', suspicion: '涉嫌无证经营。' }],
      nonCooperation: [{ form: 'withholds-evidence', verification: 'unverified' }],
    });
  });

  it('1.7: a transfer without result is closed by the leader, with the reason', async () => {
    const story = await (
      await Story.begin(world)
    ).decided({ outcome: 'transfer' }, { jurisdiction: 'other-department', competent: '交通运输局' });
    const letter = await story.issued('D08');
    await story.act('officer1', `documents/${letter}/dispatch`, { method: 'mail' });
    await story.act('leader', 'transfer-closing', { reason: '逾期未复，已函告。' });
    expect(await story.read()).toMatchObject({ phase: 'transfer-concluded', result: '逾期未复，已函告。' });
    const unserved = await story.attempt('officer1', 'archiving');
    expect([unserved.status, unserved.body.code]).toEqual([422, 'issued-documents-unserved']);
    await story.act('officer1', 'archiving', { unserved: '回执未退回。' });
  });
});

describe('an office that follows its manual throughout', () => {
  let story: Story;

  it('G36: revokes the filing on proof, serves D18, closes and archives', async () => {
    story = await (await Story.begin(world, {}, { office: 'linhai' })).investigated();
    await story.act('leader', 'revocation', {
      ground: 'force-majeure',
      evidence: ['气象台台风预警'],
      reason: '台风致行程中止。',
    });
    const early = await story.attempt('linhai/officer1', 'closing-request', closingForm());
    expect([early.status, early.body.code]).toEqual([409, 'closing-before-notice']);
    const notice = await story.issued('D18');
    await story.act('officer1', `documents/${notice}/service`, service(await world.now()));
    await story.act('officer1', 'closing-request', closingForm({ result: '不可抗力，撤销立案。' }));
    await story.act('leader', 'closing-approval');
    await story.followedUp();
    await story.act('officer1', 'archiving');
    expect(await story.read('/volume')).toMatchObject({
      retention: { class: '定期1年', years: 1 },
      keptUntil: '2027-04-13',
    });
  });

  it('G52: knows no word of mouth', async () => {
    const rejected = await (await Story.begin(world, {}, { office: 'linhai' })).decided(...REJECTED);
    const answer = await rejected.attempt('linhai/officer1', 'oral-notices', {
      kind: 'D06',
      recipient: '王晓梅',
      relation: 'addressee',
      words: '不予受理。',
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'oral-form-not-in-rulebook']);
  });

  it('A16: after its term two people destroy the volume: the texts are gone, the history and its proof stay', async () => {
    const early = await story.attempt('linhai/section-head', 'destruction-proposal', { reason: '期满。' });
    expect([early.status, early.body.code]).toEqual([409, 'volume-still-kept']);
    const before = await story.history();
    await world.moveTo('2027-04-14T09:00:00+08:00');
    await story.act('section-head', 'destruction-proposal', { reason: '保管期满。' });
    const done = await story.act('leader', 'destruction-approval');
    expect(typesOf(done)).toEqual(['DestructionApproved', 'CaseDestroyed']);
    const gone = await story.read();
    expect(gone).toMatchObject({
      phase: 'archived',
      facts: { erased: true },
      complainants: [{ name: { erased: true } }],
      archive: { destruction: { approvedBy: 'linhai-leader' } },
    });
    expect(gone.archive.destruction.destroyedAt).toBeDefined();
    const after = await story.history();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ type: 'CaseDestroyed', actor: { id: 'system' }, data: { keys: 2 } });
    expect((await story.read('/volume')).items.length).toBeGreaterThan(5);
    const look = await story.attempt('linhai/leader', 'contact-disclosures', {
      subject: gone.complainants[0].subject,
      purpose: '回访',
    });
    expect([look.status, look.body.code]).toEqual([409, 'case-destroyed']);
    const reopened = await story.attempt('linhai/leader', 'reopening', {
      ...REOPENING,
      cause: 'dissatisfaction',
    });
    expect([reopened.status, reopened.body.code]).toEqual([409, 'case-destroyed']);
  }, 60_000);
});
