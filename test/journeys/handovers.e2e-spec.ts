import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeOf,
  IN_SHIQIAO,
  IN_TIME,
  receivingCase,
  referred,
  Story,
  transferred,
  World,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-01-26T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

describe('offices that do not agree whose case it is', () => {
  let ours: Story;

  it('G50: given back with the reason it is reviewed again here; the record there stays', async () => {
    ours = await transferred(await Story.begin(world));
    const theirs = await receivingCase(ours, 'linhai');
    expect(await theirs.read()).toMatchObject({
      phase: 'registered',
      origin: { kind: 'transfer', office: 'yunhai' },
    });
    await theirs.act('leader', 'return-to-sender', { reason: '合同在云海签订。' });
    await world.settle();
    expect(await theirs.read()).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'returned', to: 'yunhai' },
    });
    expect(await ours.read()).toMatchObject({
      phase: 'under-review',
      earlier: [
        {
          decision: { outcome: 'transfer', receiverOffice: 'linhai' },
          documents: [{ kind: 'D08' }],
          undone: { how: 'returned', office: 'linhai', reason: '合同在云海签订。' },
        },
      ],
    });
    expect((await ours.clock('DL-REVIEW')).status).toBe('running');
  });

  it('G50: given back a second time it goes to the common superior, who sees the dispute and says whose it is', async () => {
    await transferred(ours);
    const again = await receivingCase(ours, 'linhai');
    await again.act('leader', 'return-to-sender', { reason: '仍不属临海。' });
    await world.settle();
    expect((await ours.read()).phase).toBe('awaiting-designation');
    const superior = await world.as('yunling/leader');
    const seen = (await superior.get('/v1/supervision')).body.items;
    expect(seen).toContainEqual(
      expect.objectContaining({ complaintId: ours.id, code: 'DL-DESIGNATE', status: 'running' }),
    );
    const read = (await superior.get(ours.path)).body;
    expect(read.earlier.map(({ undone }: { undone: { reason: string } }) => undone.reason)).toEqual([
      '合同在云海签订。',
      '仍不属临海。',
    ]);
    const named = await ours.attempt('yunling/leader', 'designation', {
      office: 'linhai',
      reason: '争议发生在临海。',
    });
    expect(named.status).toBe(200);
    await world.settle();
    expect(await ours.read()).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'designated', to: 'linhai' },
    });
  });

  it('G50: what was designated is handled there, and not given back', async () => {
    const theirs = await receivingCase(ours, 'linhai');
    expect((await theirs.read()).origin).toMatchObject({
      kind: 'designation',
      designatedBy: 'yunling',
      route: ['yunhai'],
    });
    const back = await theirs.attempt('linhai/leader', 'return-to-sender', { reason: '不同意。' });
    expect(codeOf(back)).toEqual([409, 'designated-case-stays']);
    const { body } = await (await world.as('linhai/leader')).get(`${theirs.path}/jurisdiction`);
    expect(body).toMatchObject({ finding: 'own-level', certain: true, bases: [{ basis: 'designation' }] });
    await theirs.decided({ outcome: 'accept' });
    expect((await theirs.read()).phase).toBe('accepted');
  });
});

describe('whose matter a complaint is', () => {
  it('G04, G50: shown with every reason, its article and how sure it is, in both languages; the review is held against it', async () => {
    const story = await Story.begin(world, IN_SHIQIAO);
    const { body } = await (await world.as('registrar')).get(`${story.path}/jurisdiction`);
    expect(body).toMatchObject({
      finding: 'lower-level',
      offices: ['shiqiao'],
      certain: true,
      rulebook: 'RB-2010',
      bases: [
        { basis: 'contract-place', article: expect.stringContaining('第五条'), verification: 'published' },
        { basis: 'respondent-place', division: '990121', office: 'shiqiao' },
      ],
    });
    expect(body.words.zh).toContain('应由下级机构（石桥县文化和旅游局）管辖');
    expect(body.words.en).toContain('It is the matter of a lower office (Shiqiao)');
    await story.act('registrar', 'review-start');
    const differs = await story.attempt('registrar', 'preliminary-review', {
      jurisdiction: 'own-level',
      scope: ['S1'],
      unmetConditions: [],
      limitation: [{ claim: 0, class: 'other', startedOn: '2026-01-10' }],
      recommendation: 'accept',
      opinion: '拟受理。',
    });
    expect(codeOf(differs)).toEqual([422, 'jurisdiction-differs-without-reason']);
    await story.reviewed({ jurisdictionReason: '影响较大，由市局办理。' });
    const after = await (await world.as('registrar')).get(`${story.path}/jurisdiction?urgentStop=true`);
    expect(after.body).toMatchObject({
      urgentStop: true,
      recorded: { finding: 'own-level', withReason: true },
    });
    expect(after.body.missing).toEqual(['harmDivision']);
  });

  it('a place that is no code of a division is refused, field by field', async () => {
    const answer = await (
      await world.as('registrar')
    ).post('/v1/complaints', {
      channel: 'phone',
      complainants: [{ name: '测试' }],
      respondent: { name: '云海旅行社', division: '990021' },
      contract: { signedDivision: '12345' },
      harmDivision: '云海市',
      facts: '行程被缩短。',
      claims: [],
      evidence: [],
    });
    expect(answer.status).toBe(400);
    expect(
      answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/respondent/division', 'not-a-division'],
      ['/contract/signedDivision', 'not-a-division'],
      ['/harmDivision', 'not-a-division'],
    ]);
  });
});

describe('a transfer to another department', () => {
  it('G13, A04: the list of what goes along, the slip for it, and the return with its reason, nothing lost', async () => {
    const story = await Story.begin(world);
    await story.decided(
      { outcome: 'transfer' },
      { jurisdiction: 'other-department', competent: '云海市交通运输局' },
    );
    await story.act('officer1', 'documents', { kind: 'D08', materials: ['通话录音光盘一张'] });
    const drafted = (await story.read('', 'officer1')).documents.at(-1);
    expect(drafted.contents.materials).toEqual({
      complaint: 1,
      evidence: 2,
      items: ['合同复印件', '入住发票', '通话录音光盘一张'],
    });
    await story.act('section-head', `documents/${drafted.documentId}/issue`);
    await story.act('officer1', `documents/${drafted.documentId}/dispatch`, { method: 'direct' });
    await story.act('officer1', 'transfer-receipt', { receivedBy: '张建国', number: '交收〔2026〕15号' });
    expect((await story.read()).handover.receipt).toMatchObject({
      number: '交收〔2026〕15号',
      receivedBy: '张**',
    });
    expect((await story.read('', 'officer1')).documents.at(-1).service).toMatchObject({
      method: 'direct',
      receipt: '交收〔2026〕15号',
    });
    expect((await story.clock('DL-TRANSFER.RB-MANUAL')).status).toBe('met');
    await story.act('officer1', 'handover-return', { reason: '属旅游合同纠纷。' });
    expect(await story.read()).toMatchObject({
      phase: 'under-review',
      earlier: [
        { handover: { receipt: { number: '交收〔2026〕15号' } }, undone: { reason: '属旅游合同纠纷。' } },
      ],
    });
  });

  it('G13, G38: with the slip, and the complainant told, nothing more stands in the way of the archive', async () => {
    const story = await Story.begin(world);
    await story.decided(
      { outcome: 'transfer' },
      { jurisdiction: 'other-department', competent: '云海市交通运输局' },
    );
    const letter = await story.issued('D08');
    await story.act('officer1', `documents/${letter}/dispatch`, { method: 'mail' });
    await story.act('officer1', 'transfer-receipt', { receivedBy: '张建国', number: '交收〔2026〕16号' });
    await story.act('officer1', 'transfer-result', { result: '已责令退款。' });
    expect(codeOf(await story.attempt('officer1', 'archiving'))).toEqual([422, 'complainant-not-told']);
    const { actions } = await story.read('/actions', 'officer1');
    expect(actions).toContainEqual(
      expect.objectContaining({ action: 'DraftDocument', documentKind: 'D08C', allowed: true }),
    );
    await story.served('D08C');
    await story.act('officer1', 'archiving');
    expect((await story.read()).phase).toBe('archived');
  });
});

describe('提级与改派', () => {
  it('a referred case that its referrer takes up is here again; the county’s record stays', async () => {
    const parent = await referred(world);
    const child = await receivingCase(parent);
    expect((await child.attempt('leader', 'recall', { reason: '由市局直接办理。' })).status).toBe(200);
    await world.settle();
    expect((await parent.read()).phase).toBe('under-review');
    expect(await child.read()).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'recalled', to: 'yunhai' },
    });
    const nothing = await child.attempt('shiqiao/registrar', 'review-start');
    expect(codeOf(nothing)).toEqual([409, 'action-not-in-this-phase']);
  });

  it('a case of the city that the province takes up is a case of the province, and what the city had sent down ends', async () => {
    const city = await referred(world);
    const county = await receivingCase(city);
    expect((await city.attempt('yunling/leader', 'recall', { reason: '重大案件。' })).status).toBe(200);
    await world.settle();
    expect((await county.read()).handedOver).toMatchObject({ how: 'withdrawn', by: 'yunling' });
    const { handover } = await city.read();
    expect(handover.receiving).toMatchObject({ office: 'yunling', kind: 'recall' });
    const province = await (
      await world.as('yunling/registrar')
    ).get(`/v1/complaints/${handover.receiving.complaintId}`);
    expect(province.body).toMatchObject({
      phase: 'registered',
      facts: '合同约定四星级酒店，实际入住三星级。',
    });
  });

  it('a case that the province gives to the other city reports to who waited for it', async () => {
    const parent = await referred(world, 'yunling');
    const county = await receivingCase(parent);
    expect(
      (await county.attempt('yunling/leader', 'reassignment', { office: 'linhai', reason: '改由临海办理。' }))
        .status,
    ).toBe(200);
    await world.settle();
    const second = await receivingCase(parent, 'linhai');
    expect((await second.read()).origin).toMatchObject({
      kind: 'reassignment',
      reportTo: { complaintId: parent.id },
    });
    expect((await county.read()).handover.receiving).toMatchObject({ complaintId: second.id });
    await second.decided({ outcome: 'accept', file: true }, { jurisdictionReason: '省厅改派。', ...IN_TIME });
    await second.act('officer1', 'report-to-referrer', { result: '已办结。' });
    await world.settle();
    expect(await parent.read()).toMatchObject({ phase: 'referral-concluded', result: '已办结。' });
  });
});

describe('more time for a referred case', () => {
  it('A15: the county asks in a deposit case, the referrer’s leader consents, and both have until later', async () => {
    const parent = await referred(world);
    const child = await receivingCase(parent);
    const before = (await child.clock('DL-REPORT-BACK')).dueOn as string;
    await child.decided(
      { outcome: 'accept' },
      { limitation: [{ claim: 0, class: 'deposit', startedOn: '2026-01-10' }] },
    );
    await child.act('officer1', 'more-time-request', { days: 15, reason: '需鉴定。' });
    await world.settle();
    expect((await parent.read()).handover.moreTime).toMatchObject({ days: 15, reason: '需鉴定。' });
    await parent.act('leader', 'more-time-answer', { granted: true });
    await world.settle();
    const { dueOn } = await child.clock('DL-REPORT-BACK');
    expect(dueOn > before).toBe(true);
    expect((await parent.clock('DL-REFER-RESULT')).dueOn).toBe(dueOn);
  });
});
