import type { Phase } from '#complaint';
import { assessment, closingForm, reply, ruling, session, termination } from './bodies.js';
import { Story } from './story.js';
import type { World } from './world.js';

const TO_OTHERS = { competent: '石桥县文化和旅游局' };

/** How a case gets into each phase: registered by the hotline agent, reviewed by the registrar, given to officer1. */
const WAYS: Readonly<Record<Phase, (story: Story) => Promise<unknown>>> = {
  registered: async () => undefined,
  'under-review': (story) => story.act('registrar', 'review-start'),
  'awaiting-supplement': async (story) => {
    await story.act('registrar', 'review-start');
    await story.act('registrar', 'supplement-requests', { items: ['evidence'], note: '请补发票。' });
    await story.drafted('D09', 'registrar');
  },
  'awaiting-approval': (story) => story.reviewed(),
  accepted: async (story) => {
    await story.decided({ outcome: 'accept' });
    await story.act('officer1', 'filing-request', { report: '建议立案。' });
  },
  filed: async (story) => {
    await story.filed();
    await story.drafted('D04');
    await story.issued('D05');
  },
  'awaiting-reply': async (story) => {
    await story.notified();
  },
  'under-investigation': async (story) => {
    await story.notified();
    await story.act('officer1', 'reply', reply());
  },
  'facts-established': (story) => story.investigated(),
  mediating: async (story) => {
    await story.mediating();
    await story.act('officer1', 'mediation-sessions', session());
  },
  'mediation-failed': (story) => story.mediationFailed(),
  agreed: async (story) => {
    await WAYS.mediating(story);
    await story.act('officer1', 'mediation-agreement', await story.agreement());
    await story.issued('D14');
  },
  settled: async (story) => {
    await story.notified();
    await story.settled();
    await story.issued('D13');
  },
  ruled: async (story) => {
    await story.mediationFailed();
    await story.act('leader', 'ruling', ruling());
    await story.issued('D15R');
  },
  terminated: async (story) => {
    await story.mediationFailed();
    await story.act('officer1', 'mediation-termination', termination());
    await story.issued('D15');
  },
  'deposit-decided': async (story) => {
    await story.mediationFailed();
    await story.act('officer1', 'deposit-assessment', assessment());
    await story.act('officer1', 'deposit-decision', { decision: '动用质量保证金赔偿。', amountFen: 104_000 });
    await story.act('bureau-leader', 'deposit-decision/signature');
    await story.issued('D16');
  },
  rejected: async (story) => {
    await story.decided(
      { outcome: 'reject', reasons: ['R3'], remedies: ['other-department'] },
      { jurisdiction: 'other-department', competent: '市场监管局' },
    );
    await story.issued('D06');
  },
  'rejection-served': async (story) => {
    await WAYS.rejected(story);
    await serveLast(story);
  },
  'transferred-out': async (story) => {
    await story.decided({ outcome: 'transfer' }, { jurisdiction: 'other-department', ...TO_OTHERS });
    const letter = await story.issued('D08');
    await story.act('officer1', `documents/${letter}/dispatch`, { method: 'mail' });
  },
  'transfer-concluded': async (story) => {
    await WAYS['transferred-out'](story);
    await story.act('officer1', 'transfer-result', { result: '已办结。' });
  },
  'referred-down': async (story) => {
    await story.decided({ outcome: 'refer-down' }, { jurisdiction: 'lower-level', ...TO_OTHERS });
    await story.served('D07');
  },
  'referral-concluded': async (story) => {
    await WAYS['referred-down'](story);
    await story.act('officer1', 'referral-report', { result: '已办结。' });
  },
  withdrawn: async (story) => {
    await WAYS['awaiting-reply'](story);
    await story.withdrawn();
  },
  revoked: async (story) => {
    await story.investigated();
    await story.act('leader', 'revocation', {
      ground: 'complainant-fault',
      evidence: ['投诉人自行离团的记录'],
      reason: '损失由投诉人自身过错造成。',
    });
    await story.issued('D18');
  },
  'acted-at-once': async (story) => {
    await story.decided({ outcome: 'accept' });
    await story.act('officer1', 'immediate-action', {
      facts: '导游甩团，事实清楚。',
      measure: '责令立即恢复行程。',
      result: '行程已恢复。',
    });
  },
  'closing-requested': async (story) => {
    await WAYS.withdrawn(story);
    await story.act('officer1', 'closing-request', closingForm());
  },
  closed: async (story) => {
    await WAYS['closing-requested'](story);
    await story.act('leader', 'closing-approval');
  },
  archived: async (story) => {
    await WAYS.closed(story);
    await story.followedUp();
    await story.act('officer1', 'archiving');
  },
  'awaiting-designation': async (story) => {
    await story.act('leader', 'designation-request', { other: 'linhai', reason: '两局意见不一。' });
  },
  'handed-over': async (story) => {
    const superior = await story.attempt('yunling/leader', 'recall', { reason: '由省厅直接办理。' });
    if (superior.status !== 200) throw new Error(`not recalled: ${JSON.stringify(superior.body)}`);
    // The superior opens its own case by itself, and says so in this one.
    await story.world.settle();
  },
};

async function serveLast(story: Story): Promise<void> {
  const { documents } = await story.read();
  const { documentId } = documents.at(-1);
  await story.act('officer1', `documents/${documentId}/service`, {
    method: 'direct',
    servedAt: await story.world.now(),
    recipient: '王晓梅',
    relation: 'addressee',
    receipt: 'HZ-9',
  });
}

/** Only the law before 2010-07-01 knows rulings and revocations. */
const RECEIVED: Readonly<Partial<Record<Phase, Readonly<Record<string, unknown>>>>> = {
  ruled: { receivedAt: '2010-06-01T09:00:00+08:00' },
  revoked: { receivedAt: '2010-06-01T09:00:00+08:00' },
};

/** A new case in that phase. */
export async function caseIn(world: World, phase: Phase): Promise<Story> {
  const story = await Story.begin(world, RECEIVED[phase] ?? {}, { by: 'hotline' });
  await WAYS[phase](story);
  const found = (await story.read()).phase;
  if (found !== phase) throw new Error(`the case is in ${found}, not in ${phase}`);
  return story;
}
