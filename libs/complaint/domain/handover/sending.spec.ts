import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { CHILD, sentAcross, sentDown, text, told } from '../fixture/handover.js';

const at = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
/** Transferred to a department that no installation holds. */
const transferred = () =>
  new Journey()
    .registered('2025-04-15')
    .reviewed('2025-04-16', { jurisdiction: 'other-department', competent: '交通运输局' })
    .decided('2025-04-17', { outcome: 'transfer' })
    .withHandlers('2025-04-17', 'officer')
    .issued('D08', '2025-04-17');
const receipt = (number: string, receivedAt?: string) =>
  ({
    type: 'RecordTransferReceipt',
    data: { number, receivedBy: text(), ...(receivedAt ? { receivedAt: cn(receivedAt) } : {}) },
  }) as const;
const givenBack = (returnedAt?: string) =>
  ({
    type: 'RecordHandoverReturn',
    data: { reason: text(), ...(returnedAt ? { returnedAt: cn(returnedAt) } : {}) },
  }) as const;

describe('a transfer out', () => {
  it('G13: the letter lists what goes along: the complaint, its evidence, and what the handler adds', () => {
    const journey = transferred();
    at('2025-04-17')
      .given(...journey.events.filter(({ type }) => type !== 'DocumentDrafted' && type !== 'DocumentIssued'))
      .when({
        type: 'DraftDocument',
        data: { documentId: 'letter', kind: 'D08', materials: [sealedFor('document.material')] },
      })
      .then({
        type: 'DocumentDrafted',
        data: {
          contents: {
            receiver: '交通运输局',
            resultRequested: true,
            materials: {
              complaint: 1,
              evidence: 1,
              items: [{ field: 'complaint.evidence' }, { field: 'document.material' }],
            },
          },
        },
      });
  });
});

describe('what comes back from where a case went', () => {
  it('G13: the slip for the file says who has it, since when and under which number; there is one', () => {
    at('2025-04-18')
      .given(...transferred().events)
      .when(receipt('移收 7号'))
      .thenRefused('transfer-not-sent');
    const sent = transferred().sent('D08', '2025-04-18');
    at('2025-04-22')
      .given(...sent.events)
      .when(receipt('移收 7号', '2025-04-17'))
      .thenRefused('happened-too-early');
    at('2025-04-22')
      .given(...sent.events)
      .when(receipt('移收 7号', '2025-04-21'))
      .then(
        { type: 'TransferReceiptReceived', data: { number: '移收 7号', receivedAt: cn('2025-04-21') } },
        {
          type: 'DocumentServed',
          data: {
            documentId: 'D08',
            service: { method: 'mail', servedAt: cn('2025-04-21'), receipt: '移收 7号', server: 'officer' },
          },
        },
        { type: 'ClockMet', data: { clock: 'DL-TRANSFER.RB-MANUAL.1', inTime: true } },
      );
    sent.does('officer', '2025-04-22', receipt('移收 7号'));
    expect(sent.state.handover?.receipt).toMatchObject({ number: '移收 7号' });
    at('2025-04-23')
      .given(...sent.events)
      .when(receipt('移收 8号'))
      .thenRefused('receipt-already-recorded', { number: '移收 7号' });
  });

  it('G13, G38: the slip proves that the letter was served: its term is met, and the case can be archived', () => {
    const journey = transferred()
      .sent('D08', '2025-04-18', 'left')
      .does('officer', '2025-05-06', receipt('移收 7号', '2025-04-21'));
    expect(journey.state.documents[0]?.service).toMatchObject({ method: 'direct', receipt: '移收 7号' });
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('met');
    journey
      .issued('D08C', '2025-05-06')
      .served('D08C', '2025-05-07')
      .does('officer', '2025-05-07', { type: 'RecordTransferResult', data: { result: text() } })
      .does('officer', '2025-05-08', { type: 'ArchiveCase', data: { contents: [] } });
    expect(journey.state.phase).toBe('archived');
  });

  it('G13: a slip that comes after the record of the service changes nothing of it, and late is late', () => {
    const served = transferred().served('D08', '2025-04-18');
    at('2025-04-22')
      .given(...served.events)
      .when(receipt('移收 7号', '2025-04-21'))
      .then({ type: 'TransferReceiptReceived', data: { number: '移收 7号' } });
    const late = transferred()
      .sent('D08', '2025-04-18', 'direct')
      .does('officer', '2025-04-25', receipt('7'));
    expect(late.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('met-late');
  });

  it('A04: a department that is not competent gives the file back with its reason: reviewed again, nothing lost', () => {
    const journey = transferred()
      .sent('D08', '2025-04-18')
      .does('officer', '2025-04-22', givenBack('2025-04-21'));
    expect(journey.state).toMatchObject({
      phase: 'under-review',
      documents: [],
      earlier: [
        { decision: { receiver: '交通运输局' }, documents: [{ kind: 'D08', sentAt: cn('2025-04-18') }] },
      ],
    });
    expect(journey.clock('DL-REVIEW.RB-MANUAL.2').startAt).toBe(cn('2025-04-21'));
    journey.reviewed('2025-04-22').decided('2025-04-23', { outcome: 'accept' });
    expect(journey.state.phase).toBe('accepted');
  });

  it('G12: a lower office that no installation holds gives back and reports by hand, as before', () => {
    const referred = () =>
      new Journey()
        .registered('2025-04-15')
        .reviewed('2025-04-16', { jurisdiction: 'lower-level', competent: '古城区文旅局' })
        .decided('2025-04-17', { outcome: 'refer-down' })
        .withHandlers('2025-04-17', 'officer')
        .issued('D07', '2025-04-17');
    at('2025-04-18')
      .given(...referred().events)
      .when(givenBack())
      .thenRefused('referral-not-served');
    const journey = referred().served('D07', '2025-04-18').does('officer', '2025-04-21', givenBack());
    expect(journey.state.phase).toBe('under-review');
    expect(journey.clock('DL-REFER-RESULT.RB-MANUAL.1').status).toBe('cancelled');
  });

  it('G12, A15: what an office of this installation does is told by its own case, and not typed in', () => {
    const { events } = sentDown('2025-04-16');
    const result = { result: text() };
    at('2025-04-18')
      .given(...events)
      .when({ type: 'RecordReferralReport', data: result })
      .thenRefused('receiver-answers-itself');
    at('2025-04-18')
      .given(...events)
      .when(givenBack())
      .thenRefused('receiver-answers-itself', { office: 'county-1' });
    at('2025-04-18')
      .given(...sentAcross('2025-04-16').events)
      .when({ type: 'RecordTransferResult', data: result })
      .thenRefused('receiver-answers-itself', { office: 'office-2' });
  });
});

describe('a report that is not enough', () => {
  it('G12: it goes back with the reason; the case waits again, with the term once more', () => {
    const journey = told(sentDown('2025-04-16'), '2025-05-06', 'NoteReport');
    expect(journey.state.phase).toBe('referral-concluded');
    at('2025-05-07', 'leader')
      .given(...journey.events)
      .when({ type: 'ReturnReferralReport', data: { reason: text('reason') } })
      .then(
        { type: 'ReferralReportReturned', data: { by: 'leader', at: cn('2025-05-07') } },
        {
          type: 'ClockStarted',
          data: { clock: 'DL-CUSTODY.RB-MANUAL.2', amount: 30, unit: 'CD', dueOn: '2025-06-06' },
        },
      );
    journey.does('leader', '2025-05-07', { type: 'ReturnReferralReport', data: { reason: text('reason') } });
    expect(journey.state).toMatchObject({
      phase: 'referred-down',
      handover: { reports: [{ reportedAt: cn('2025-05-06'), returned: { by: 'leader' } }] },
    });
    told(journey, '2025-05-20', 'NoteReport');
    expect(journey.state).toMatchObject({ phase: 'referral-concluded', concludedAt: cn('2025-05-20') });
    expect(journey.clock('DL-CUSTODY.RB-MANUAL.2').status).toBe('met');
  });
});

describe('whose custody the case is in', () => {
  it('A15: the term runs from the first dispatch, not from when the receiver signs; that of the manual from service (E8)', () => {
    const journey = sentDown('2026-01-26', 'sent');
    expect(journey.clock('DL-CUSTODY.RB-MANUAL.1')).toMatchObject({
      startAt: cn('2026-01-26'),
      dueOn: '2026-02-25',
    });
    const letter = journey.state.documents.at(-1)?.documentId ?? '';
    journey.sent(letter, '2026-01-28', 'direct').served(letter, '2026-02-02');
    expect(journey.dueDays).toMatchObject({
      'DL-CUSTODY.RB-MANUAL.1': '2026-02-25',
      'DL-REFER-RESULT.RB-MANUAL.1': '2026-03-04',
    });
    expect(journey.state.clocks.filter(({ code }) => code === 'DL-CUSTODY')).toHaveLength(1);
  });

  it('A15: a letter that was handed over without having been posted starts both on that day', () => {
    expect(sentDown('2026-01-26').dueDays).toMatchObject({
      'DL-CUSTODY.RB-MANUAL.1': '2026-02-25',
      'DL-REFER-RESULT.RB-MANUAL.1': '2026-02-25',
    });
  });

  it('A15: what runs out is brought before the leader and the superior office', () => {
    const journey = sentDown('2026-01-26').ringsUntil('2026-02-26 00:00');
    expect(journey.all('Escalated').map(({ data }) => [data.clock, data.to])).toContainEqual([
      'DL-CUSTODY.RB-MANUAL.1',
      ['leader', 'superior-office'],
    ]);
    told(journey, '2026-02-27', 'NoteReport', CHILD);
    expect(journey.clock('DL-REFER-RESULT.RB-MANUAL.1').status).toBe('met-late');
  });
});
