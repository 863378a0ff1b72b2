import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { attachmentOf } from '../fixture/attachments.js';
import {
  cn,
  complaintOf,
  contextAt,
  FULL_REPLY,
  Journey,
  sealedFor,
  type Person,
} from '../fixture/complaint.js';
import type { Attachment } from './facts.js';
import { attachmentOfOperator, attachmentToOpen } from './opening.js';

const LIMITS = { files: 3, bytes: 5_000 };
const attach = (attachmentId: string, change: Parameters<typeof attachmentOf>[1] = {}) => ({
  type: 'AttachEvidence' as const,
  data: { ...attachmentOf(attachmentId, change), limits: LIMITS },
});
const strike = (attachmentId: string) => ({
  type: 'StrikeAttachment' as const,
  data: { attachmentId, reason: sealedFor('attachment.struck-reason') },
});
const registered = () =>
  new Journey().does('registrar', '2025-09-26', {
    type: 'RegisterComplaint',
    data: complaintOf(cn('2025-09-26')),
  });
const REJECTED = { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] } as const;
const refusal = (code: string) => expect.objectContaining({ refused: code });

describe('a file as evidence', () => {
  it('G55: is recorded with what proves it, who brought it, when and by whom, and moves nothing', () => {
    const journey = registered();
    const before = journey.state;
    const { limits: _, ...file } = attach('photo').data;
    expect(journey.asks('registrar', '2025-09-27', attach('photo'))).toEqual([
      {
        type: 'EvidenceAttached',
        data: { ...file, receivedAt: cn('2025-09-27'), attachedBy: 'registrar' },
      },
    ]);
    const { attachments, ...rest } = journey.does('registrar', '2025-09-27', attach('photo')).state;
    expect(rest).toEqual(before);
    expect(attachments).toEqual([{ ...file, receivedAt: cn('2025-09-27'), attachedBy: 'registrar' }]);
  });

  it('asked twice is attached once', () => {
    const journey = registered().does('registrar', '2025-09-27', attach('photo'));
    expect(journey.asks('registrar', '2025-09-28', attach('photo'))).toEqual([]);
  });

  it('may have come earlier than it is recorded, not before the complaint and not tomorrow', () => {
    const journey = registered();
    const came = (at: string) =>
      journey.asks('registrar', '2025-09-29', attach('photo', { receivedAt: cn(at) }));
    expect(came('2025-09-27')).toMatchObject([{ data: { receivedAt: cn('2025-09-27') } }]);
    expect(came('2025-09-25')).toEqual(refusal('happened-too-early'));
    expect(came('2025-09-30')).toEqual(refusal('happened-in-the-future'));
  });

  it('belongs to a complainant of the case or to the case, and to nobody else', () => {
    const journey = registered();
    expect(journey.asks('registrar', '2025-09-27', attach('id', { belongsTo: 'subject-1' }))).toHaveLength(1);
    expect(journey.asks('registrar', '2025-09-27', attach('id', { belongsTo: 'subject-9' }))).toEqual(
      refusal('complainant-not-in-case'),
    );
  });

  it('is refused when the case holds as many or as much as it may, and what was struck counts', () => {
    const journey = registered()
      .does('registrar', '2025-09-27', attach('1', { size: 1_000 }))
      .does('registrar', '2025-09-27', attach('2', { size: 1_000 }))
      .does('head', '2025-09-27', strike('2'));
    const more = (size: number) => journey.asks('registrar', '2025-09-28', attach('3', { size }));
    expect(more(3_000)).toHaveLength(1);
    expect(more(3_001)).toMatchObject({
      refused: 'case-holds-enough-files',
      facts: { files: 2, bytes: 2_000, limitFiles: 3, limitBytes: 5_000 },
    });
    journey.does('registrar', '2025-09-28', attach('3', { size: 1 }));
    expect(journey.asks('registrar', '2025-09-28', attach('4', { size: 1 }))).toEqual(
      refusal('case-holds-enough-files'),
    );
  });

  it('is taken as long as the case is worked on, and not when it is at its end', () => {
    const journey = registered().reviewed('2025-09-28', { recommendation: 'reject' });
    expect(journey.asks('registrar', '2025-09-28', attach('1'))).toHaveLength(1);
    journey.decided('2025-09-28', REJECTED);
    expect(journey.asks('registrar', '2025-09-28', attach('1'))).toHaveLength(1);
    journey.withHandlers('2025-09-28', 'officer').issued('D06', '2025-09-28').served('D06', '2025-09-29');
    expect(journey.state.phase).toBe('rejection-served');
    expect(journey.asks('registrar', '2025-09-30', attach('1'))).toEqual(refusal('action-not-in-this-phase'));
  });
});

describe('a file that came along with the case', () => {
  const from = { complaintId: 'parent', office: 'province' };
  const there = { ...attachmentOf('photo'), receivedAt: cn('2025-09-20'), attachedBy: 'their-registrar' };
  const comes = (attachment: Attachment) => ({ type: 'NoteEvidence', data: { from, attachment } }) as const;

  it('H02: is the very same file: hash, who brought it and when are as they were recorded there', () => {
    const journey = registered();
    const attached = { type: 'EvidenceAttached', data: { ...there, from } };
    expect(journey.asks('system', '2025-09-27', comes(there))).toEqual([attached]);
    journey.does('system', '2025-09-27', comes(there));
    expect(journey.asks('system', '2025-09-28', comes(there))).toEqual([]);
    expect(attachmentToOpen(journey.state, 'photo', 'leader', cn('2025-09-28'))).toEqual({ ...there, from });
  });

  it('does not come where it was attached by mistake, nor into a case that has ended', () => {
    const struck = { by: 'head', at: cn('2025-09-21'), reason: sealedFor('attachment.struck-reason') };
    expect(registered().asks('system', '2025-09-27', comes({ ...there, struck }))).toEqual([]);
    const ended = registered().does('registrar', '2025-09-27', {
      type: 'WithdrawComplaint',
      data: { form: 'oral-recorded', consents: ['subject-1'] },
    });
    expect(ended.asks('system', '2025-09-28', comes(there))).toEqual([]);
  });

  it('takes no room from what the office attaches itself', () => {
    const journey = registered();
    for (const id of ['1', '2', '3'])
      journey.does('system', '2025-09-27', comes({ ...there, attachmentId: id, size: 4_000 }));
    expect(journey.asks('registrar', '2025-09-28', attach('own', { size: 5_000 }))).toHaveLength(1);
  });

  it('of an operator is seen again by that operator alone, once it is served here', () => {
    const agency = contextAt(cn('2025-04-18'), 'agency').actor.operator;
    const { state } = registered().does(
      'system',
      '2025-09-27',
      comes({ ...there, submittedBy: 'respondent', operator: agency }),
    );
    expect(attachmentOfOperator(state, 'photo', agency)).toMatchObject({ attachmentId: 'photo' });
    expect(attachmentOfOperator(state, 'photo', 'another')).toEqual(refusal('attachment-not-in-case'));
  });
});

describe('a file attached by mistake', () => {
  const attached = () => registered().does('registrar', '2025-09-27', attach('photo'));

  it('is struck with the reason by somebody else, and stays', () => {
    const journey = attached();
    expect(journey.asks('head', '2025-09-28', strike('photo'))).toEqual([
      {
        type: 'AttachmentStruck',
        data: {
          attachmentId: 'photo',
          reason: sealedFor('attachment.struck-reason'),
          struckBy: 'head',
          struckAt: cn('2025-09-28'),
        },
      },
    ]);
    const [file] = journey.does('head', '2025-09-28', strike('photo')).state.attachments ?? [];
    expect(file).toMatchObject({
      ...attachmentOf('photo'),
      struck: { by: 'head', at: cn('2025-09-28'), reason: sealedFor('attachment.struck-reason') },
    });
  });

  it('H17: is not struck by who attached it', () => {
    expect(attached().asks('registrar', '2025-09-28', strike('photo'))).toEqual(
      refusal('attachment-struck-by-who-attached'),
    );
  });

  it('is struck once: the same person again changes nothing, another is told', () => {
    const journey = attached().does('head', '2025-09-28', strike('photo'));
    expect(journey.asks('head', '2025-09-29', strike('photo'))).toEqual([]);
    expect(journey.asks('leader', '2025-09-29', strike('photo'))).toEqual(refusal('attachment-is-struck'));
    expect(journey.asks('head', '2025-09-29', strike('other'))).toEqual(refusal('attachment-not-in-case'));
  });

  it('can be found out in every phase, also at the end', () => {
    const journey = registered().does('registrar', '2025-09-26', attach('photo'));
    journey.reviewed('2025-09-28', { recommendation: 'reject' });
    journey.decided('2025-09-28', REJECTED);
    journey.withHandlers('2025-09-28', 'officer').issued('D06', '2025-09-28').served('D06', '2025-09-29');
    expect(journey.asks('head', '2025-09-30', strike('photo'))).toHaveLength(1);
  });
});

describe('seeing what is in a file', () => {
  const journey = registered()
    .does('registrar', '2025-09-27', attach('photo'))
    .does('registrar', '2025-09-27', attach('identity', { belongsTo: 'subject-1' }))
    .does('officer', '2025-09-28', {
      type: 'DiscloseContact',
      data: { subject: 'subject-1', purpose: sealedFor('disclosure.purpose') },
    });
  const opens = (attachmentId: string, by: Person, at: string) =>
    attachmentToOpen(journey.state, attachmentId, by, cn(at));

  it('of the case: whoever may read it', () => {
    expect(opens('photo', 'leader', '2025-09-28')).toMatchObject({ attachmentId: 'photo' });
    expect(opens('other', 'leader', '2025-09-28')).toEqual(refusal('attachment-not-in-case'));
  });

  it("a complainant's own paper: only who asked on that day to see that person's contact, and said what for", () => {
    expect(opens('identity', 'officer', '2025-09-28 23:00')).toMatchObject({ attachmentId: 'identity' });
    expect(opens('identity', 'officer', '2025-09-29')).toEqual(refusal('attachment-of-a-person'));
    expect(opens('identity', 'leader', '2025-09-28')).toEqual(refusal('attachment-of-a-person'));
  });

  it('that was struck: nobody', () => {
    const struck = registered()
      .does('registrar', '2025-09-27', attach('photo'))
      .does('head', '2025-09-28', strike('photo'));
    for (const by of ['registrar', 'head', 'leader'])
      expect(attachmentToOpen(struck.state, 'photo', by, cn('2025-09-28'))).toEqual(
        refusal('attachment-is-struck'),
      );
  });
});

describe('files of the operator complained of', () => {
  const agency = contextAt(cn('2025-04-18'), 'agency').actor.operator;
  const served = () =>
    new Journey()
      .registered('2025-04-15', { respondent: { name: '云海旅行社', operator: agency } })
      .reviewed('2025-04-16')
      .filed('2025-04-17')
      .issued('D04', '2025-04-17')
      .issued('D05', '2025-04-17')
      .served('D05', '2025-04-17')
      .served('D04', '2025-04-17');

  it("B07, B08: are the respondent's and come in when they are brought, whatever it says", () => {
    const brought = served().asks(
      'agency',
      '2025-04-18',
      attach('opinion', { submittedBy: 'complainant', receivedAt: cn('2025-04-17') }),
    );
    expect(brought).toMatchObject([
      {
        data: {
          submittedBy: 'respondent',
          receivedAt: cn('2025-04-18'),
          attachedBy: 'agency',
          operator: agency,
        },
      },
    ]);
  });

  it('are brought by nobody else, nor before the operator is served', () => {
    expect(served().asks('rival', '2025-04-18', attach('1'))).toEqual(refusal('not-the-respondent'));
    expect(registered().asks('agency', '2025-09-27', attach('1'))).toEqual(refusal('not-the-respondent'));
  });

  it('are seen again by it, and nothing of others is', () => {
    const { state } = served()
      .does('agency', '2025-04-18', attach('own'))
      .does('agency', '2025-04-18', attach('wrong'))
      .does('officer', '2025-04-18', attach('office'))
      .does('head', '2025-04-18', strike('wrong'));
    expect(attachmentOfOperator(state, 'own', agency)).toMatchObject({ attachmentId: 'own' });
    expect(attachmentOfOperator(state, 'own', 'another')).toEqual(refusal('attachment-not-in-case'));
    expect(attachmentOfOperator(state, 'own', undefined)).toEqual(refusal('attachment-not-in-case'));
    expect(attachmentOfOperator(state, 'office', agency)).toEqual(refusal('attachment-not-in-case'));
    expect(attachmentOfOperator(state, 'wrong', agency)).toEqual(refusal('attachment-is-struck'));
    expect(attachmentOfOperator(state, 'wrong', 'another')).toEqual(refusal('attachment-not-in-case'));
  });

  it('have a room of their own: neither side can fill that of the other', () => {
    const journey = served();
    for (const name of ['1', '2', '3'])
      journey.does('agency', '2025-04-18', attach(`own-${name}`, { size: 1 }));
    expect(journey.asks('agency', '2025-04-18', attach('own-4', { size: 1 }))).toMatchObject({
      refused: 'case-holds-enough-files',
      facts: { files: 3, bytes: 3 },
    });
    for (const name of ['1', '2', '3']) journey.does('officer', '2025-04-18', attach(name, { size: 1 }));
    expect(journey.asks('officer', '2025-04-18', attach('4', { size: 1 }))).toEqual(
      refusal('case-holds-enough-files'),
    );
  });

  it('B07: the written opinion of the complainant can come as a file that the operator has attached', () => {
    const report = (opinionAttachment?: string) => ({
      type: 'ReportSettlement' as const,
      data: { settlementId: 's', terms: sealedFor('terms'), amountFen: 0, opinionAttachment },
    });
    const journey = served()
      .does('agency', '2025-04-18', attach('own'))
      .does('officer', '2025-04-18', attach('office'));
    expect(journey.asks('agency', '2025-04-19', report('own'))).toContainEqual(
      expect.objectContaining({ type: 'SettlementReported' }),
    );
    expect(journey.asks('agency', '2025-04-19', report())).toEqual(refusal('settlement-opinion-missing'));
    for (const other of ['office', 'nowhere'])
      expect(journey.asks('agency', '2025-04-19', report(other))).toEqual(refusal('attachment-not-in-case'));
    expect(journey.asks('officer', '2025-04-19', report('own'))).not.toHaveProperty('refused');
  });

  it('B08: an answer refers to files that are there', () => {
    const answer = (attachments: string[]) => ({
      type: 'RecordReply' as const,
      data: { parts: FULL_REPLY, evidence: [], attachments },
    });
    const journey = served()
      .does('agency', '2025-04-18', attach('own'))
      .does('agency', '2025-04-18', attach('wrong'))
      .does('head', '2025-04-18', strike('wrong'));
    expect(journey.asks('agency', '2025-04-19', answer(['own']))).toContainEqual(
      expect.objectContaining({
        type: 'RespondentReplied',
        data: expect.objectContaining({ attachments: ['own'] }),
      }),
    );
    expect(journey.asks('agency', '2025-04-19', answer(['own', 'wrong']))).toEqual(
      refusal('attachment-is-struck'),
    );
  });
});

describe('whatever is attached and struck, in whatever order', () => {
  it('the limits hold, each file is there once, and asking again changes nothing', () => {
    const people: readonly Person[] = ['registrar', 'officer', 'head', 'leader'];
    const step = fc.record({
      strikes: fc.boolean(),
      file: fc.nat({ max: 5 }),
      size: fc.integer({ min: 1, max: 3_000 }),
      by: fc.constantFrom(...people),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const journey = registered();
        for (const { strikes, file, size, by } of steps) {
          const command = strikes ? strike(`${file}`) : attach(`${file}`, { size });
          const answer = journey.asks(by, '2025-09-27', command);
          if (isRefusal(answer)) continue;
          journey.happened(...answer);
          expect(journey.asks(by, '2025-09-27', command)).toEqual([]);
        }
        const { attachments = [] } = journey.state;
        expect(attachments.length).toBeLessThanOrEqual(LIMITS.files);
        expect(attachments.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(LIMITS.bytes);
        expect(new Set(attachments.map(({ attachmentId }) => attachmentId)).size).toBe(attachments.length);
        for (const { attachedBy, struck } of attachments) expect(struck?.by).not.toBe(attachedBy);
      }),
    );
  });
});
