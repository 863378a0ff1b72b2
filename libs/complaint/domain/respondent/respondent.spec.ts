import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { cn, contextAt, FULL_REPLY, Journey, sealedFor, type Person } from '../fixture/complaint.js';
import { attachmentOf } from '../fixture/attachments.js';
import { servedOperator } from './side.js';

const as = (now: string, by: Person = 'agency') => specify(complaintDecider, contextAt(cn(now), by));
const KNOWN = { respondent: { name: '甲', kind: 'travel-agency', operator: 'operator-1' } } as const;
const filed = (change = {}) =>
  new Journey()
    .registered('2025-04-15', { ...KNOWN, ...change })
    .reviewed('2025-04-16')
    .filed('2025-04-17')
    .issued('D04', '2025-04-17')
    .issued('D05', '2025-04-17');
/** Served on the operator on Thu 2025-04-17: ten days end on Sun 04-27, a make-up working day. */
const served = (change = {}) => filed(change).served('D05', '2025-04-17').served('D04', '2025-04-17');

const identify = (operator: string) => ({ type: 'IdentifyRespondent', data: { operator } }) as const;
const assign = { type: 'AssignRespondent', data: { responsible: 'agency' } } as const;
const reply = (parts = FULL_REPLY, receivedAt?: string) =>
  ({ type: 'RecordReply', data: { parts, evidence: [], ...(receivedAt ? { receivedAt } : {}) } }) as const;
const investigate = (investigators: readonly string[], heldAt?: string) =>
  ({
    type: 'RecordRespondentInvestigation',
    data: {
      recordId: 'r-1',
      investigators,
      facts: sealedFor('facts'),
      evidence: [],
      ...(heldAt ? { heldAt: cn(heldAt) } : {}),
    },
  }) as const;

describe('the operator complained of', () => {
  it('G16: has the case before it once the notice has been served on it, not before, and no other has', () => {
    expect(servedOperator(filed().state)).toBeUndefined();
    expect(servedOperator(served().state)).toBe('operator-1');
    as('2025-04-17')
      .given(...filed().events)
      .when(assign)
      .thenRefused('not-the-respondent');
    as('2025-04-18', 'rival')
      .given(...served().events)
      .when(assign)
      .thenRefused('not-the-respondent');
    as('2025-04-18', 'officer')
      .given(...served().events)
      .when(assign)
      .thenRefused('not-the-respondent');
  });

  it('is named by the handler where its licence was not known, and by nobody else', () => {
    const unknown = () => served({ respondent: { name: '甲', kind: 'travel-agency' } });
    expect(servedOperator(unknown().state)).toBeUndefined();
    as('2025-04-18', 'officer')
      .given(...unknown().events)
      .when(identify('operator-1'))
      .then({ type: 'RespondentIdentified', data: { operator: 'operator-1', by: 'officer' } });
    as('2025-04-18', 'colleague')
      .given(...unknown().events)
      .when(identify('operator-1'))
      .thenRefused('not-a-handler');
    as('2025-04-18', 'officer')
      .given(...unknown().events)
      .when(identify('operator-9'))
      .thenRefused('operator-not-known', { operator: 'operator-9' });
    as('2025-04-18', 'officer')
      .given(...served().events)
      .when(identify('operator-1'))
      .thenNothing();
  });

  it('named wrongly at first, is put right: the other sees nothing of the case and nothing of what was done', () => {
    const journey = served().does('agency', '2025-04-18', assign);
    journey.does('officer', '2025-04-18', identify('operator-2'));
    expect(servedOperator(journey.state)).toBe('operator-2');
    expect(journey.state.respondentSide).toEqual({ operator: 'operator-2', investigations: [] });
    as('2025-04-18')
      .given(...journey.events)
      .when(reply())
      .thenRefused('not-the-respondent');
  });

  it('is offered what is for the respondent to do, and nothing else', () => {
    const offered = possibleActions(served().state, contextAt(cn('2025-04-18'), 'agency'));
    expect(offered).toEqual([
      { action: 'RecordReply' },
      { action: 'ReportSettlement' },
      { action: 'AttachEvidence' },
      { action: 'AssignRespondent' },
      { action: 'RecordRespondentInvestigation' },
    ]);
    const office = possibleActions(served().state, contextAt(cn('2025-04-18'), 'officer'));
    expect(office.map(({ action }) => action)).not.toContain('AssignRespondent');
  });
});

describe('what the operator does about the case', () => {
  it('B05: names who is responsible; the same again changes nothing', () => {
    const journey = served().does('agency-manager', '2025-04-18', assign);
    expect(journey.state.respondentSide).toMatchObject({ operator: 'operator-1', responsible: 'agency' });
    as('2025-04-18')
      .given(...journey.events)
      .when(assign)
      .thenNothing();
  });

  it.each([[['agency']], [['agency', 'agency']]])('B10: an investigation by %j is none', (investigators) => {
    as('2025-04-18')
      .given(...served().events)
      .when(investigate(investigators))
      .thenRefused('respondent-investigators-too-few', { investigators: ['agency'], atLeast: 2 });
  });

  it('B10: by two people it is recorded, also when it began before the notice came', () => {
    const two = ['agency', 'agency-manager'];
    as('2025-04-18')
      .given(...served().events)
      .when(investigate(two, '2025-04-16'))
      .then({
        type: 'RespondentInvestigationRecorded',
        data: { investigators: two, heldAt: cn('2025-04-16'), by: 'agency' },
      });
    as('2025-04-18')
      .given(...served().events)
      .when(investigate(two, '2025-04-14'))
      .thenRefused('happened-too-early');
    as('2025-04-18')
      .given(...served().does('agency', '2025-04-18', investigate(two)).events)
      .when(investigate(two))
      .thenNothing();
  });

  const withOpinion = () =>
    served().does('agency', '2025-04-18', {
      type: 'AttachEvidence',
      data: { ...attachmentOf('opinion'), limits: { files: 9, bytes: 9_000 } },
    });

  it('B07: reports a settlement with what the complainant has written about it attached; without that it is refused', () => {
    const report = (opinion: object) =>
      ({
        type: 'ReportSettlement',
        data: { settlementId: 's-1', terms: sealedFor('terms'), amountFen: 0, ...opinion },
      }) as const;
    for (const without of [{}, { complainantOpinion: sealedFor('opinion') }])
      as('2025-04-25')
        .given(...served().events)
        .when(report(without))
        .thenRefused('settlement-opinion-missing');
    as('2025-04-25')
      .given(...withOpinion().events)
      .when(report({ opinionAttachment: 'opinion', reportedAt: cn('2025-04-18') }))
      .thenAmongOthers({
        type: 'SettlementReported',
        data: {
          opinionAttachment: 'opinion',
          reportedAt: cn('2025-04-25'),
          recordedBy: 'agency',
        },
      });
    as('2025-04-25', 'officer')
      .given(...served().events)
      .when(report({}))
      .thenAmongOthers({ type: 'SettlementReported' });
    as('2025-04-25', 'rival')
      .given(...served().events)
      .when(report({ opinionAttachment: 'opinion' }))
      .thenRefused('not-the-respondent');
  });

  it('B07: the report stops the term to report in, and no other clock (A09)', () => {
    const journey = withOpinion().does('agency', '2025-04-25', {
      type: 'ReportSettlement',
      data: {
        settlementId: 's-1',
        terms: sealedFor('terms'),
        amountFen: 0,
        opinionAttachment: 'opinion',
      },
    });
    const met = journey.all('ClockMet').map(({ data }) => data.clock);
    expect(met.filter((clock) => clock.startsWith('DL-SETTLE-REPORT'))).toHaveLength(1);
    expect(met.filter((clock) => clock.startsWith('DL-MEDIATE'))).toEqual([]);
  });

  it('B08: answers in writing, and its clocks stop as with an answer that the office records', () => {
    as('2025-04-25')
      .given(...served().events)
      .when(reply())
      .then(
        { type: 'ClockMet', data: { clock: 'DL-REPLY.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-REPLY.RB-2010.1', inTime: true } },
        { type: 'RespondentReplied', data: { receivedAt: cn('2025-04-25'), late: false } },
      );
  });

  it('B08, A10: the answer states what the channel of the complaint requires', () => {
    const { 'proposed-handling': _, ...three } = FULL_REPLY;
    const { cause: __, ...four } = FULL_REPLY;
    as('2025-04-25')
      .given(...served().events)
      .when(reply(three))
      .thenRefused('reply-incomplete', { missing: ['proposed-handling'] });
    as('2025-04-25')
      .given(...served({ channel: 'transferred' }).events)
      .when(reply(four))
      .thenRefused('reply-incomplete', {
        missing: ['cause'],
        required: ['cause', 'facts-and-evidence', 'proposed-handling'],
      });
  });

  it('B09: a late answer is kept as late and changes nothing that has happened', () => {
    const journey = served().ringsUntil('2025-04-28').does('agency', '2025-04-29', reply());
    expect(journey.all('RespondentReplied')[0]?.data.late).toBe(true);
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
    expect(journey.state.phase).toBe('under-investigation');
  });

  it('B09: nobody dates an own answer back: it comes in when it is given', () => {
    as('2025-04-29')
      .given(...served().events)
      .when(reply(FULL_REPLY, cn('2025-04-20')))
      .thenAmongOthers({ type: 'RespondentReplied', data: { receivedAt: cn('2025-04-29'), late: true } });
  });
});
