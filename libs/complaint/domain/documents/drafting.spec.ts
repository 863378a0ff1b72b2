import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import { DOCUMENTS, type DocumentKind } from './documents.js';
import type { Outcome } from '../intake/facts.js';

const as = (by: Person, now = '2025-04-18') => specify(complaintDecider, contextAt(cn(now), by));
const draft = (kind: DocumentKind, documentId: string = kind) =>
  ({ type: 'DraftDocument', data: { documentId, kind } }) as const;
const issue = (documentId: string) =>
  ({ type: 'IssueDocument', data: { documentId, number: `${documentId} 1号` } }) as const;
const begun = () => new Journey().registered('2025-04-15').underReview('2025-04-15');
const filed = () => begun().reviewed('2025-04-16').filed('2025-04-17');
const asked = (journey: Journey, at: string) =>
  journey.does('registrar', at, {
    type: 'RequestSupplement',
    data: { items: ['evidence'], note: sealedFor('note') },
  });

const POINTS = {
  accept: {},
  reject: { jurisdiction: 'other-department', competent: '市场监督管理局' },
  transfer: { jurisdiction: 'other-department', competent: '交通运输局' },
  'refer-down': { jurisdiction: 'lower-level', competent: '古城区文旅局' },
} as const;

function decided(outcome: Outcome): Journey {
  const reasons =
    outcome === 'reject' ? { reasons: ['R3'] as const, remedies: ['other-department'] as const } : {};
  const journey = begun()
    .reviewed('2025-04-16', POINTS[outcome])
    .decided('2025-04-17', { outcome, ...reasons });
  return journey.withHandlers('2025-04-17', 'officer');
}

const contents = (journey: Journey, kind: DocumentKind) => {
  const [event] = as('officer')
    .given(...journey.events)
    .when(draft(kind)).events;
  return event?.type === 'DocumentDrafted' ? event.data.contents : undefined;
};

describe('documents', () => {
  it('each decision has its own documents and no others', () => {
    const fitting = {
      accept: ['D04', 'D05'],
      reject: ['D06'],
      transfer: ['D08', 'D08C'],
      'refer-down': ['D07', 'D08C'],
    };
    for (const outcome of Object.keys(fitting) as Outcome[]) {
      const journey = decided(outcome);
      const possible = (Object.keys(DOCUMENTS) as DocumentKind[]).filter(
        (kind) =>
          as('officer')
            .given(...journey.events)
            .when(draft(kind)).events.length > 0,
      );
      expect(possible).toEqual(fitting[outcome]);
    }
  });

  it('A25: the notices to both parties are one title in two variants with what each needs', () => {
    expect(DOCUMENTS.D04.title.zh.replace('投诉人', '被投诉人')).toBe(DOCUMENTS.D05.title.zh);
    expect(contents(filed(), 'D04')).toMatchObject({
      caseNumber: '云旅诉〔2025〕1号',
      acceptedAt: cn('2025-04-17'),
      handlers: ['officer'],
    });
    expect(contents(filed(), 'D04')).not.toHaveProperty('replyMustState');
    // The manual's 90 days are for cases that the deposit could pay; no such clock runs here.
    expect(contents(filed(), 'D04')?.['disposal']).toMatchObject([{ rulebook: 'RB-2010', amount: 60 }]);
  });

  it('G15: names the limit of a local rule beside that of the law', () => {
    const rulebooks = { internal: 'RB-MANUAL', statutory: 'RB-2010', overlay: 'OV-SHANDONG' };
    const local = new Journey().registered('2025-04-15', { rulebooks }).reviewed('2025-04-16');
    expect(contents(local.filed('2025-04-17'), 'D04')?.['disposal']).toMatchObject([
      { rulebook: 'RB-2010', amount: 60 },
      { rulebook: 'OV-SHANDONG', amount: 45 },
    ]);
  });

  it('G16, G18: the notice to the respondent brings a copy, the term of each rulebook with its certainty, and what to answer', () => {
    expect(contents(filed(), 'D05')).toMatchObject({
      copyOfComplaint: true,
      replyWithin: [
        { rulebook: 'RB-MANUAL', amount: 10, unit: 'CD', verification: 'design' },
        { rulebook: 'RB-2010', amount: 10, unit: 'CD', verification: 'design' },
      ],
      replyMustState: ['verification-process', 'facts-and-evidence', 'liability', 'proposed-handling'],
      silence: 'case-continues',
    });
  });

  it('G11, G52: a rejection states its reasons and the other remedies', () => {
    expect(contents(decided('reject'), 'D06')).toMatchObject({
      reasons: ['R3'],
      remedies: ['other-department'],
    });
  });

  it('G12: a referral says who gets it and within what time to report', () => {
    expect(contents(decided('refer-down'), 'D07')).toMatchObject({
      receiver: '古城区文旅局',
      reportWithin: [{ rulebook: 'RB-MANUAL', amount: 30, unit: 'CD' }],
    });
  });

  it('G13: a transfer brings the materials and asks for a written result', () => {
    expect(contents(decided('transfer'), 'D08')).toMatchObject({
      receiver: '交通运输局',
      resultRequested: true,
      materials: { complaint: 1, evidence: 1 },
    });
  });

  it('G12, G13: the complainant is told who has the complaint now, and by which letter', () => {
    const complaint = { receivedAt: cn('2025-04-15'), claims: [{ claim: 0, kind: 'lodging-below-grade' }] };
    expect(contents(decided('transfer').issued('D08', '2025-04-17'), 'D08C')).toMatchObject({
      complaint,
      outcome: 'transfer',
      receiver: '交通运输局',
      jurisdiction: 'other-department',
      letter: 'D08 1号',
    });
    expect(contents(decided('refer-down'), 'D08C')).toMatchObject({
      complaint,
      outcome: 'refer-down',
      receiver: '古城区文旅局',
      letter: null,
    });
  });

  it('G08: a request for supplement names the missing items', () => {
    const [event] = as('registrar')
      .given(...asked(begun(), '2025-04-16').events)
      .when(draft('D09')).events;
    expect(event).toMatchObject({ data: { contents: { missing: ['evidence'], provisional: false } } });
  });

  it('G08, deadlines 3: it says that the day is provisional where the holidays are not published yet', () => {
    const late = new Journey().registered('2026-12-29').underReview('2026-12-29');
    const [event] = as('registrar', '2026-12-30')
      .given(...asked(late, '2026-12-30').events)
      .when(draft('D09')).events;
    expect(event).toMatchObject({ data: { contents: { supplyBy: '2027-01-07', provisional: true } } });
  });

  it('a later draft takes the place of one that was not issued; the same draft again changes nothing', () => {
    const journey = filed().drafted('D04', '2025-04-17', 'first').drafted('D04', '2025-04-18', 'second');
    as('head')
      .given(...journey.events)
      .when(issue('first'))
      .thenRefused('document-superseded');
    as('head')
      .given(...journey.events)
      .when(issue('second'))
      .then({ type: 'DocumentIssued', data: { issuedBy: 'head', number: 'second 1号' } });
    as('officer')
      .given(...journey.events)
      .when(draft('D04', 'second'))
      .thenNothing();
    as('head')
      .given(...journey.events)
      .when(issue('third'))
      .thenRefused('document-not-found');
  });

  it('an issued document is not drafted again, nor issued twice', () => {
    const { events } = filed().issued('D04', '2025-04-18');
    as('officer')
      .given(...events)
      .when(draft('D04', 'again'))
      .thenRefused('document-already-issued');
    as('head')
      .given(...events)
      .when(issue('D04'))
      .thenNothing();
    as('head')
      .given(...events)
      .when({ type: 'IssueDocument', data: { documentId: 'D04', number: 'another' } })
      .thenRefused('document-already-issued');
  });

  it('who drafted does not issue', () => {
    const { events } = filed().drafted('D04', '2025-04-18');
    as('officer')
      .given(...events)
      .when(issue('D04'))
      .thenRefused('issuer-is-drafter', { drafter: 'officer' });
  });

  it('G14: notices of acceptance can be drawn up before the filing, and go out after it', () => {
    const { events } = decided('accept').drafted('D04', '2025-04-17');
    as('head')
      .given(...events)
      .when(issue('D04'))
      .thenRefused('case-not-filed');
  });

  it('G08: every request for supplement has its own document, though an earlier one never went out', () => {
    const journey = asked(begun(), '2025-04-16').issued('D09', '2025-04-16');
    as('registrar', '2025-04-16')
      .given(...journey.events)
      .when(draft('D09', 'again'))
      .thenRefused('document-already-issued');
    journey.does('registrar', '2025-04-17', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    asked(journey, '2025-04-18').issued('D09', '2025-04-18', 'second').served('second', '2025-04-18');
    as('registrar')
      .given(...journey.events)
      .when(draft('D09', 'third'))
      .thenRefused('document-already-issued');
    expect(journey.state.documents.map(({ documentId, superseded }) => [documentId, superseded])).toEqual([
      ['D09', true],
      ['second', false],
    ]);
  });
});
