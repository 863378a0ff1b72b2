import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PHASES, type Phase } from '#complaint';
import { authorise, RIGHTS, type Action, type Role } from '#identity';
import {
  ACCOUNTS,
  caseIn,
  evidenceForm,
  idOf,
  POST_NAMES,
  registration,
  Story,
  World,
  type Answer,
  type PersonName,
  type Post,
} from './support/index.js';
import { BODIES, LATER } from './support/body-of-act.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

/** What the rules say of the contents, after right, phase and person were found in order. */
const OF_CONTENTS = [
  'term-not-found',
  'correction-of-own-record',
  'rulebook-not-known',
  'linked-complaint-not-found',
  'happened-in-the-future',
  'limitation-not-assessed',
  'reply-incomplete',
  'service-incomplete',
  'complainant-not-in-case',
  'facts-without-record',
  'deposit-point-not-in-rulebook',
  'deposit-decision-pays-nothing',
  'agent-for-nobody-in-the-case',
  'consent-of-all-missing',
  'operator-not-known',
  'clock-was-kept',
  'closing-form-incomplete',
  'reopening-needs-new-facts',
  'retention-class-unknown',
  'receiver-not-an-office',
  'designation-not-among-own-offices',
  'reassignment-unfit',
  'callback-due-impossible',
  'delay-of-another-term',
  'callback-record-incomplete',
];

interface Possible {
  action: string;
  allowed: boolean;
  documentId?: string;
  documentKind?: string;
  about?: string;
  addressee?: string;
  href: string;
  reason?: { code: string };
}

function bodyOf({ action, documentKind, about }: Possible, phase: Phase): object {
  if (action === 'RecordOralNotice') return oralNotice(phase === 'rejected' ? 'D06' : 'D04');
  if (action === 'DraftDocument') return { kind: documentKind, about };
  return BODIES[action] ?? {};
}

const READERS: readonly Post[] = POST_NAMES.filter(
  (post) => post !== 'administrator' && post !== 'hotline2' && post !== 'leader2',
);

const oralNotice = (kind: string) => ({
  kind,
  toldAt: LATER,
  recipient: '王晓梅',
  relation: 'addressee',
  words: '已口头告知。',
});

describe.each(PHASES)('in phase %s', (phase: Phase) => {
  it('"what can be done now" is what the API then accepts, for everybody, and refuses for the reason given', async () => {
    let story = await caseIn(world, phase);
    let tried = 0;
    for (const post of READERS) {
      const client = await world.as(post);
      const answered = await client.get(`${story.path}/actions`);
      if (answered.status !== 200) {
        expect([post, answered.status]).toEqual([post, 403]);
        continue;
      }
      const { revision, actions } = answered.body as { revision: number; actions: Possible[] };
      const ask = async (possible: Possible, ifMatch: number) => {
        const answer = await client.post(possible.href, bodyOf(possible, phase), { ifMatch });
        expect(agreement(post, possible, answer)).toBe('agrees');
        tried += 1;
        return (answer.body?.revision as number | undefined) ?? ifMatch;
      };
      await Promise.all(actions.filter(({ allowed }) => !allowed).map((one) => ask(one, revision)));
      expect((await client.get(`${story.path}/actions`)).body.revision).toBe(revision);
      for (const { action, documentKind, about, addressee } of actions.filter(({ allowed }) => allowed)) {
        const now = await client.get(`${story.path}/actions`);
        const same = now.body.actions.findLast(
          (one: Possible) =>
            one.action === action &&
            one.documentKind === documentKind &&
            (one.about === undefined) === (about === undefined) &&
            one.addressee === addressee,
        );
        if ((await ask(same, now.body.revision)) !== now.body.revision) story = await caseIn(world, phase);
      }
    }
    expect(tried).toBeGreaterThan(20);
  }, 60_000);
});

/** `agrees`, or what does not. */
function agreement(post: Post, possible: Possible, { status, body }: Answer): string {
  const accepted = status < 300 || OF_CONTENTS.includes(body.code);
  if (possible.allowed) return accepted ? 'agrees' : `${post} ${possible.action}: allowed, but ${body.code}`;
  const same = body?.code === possible.reason?.code || body?.code === 'forbidden';
  return !accepted && same
    ? 'agrees'
    : `${post} ${possible.action}: ${possible.reason?.code}, but ${body?.code ?? status}`;
}

/** Where each case action is asked for, in a phase in which the right person may do it. */
const COMMANDS: readonly [Action, Phase, string, string][] = [
  ['complaint.begin-review', 'registered', 'review-start', 'BeginReview'],
  ['complaint.request-supplement', 'under-review', 'supplement-requests', 'RequestSupplement'],
  ['complaint.receive-supplement', 'awaiting-supplement', 'supplements', 'ReceiveSupplement'],
  ['complaint.complete-review', 'under-review', 'preliminary-review', 'CompleteReview'],
  ['complaint.return-review', 'awaiting-approval', 'review-return', 'ReturnReview'],
  ['complaint.decide-acceptance', 'awaiting-approval', 'acceptance-decision', 'DecideAcceptance'],
  ['complaint.assign-handlers', 'filed', 'handlers', 'AssignHandlers'],
  ['complaint.request-filing', 'accepted', 'filing-request', 'RequestFiling'],
  ['complaint.approve-filing', 'accepted', 'filing-approval', 'ApproveFiling'],
  ['complaint.pause', 'filed', 'appraisals', 'PauseForAppraisal'],
  ['complaint.pause', 'filed', 'parties-pauses', 'PauseAtPartiesRequest'],
  ['document.draft', 'filed', 'documents', 'DraftDocument'],
  ['document.issue', 'filed', 'documents/{D04}/issue', 'IssueDocument'],
  ['document.record-service', 'filed', 'documents/{D05}/dispatch', 'SendDocument'],
  ['document.record-service', 'filed', 'documents/{D05}/service', 'RecordService'],
  ['complaint.record-reply', 'awaiting-reply', 'reply', 'RecordReply'],
  ['complaint.record-referral-report', 'referred-down', 'referral-report', 'RecordReferralReport'],
  ['complaint.reveal-contact', 'filed', 'contact-disclosures', 'DiscloseContact'],
  ['attachment.add', 'filed', 'attachments', 'AttachEvidence'],
  ['attachment.strike', 'filed', 'attachments/{attachment}/strike', 'StrikeAttachment'],
  ['complaint.record-transfer-result', 'transferred-out', 'transfer-result', 'RecordTransferResult'],
  ['complaint.investigate', 'under-investigation', 'investigation', 'OpenInvestigation'],
  ['complaint.investigate', 'under-investigation', 'investigation-records', 'RecordInvestigation'],
  ['complaint.establish-facts', 'under-investigation', 'facts', 'EstablishFacts'],
  ['complaint.record-settlement', 'under-investigation', 'settlement', 'ReportSettlement'],
  ['complaint.check-settlement', 'under-investigation', 'settlement/check', 'CheckSettlement'],
  ['complaint.mediate', 'mediating', 'mediation-sessions', 'HoldSession'],
  ['complaint.issue-ruling', 'mediation-failed', 'ruling', 'IssueRuling'],
  ['complaint.terminate-mediation', 'mediation-failed', 'mediation-termination', 'TerminateMediation'],
  ['deposit.assess', 'mediation-failed', 'deposit-assessment', 'AssessDepositEligibility'],
  ['deposit.submit-decision', 'mediation-failed', 'deposit-decision', 'SubmitDepositDecision'],
  ['deposit.sign-decision', 'mediation-failed', 'deposit-decision/signature', 'SignDepositDecision'],
  ['complaint.record-withdrawal', 'filed', 'withdrawal', 'WithdrawComplaint'],
  ['complaint.record-waiver', 'filed', 'waivers', 'WaiveClaims'],
  ['complaint.revoke-filing', 'facts-established', 'revocation', 'RevokeFiling'],
  ['complaint.record-immediate-action', 'accepted', 'immediate-action', 'RecordImmediateAction'],
  ['complaint.close-transfer', 'transferred-out', 'transfer-closing', 'CloseTransfer'],
  ['complaint.record-finding', 'filed', 'enforcement-leads', 'CreateEnforcementLead'],
  ['complaint.record-responsibility', 'filed', 'responsibilities', 'RecordResponsibility'],
  ['complaint.request-closing', 'terminated', 'closing-request', 'RequestClosing'],
  ['complaint.approve-closing', 'closing-requested', 'closing-approval', 'ApproveClosing'],
  ['callback.promise', 'filed', 'callback-promises', 'PromiseCallback'],
  ['callback.require', 'filed', 'callbacks', 'RequireCallback'],
  ['callback.assign', 'closed', 'callbacks/{callback}/assignment', 'AssignCallback'],
  ['callback.make', 'closed', 'callbacks/{callback}/attempts', 'RecordCallAttempt'],
  ['callback.make', 'closed', 'callbacks/{callback}/completion', 'CompleteCallback'],
  ['callback.cancel', 'closed', 'callbacks/{callback}/cancellation', 'CancelCallback'],
  ['callback.decline-reopening', 'closed', 'callbacks/{callback}/reopening-refusal', 'DeclineReopening'],
  ['complaint.archive', 'closed', 'archiving', 'ArchiveCase'],
  ['complaint.reopen', 'closed', 'reopening', 'ReopenCase'],
  ['complaint.propose-destruction', 'archived', 'destruction-proposal', 'ProposeDestruction'],
  ['complaint.approve-destruction', 'archived', 'destruction-approval', 'ApproveDestruction'],
  ['complaint.record-agent', 'filed', 'agents', 'AuthoriseAgent'],
  ['complaint.record-representatives', 'filed', 'representatives', 'ElectRepresentatives'],
  ['complaint.move-to-rulebooks', 'filed', 'rulebook-migration', 'MoveToRulebooks'],
  ['complaint.request-recusal', 'filed', 'recusal-requests', 'RequestRecusal'],
  ['complaint.record-transfer-receipt', 'transferred-out', 'transfer-receipt', 'RecordTransferReceipt'],
  ['complaint.record-handover-return', 'transferred-out', 'handover-return', 'RecordHandoverReturn'],
  [
    'complaint.return-referral-report',
    'referral-concluded',
    'referral-report-return',
    'ReturnReferralReport',
  ],
  ['complaint.answer-more-time', 'referred-down', 'more-time-answer', 'AnswerMoreTime'],
  ['complaint.report-to-referrer', 'filed', 'report-to-referrer', 'ReportToReferrer'],
  ['complaint.return-to-sender', 'registered', 'return-to-sender', 'ReturnToSender'],
  ['complaint.correct-record', 'filed', 'corrections', 'CorrectRecord'],
  ['complaint.request-extension', 'filed', 'extensions', 'RequestExtension'],
  ['complaint.request-more-time', 'filed', 'more-time-request', 'RequestMoreTime'],
  ['complaint.seek-designation', 'registered', 'designation-request', 'SeekDesignation'],
  ['complaint.designate', 'awaiting-designation', 'designation', 'DesignateJurisdiction'],
  ['complaint.urge', 'filed', 'urges', 'UrgeCase'],
  ['complaint.answer-urge', 'filed', 'urge-answer', 'AnswerUrge'],
  ['complaint.recall', 'filed', 'recall', 'RecallCase'],
  ['complaint.reassign', 'filed', 'reassignment', 'ReassignCase'],
];
const READS: readonly [Action, string][] = [
  ['complaint.read', ''],
  ['complaint.read', '/actions'],
  ['complaint.read-history', '/history'],
  ['complaint.read-clocks', '/clocks'],
  ['complaint.read', '/volume'],
];

const EVERYBODY: readonly PersonName[] = [
  ...POST_NAMES,
  ...POST_NAMES.map((post) => `yunling/${post}` as const),
  ...(['linhai', 'shiqiao'] as const).flatMap((office) =>
    (['registrar', 'section-head', 'leader', 'auditor'] as const).map((post) => `${office}/${post}` as const),
  ),
];
const cases = new Map<Phase, Story>();

async function caseFor(phase: Phase): Promise<Story> {
  const known = cases.get(phase);
  if (known && (await known.read()).phase === phase) return known;
  const story = await caseIn(world, phase);
  cases.set(phase, story);
  return story;
}

/** @param callers who has a call to make */
function expectedFor(name: PersonName, action: Action, story: Story, handlers: string[], callers: string[]) {
  const account = ACCOUNTS.find(({ id }) => id === idOf(name));
  const principal = {
    id: idOf(name),
    name,
    roles: account?.roles as Role[],
    officeId: account?.officeId ?? '',
  };
  const right = authorise(principal, action, {
    officeId: story.office,
    handlers,
    callers,
    recused: [],
    registeredBy: idOf('hotline'),
    superiors: ['yunling'],
  });
  if (right.allowed) return { allowed: true as const };
  return { allowed: false as const, status: right.kind === 'not-visible' ? 404 : 403, reason: right.reason };
}

function expectDenied(answer: Answer, expected: { status: number; reason: string }): void {
  expect(answer.status).toBe(expected.status);
  expect(answer.body.code).toBe(expected.status === 404 ? 'not-found' : 'forbidden');
  if (expected.status === 403) expect(answer.body.facts.reason).toBe(expected.reason);
  else expect(JSON.stringify(answer.body)).not.toContain('yunhai');
}

describe('the matrix of rights, over HTTP', () => {
  it.each(COMMANDS)(
    '%s in %s: each person of four offices gets what the matrix says',
    async (action, phase, act, command) => {
      for (const name of EVERYBODY) {
        const story = await caseFor(phase);
        if (act.includes('{attachment}')) await story.act('officer1', 'attachments', evidenceForm());
        const { revision, documents, attachments, callbacks = [], handlers = [] } = await story.read();
        const callers = callbacks.flatMap((c: Answer['body']) =>
          c.completed || c.cancelled ? [] : (c.assignee ?? []),
        );
        const path = act
          .replace('{callback}', () => callbacks.at(-1).callbackId as string)
          .replace('{attachment}', () => attachments.at(-1).attachmentId as string)
          .replace(
            /\{(D\d\d)\}/,
            (_, of) => documents.findLast((d: Answer['body']) => d.kind === of).documentId,
          );
        const client = await world.as(name);
        const answer = await client.post(`${story.path}/${path}`, BODIES[command], { ifMatch: revision });
        const expected = expectedFor(name, action, story, handlers, callers);
        if (!expected.allowed) expectDenied(answer, expected);
        else expect([name, answer.body.code === 'forbidden' || answer.status === 404]).toEqual([name, false]);
      }
    },
    60_000,
  );

  it.each(READS)('%s%s: each person of four offices gets what the matrix says', async (action, rest) => {
    const story = await caseFor('filed');
    const { handlers } = await story.read();
    for (const name of EVERYBODY) {
      const answer = await (await world.as(name)).get(story.path + rest);
      const expected = expectedFor(name, action, story, handlers, []);
      if (expected.allowed) expect([name, answer.status]).toEqual([name, 200]);
      else expectDenied(answer, expected);
    }
  });

  it('registering, lists and the system: no more than the matrix gives', async () => {
    const routes: readonly [Action, string][] = [
      ['complaint.list', '/v1/complaints'],
      ['worklist.read', '/v1/work-list'],
      ['deadline.list', '/v1/deadlines'],
      ['supervision.list', '/v1/supervision'],
      ['callback.list', '/v1/callbacks'],
      ['escalation.list', '/v1/escalations'],
      ['report.list-timers', '/v1/reports/timers?from=2026-04-13&to=2026-04-13'],
      ['rulebook.read-dry-run', '/v1/rulebooks/RB-2026/dry-run'],
      ['projection.status', '/v1/system/projections'],
      ['queue.status', '/v1/system/timers'],
      ['clock.read-evaluation', '/v1/evaluation/clock'],
    ];
    for (const [action, path] of routes) {
      for (const post of POST_NAMES) {
        const role = ACCOUNTS.find(({ id }) => id === idOf(post))?.roles[0] as Role;
        const cell = RIGHTS[action].cells[role];
        const { status } = await (await world.as(post)).get(path);
        expect([path, post, status]).toEqual([path, post, cell === 'none' || cell === 'never' ? 403 : 200]);
      }
    }
    for (const post of POST_NAMES) {
      if (post === 'administrator') continue;
      const client = await world.as(post);
      expect((await client.post('/v1/evaluation/clock', { minutes: 1 })).status).toBe(403);
      expect((await client.post('/v1/system/projections/register/rebuilds')).status).toBe(403);
      const register = await client.post('/v1/complaints', registration());
      const may = ['hotline', 'hotline2', 'registrar', 'registrar2'].includes(post);
      expect([post, register.status]).toEqual([post, may ? 201 : 403]);
    }
  });

  it('an administrator sees no case, whatever he asks', async () => {
    const story = await caseFor('filed');
    const administrator = await world.as('administrator');
    for (const rest of ['', '/history', '/clocks', '/actions']) {
      expect((await administrator.get(story.path + rest)).status).toBe(403);
    }
  });

  it('lists hold what the person may see: his own calls, his own cases, his own office', async () => {
    const mine = await Story.begin(world, {}, { by: 'hotline2' });
    const foreign = await Story.begin(world, {}, { office: 'linhai' });
    const assigned = await caseFor('filed');
    await world.settle();
    const idsOf = async (name: PersonName, list: string) =>
      (
        (await (await world.as(name)).get(`/v1/${list}?limit=200`)).body.items as {
          id?: string;
          complaintId: string;
        }[]
      ).map(({ id, complaintId }) => id ?? complaintId);
    expect(await idsOf('hotline2', 'complaints')).toContain(mine.id);
    expect(await idsOf('hotline2', 'complaints')).not.toContain(assigned.id);
    expect(await idsOf('linhai/registrar', 'complaints')).toEqual([foreign.id]);
    expect(await idsOf('registrar', 'complaints')).not.toContain(foreign.id);
    for (const list of ['complaints', 'work-list', 'deadlines']) {
      const ids = await idsOf('officer1', list);
      expect(ids).toContain(assigned.id);
      expect(ids).not.toContain(mine.id);
      expect(await idsOf('officer2', list)).toEqual([]);
      expect(await idsOf('linhai/leader', list)).not.toContain(assigned.id);
    }
  });

  it('without a token nothing but the public answers, and the answer says how to sign in', async () => {
    const story = await caseFor('filed');
    const nobody = world.withToken();
    for (const path of [
      story.path,
      '/v1/complaints',
      '/v1/work-list',
      '/v1/system/projections',
      '/v1/evaluation/clock',
    ]) {
      const answer = await nobody.get(path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    expect((await nobody.post('/v1/complaints', {})).status).toBe(401);
    for (const path of [
      '/v1/rulebooks',
      '/health/ready',
      '/v1/due-date?start=2026-04-03T00:00:00Z&amount=2&unit=WD',
    ]) {
      expect([path, (await nobody.get(path)).status]).toEqual([path, 200]);
    }
  });

  it('somebody of an office that is not served here registers nothing', async () => {
    const before = await world.stored();
    const answer = await (await world.as('stray')).post('/v1/complaints', registration());
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([
      403,
      'forbidden',
      { reason: 'office-not-served' },
    ]);
    expect(await world.stored()).toEqual(before);
  });
});
