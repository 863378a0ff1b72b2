import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrationOf } from '../../apps/standalone/sample/complaints.js';
import {
  assessment,
  closingForm,
  idOf,
  record,
  reply,
  service,
  session,
  Story,
  termination,
  World,
  type OfficeId,
} from '../support/index.js';

/** The twelve complaints of the samples, each along its path to the archive, over HTTP. */
let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-11-16T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

/** Registered by the hotline; what had run out by then has rung. */
async function begin(ref: string, office: OfficeId = 'yunhai'): Promise<Story> {
  const story = await Story.begin(world, registrationOf(ref), { by: 'hotline', office });
  await world.settle();
  return story;
}
const OTHER = (startedOn: string) => ({ limitation: [{ claim: 0, class: 'other', startedOn }] });
const DEPOSIT = {
  limitation: [{ claim: 0, class: 'deposit', startedOn: '2026-10-12' }],
  scope: ['S1', 'S4'],
};

/** Reviewed, accepted, filed, both notices served. */
async function notified(story: Story, reviewed: object): Promise<Story> {
  await story.decided({ outcome: 'accept', file: true }, reviewed as Record<string, unknown>);
  await story.served('D04');
  await story.served('D05', { relation: 'receiving-staff' });
  return story;
}

/** Investigated by two, on what the parties dispute. */
async function investigated(story: Story): Promise<void> {
  const two = [idOf(story.person('officer1')), idOf(story.person('officer2'))];
  await story.act('officer1', 'investigation', {
    investigators: two.map((id) => ({ id, certificate: `证 ${id}` })),
  });
  await story.act('officer1', 'dispute-points', {
    points: [{ point: '是否按合同履行', complainant: '未履行。', respondent: '已履行。' }],
  });
  await story.act('officer1', 'investigation-records', record(two));
  await story.act('officer1', 'facts', await story.facts());
}

async function mediated(story: Story): Promise<void> {
  await investigated(story);
  await story.act('officer1', 'mediation-requests', { party: 'complainant' });
  await story.act('officer1', 'mediation', { mediators: [idOf('officer1')] });
  await story.act('officer1', 'mediation-sessions', session());
}

async function failed(story: Story): Promise<void> {
  await mediated(story);
  await story.act('officer1', 'mediation-failure', { reason: 'no-agreement', note: '差距过大。' });
}

/** Issued, and every copy served. */
async function told(story: Story, kind: string): Promise<void> {
  await story.issued(kind);
  const { documents } = await story.read();
  const copies = (documents as { documentId: string; kind: string }[]).filter((one) => one.kind === kind);
  for (const { documentId } of copies) {
    const receipt = `HZ-${documentId}`;
    await story.act('officer1', `documents/${documentId}/service`, service(await world.now(), { receipt }));
  }
}

/** Closing form, the leader's approval, the follow-up call, the archive; nothing runs any more. */
async function closed(story: Story, form: object = {}): Promise<void> {
  await story.act('officer1', 'closing-request', closingForm({ ...form }));
  await story.act('leader', 'closing-approval');
  await story.followedUp();
  await archived(story);
}

async function archived(story: Story): Promise<void> {
  await story.act('officer1', 'archiving', { pages: 20 });
  const { clocks } = await story.read('/clocks');
  const open = clocks.filter(({ status }: { status: string }) => ['running', 'paused'].includes(status));
  expect([(await story.read()).phase, open]).toEqual(['archived', []]);
  expect((await story.read('/volume')).items.length).toBeGreaterThan(3);
}

describe('each sample complaint goes its way to the archive', () => {
  it('C01: accepted, answered, agreed in mediation (G28, G29)', async () => {
    const story = await notified(await begin('C01'), OTHER('2026-10-18'));
    await story.act('officer1', 'reply', reply());
    await mediated(story);
    await story.act('officer1', 'mediation-agreement', await story.agreement());
    await told(story, 'D14');
    await closed(story, { performance: 'performed' });
  });

  it('C02: the respondent is silent for ten days; investigated, mediation fails, terminated (G19, G57)', async () => {
    const story = await notified(await begin('C02'), OTHER('2026-10-05'));
    await world.moveTo('2026-12-01T09:00:00+08:00');
    expect(await story.read()).toMatchObject({ phase: 'under-investigation' });
    expect((await story.read()).replyOverdueAt).toBeDefined();
    await failed(story);
    await story.act('officer1', 'mediation-termination', termination());
    await told(story, 'D15');
    await closed(story);
  });

  it('C03: supplement asked and supplied, accepted, settled between the parties (G08, G24–G26)', async () => {
    const story = await begin('C03');
    await story.act('registrar', 'review-start');
    await story.act('registrar', 'supplement-requests', {
      items: ['translation', 'evidence'],
      note: '请补中文译本。',
    });
    await story.act('registrar', 'supplements', { items: ['translation', 'evidence'], note: '已补。' });
    await notified(story, OTHER('2026-10-20'));
    await story.settled();
    await story.issued('D13');
    await closed(story, { performance: 'performed' });
  });

  it('C04: no tourism matter: transferred to the transport authority, whose answer concludes it (G13)', async () => {
    const story = await begin('C04');
    const reviewed = {
      ...OTHER('2026-11-05'),
      scope: [],
      jurisdiction: 'other-department',
      competent: '交通运输局',
    };
    await story.decided({ outcome: 'transfer' }, reviewed);
    await story.served('D08');
    await story.served('D08C');
    await story.act('officer1', 'transfer-result', { result: '已责令退还。' });
    await archived(story);
  });

  it('C05: out of time: rejected, the notice served (G11, A06)', async () => {
    const story = await begin('C05');
    const decision = { outcome: 'reject', reasons: ['R4'], remedies: ['civil-action'] };
    await story.decided(decision, { ...OTHER('2026-03-18'), recommendation: 'reject' });
    await story.served('D06');
    await archived(story);
  });

  it('C06: referred down to the county office, the result reported in time (G12, A15)', async () => {
    const story = await begin('C06');
    const reviewed = { ...OTHER('2026-11-03'), scope: ['S2'], jurisdiction: 'lower-level' };
    await story.decided({ outcome: 'refer-down' }, { ...reviewed, competent: '石桥县文化和旅游局' });
    await story.served('D07');
    await story.served('D08C');
    await story.act('officer1', 'referral-report', { result: '景区已退票款。' });
    expect((await story.clock('DL-REFER-RESULT')).status).toBe('met');
    await archived(story);
  });

  it('C07: joint, one representative; mediation fails, the deposit decided by the bureau leader (G32, G33, G53)', async () => {
    const story = await notified(await begin('C07'), DEPOSIT);
    await story.act('officer1', 'reply', reply());
    await failed(story);
    await story.act('officer1', 'deposit-assessment', assessment());
    await story.act('officer1', 'deposit-decision', { decision: '动用质量保证金赔偿。', amountFen: 365_000 });
    await story.act('bureau-leader', 'deposit-decision/signature');
    await told(story, 'D16');
    await closed(story, { performance: 'performed' });
  });

  it('C08: an expert appraisal pauses the case; then agreed in mediation (G55)', async () => {
    const story = await notified(await begin('C08'), { ...OTHER('2026-10-30'), scope: ['S3'] });
    await story.act('officer1', 'reply', reply());
    await investigated(story);
    await story.act('officer1', 'mediation-requests', { party: 'complainant' });
    await story.act('officer1', 'mediation', { mediators: [idOf('officer1')] });
    const before = await story.clock('DL-DISPOSE.RB-2026');
    const agreements = { complainant: '同意书 1', respondent: '同意书 2' };
    await story.act('officer1', 'appraisals', { body: '珠宝检验站', matter: '是否天然翡翠', agreements });
    expect((await story.clock('DL-DISPOSE.RB-2026')).status).toBe('paused');
    await world.moveTo(new Date(Date.parse(await world.now()) + 7 * 86_400_000).toISOString());
    await story.act('officer1', 'appraisal-end', { report: '鉴定书：处理翡翠。' });
    const after = await story.clock('DL-DISPOSE.RB-2026');
    expect([after.status, after.dueOn > before.dueOn]).toEqual(['running', true]);
    await story.act('officer1', 'mediation-sessions', session());
    await story.act('officer1', 'mediation-agreement', await story.agreement());
    await told(story, 'D14');
    await closed(story, { performance: 'performed' });
  });

  it('C10: force majeure under the Measures of 2026: mediation on the refund (A13)', async () => {
    const story = await notified(await begin('C10'), { ...OTHER('2026-10-30'), scope: ['S6'] });
    await story.act('officer1', 'reply', reply());
    await investigated(story);
    const revocation = { ground: 'force-majeure', evidence: ['航班取消证明'], reason: '台风。' };
    const refused = await story.attempt('leader', 'revocation', revocation);
    expect([refused.status, refused.body.code]).toEqual([409, 'revocation-not-in-rulebook']);
    await story.act('officer1', 'mediation-requests', { party: 'complainant' });
    await story.act('officer1', 'mediation', { mediators: [idOf('officer1')] });
    await story.act('officer1', 'mediation-sessions', session());
    await story.act('officer1', 'mediation-agreement', await story.agreement());
    await told(story, 'D14');
    await closed(story, { performance: 'performed' });
  });

  it('C10: force majeure under the manual: the filing is revoked (G36)', async () => {
    const story = await notified(await begin('C10', 'linhai'), { ...OTHER('2026-10-30'), scope: ['S6'] });
    await story.act('officer1', 'reply', reply());
    await investigated(story);
    const revocation = { ground: 'force-majeure', evidence: ['航班取消证明'], reason: '台风。' };
    await story.act('leader', 'revocation', revocation);
    await told(story, 'D18');
    await closed(story);
  });

  it('C11: the respondent agrees in its answer, and the complainant withdraws (G61, A14)', async () => {
    const story = await notified(await begin('C11'), OTHER('2026-11-20'));
    await story.act('officer1', 'reply', reply());
    await story.withdrawn();
    await closed(story);
  });

  it('C12: conditions not met, nothing supplied: the leader decides not to accept (G08, A17)', async () => {
    const story = await begin('C12');
    await story.act('registrar', 'review-start');
    await story.act('registrar', 'supplement-requests', {
      items: ['respondent-identity', 'facts'],
      note: '请补充。',
    });
    const { dueOn } = await story.clock('DL-SUPPLEMENT');
    await world.moveTo(`${dueOn}T23:59:59+08:00`);
    await world.moveTo(new Date(Date.parse(await world.now()) + 60_000).toISOString());
    await story.reviewed({
      ...{
        scope: [],
        limitation: [],
        unmetConditions: ['identified-respondent-and-concrete-claim'],
        recommendation: 'reject',
      },
    });
    const decision = { outcome: 'reject', reasons: ['R5'], remedies: ['complain-again-with-new-facts'] };
    await story.act('leader', 'acceptance-decision', decision);
    await story.act('section-head', 'handlers', { handlers: [idOf('officer1')] });
    await story.served('D06');
    await archived(story);
  });
});
