import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { currentDocument } from '../case/state.js';
import { ENDED_AS } from '../fixture/ends.js';
import { requestClosing } from '../fixture/endings.js';
import { cn, contextAt, Journey, type Person } from '../fixture/complaint.js';
import { correct } from '../fixture/correcting.js';
import { servedOnRespondentAt } from '../respondent/side.js';
import type { DocumentKind } from '../documents/documents.js';

const LATER = '2025-04-22';
const NAME = '云海青山旅行社有限公司';
const at = (journey: Journey, by: Person, day = LATER) =>
  specify(complaintDecider, contextAt(cn(day), by)).given(...journey.events);
const notified = () => Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').served('D05', '2025-04-17');
const corrected = (journey = notified(), day = LATER) =>
  correct(journey, day, 'ComplaintRegistered', { respondent: { name: NAME } });
const draft = (documentId: string, kind: DocumentKind = 'D05') =>
  ({ type: 'DraftDocument', data: { documentId, kind } }) as const;
const again = (journey = corrected()) => journey.issued('D05', LATER, 'again').served('again', '2025-04-23');

describe('a notice that was served under a wrong name (H17)', () => {
  it('G16, H17: is issued and served anew, in whatever phase the case is by now, and says in the place of which', () => {
    at(notified(), 'officer').when(draft('again')).thenRefused('document-not-for-this-case');
    const journey = corrected();
    expect(journey.state.phase).toBe('awaiting-reply');
    journey.issued('D05', LATER, 'again');
    expect(journey.state.documents.at(-1)).toMatchObject({
      inPlaceOf: 'D05',
      contents: { respondent: NAME, inPlaceOf: { number: 'D05 1号', servedAt: cn('2025-04-17') } },
    });
    const mediating = corrected(notified().replied('2025-04-18').mediating('2025-04-21'));
    at(mediating, 'officer').when(draft('again')).then({ type: 'DocumentDrafted' });
  });

  it('H17: the first stays in the file, and the case goes by it', () => {
    const journey = again();
    const notices = journey.state.documents.filter(({ kind }) => kind === 'D05');
    expect(notices).toMatchObject([
      { documentId: 'D05', superseded: false, service: { servedAt: cn('2025-04-17') } },
      { documentId: 'again', superseded: false, service: { servedAt: cn('2025-04-23') } },
    ]);
    expect(currentDocument(journey.state, 'D05')?.documentId).toBe('D05');
    expect(servedOnRespondentAt(journey.state)).toBe(cn('2025-04-17'));
    expect(journey.state.phase).toBe('awaiting-reply');
  });

  it('H17, G17: no term that the first service began or met is touched by the second, nor by its correction', () => {
    const journey = corrected();
    const { clocks } = journey.state;
    again(journey);
    expect(journey.state.clocks).toEqual(clocks);
    correct(journey, '2025-04-25', 'DocumentServed', { servedAt: cn('2025-04-24') });
    expect(journey.state.documents.at(-1)?.service?.servedAt).toBe(cn('2025-04-24'));
    expect(journey.state.clocks).toEqual(clocks);
  });

  it('H17: what was replaced is replaced again only when the right name was not the right one either', () => {
    const drafted = corrected().drafted('D05', LATER, 'draft');
    at(drafted, 'officer').when(draft('another')).then({ type: 'DocumentDrafted' });
    const underWay = corrected().issued('D05', LATER, 'again').sent('again', LATER);
    at(underWay, 'officer').when(draft('third')).thenRefused('document-not-for-this-case');
    at(again(), 'officer', '2025-04-24').when(draft('third')).thenRefused('document-not-for-this-case');
    const twice = correct(again(), '2025-04-24', 'ComplaintRegistered', { respondent: { name: '甲' } });
    at(twice, 'officer', '2025-04-24').when(draft('third')).then({ type: 'DocumentDrafted' });
  });

  it('H17: issued by another than who drew it up, and drawn up again when a name is put right before that', () => {
    const drafted = corrected().drafted('D05', LATER, 'again');
    const issue = { type: 'IssueDocument', data: { documentId: 'again', number: '2号' } } as const;
    at(drafted, 'officer').when(issue).thenRefused('issuer-is-drafter');
    at(drafted, 'leader').when(issue).then({ type: 'DocumentIssued' });
    correct(drafted, '2025-04-23', 'ComplaintRegistered', { respondent: { name: '甲' } });
    at(drafted, 'leader', '2025-04-23').when(issue).thenRefused('draft-before-correction');
  });

  it('G37, G38: what was issued anew is served before the closing; a draft of it holds nothing up', () => {
    const agreed = corrected(ENDED_AS.agreed('2025-04-15'));
    const close = requestClosing({ performance: 'performed' });
    at(agreed, 'officer').when(close).then({ type: 'ClosingRequested' });
    agreed.drafted('D14', LATER, 'again');
    at(agreed, 'officer').when(close).then({ type: 'ClosingRequested' });
    agreed.does('head', LATER, { type: 'IssueDocument', data: { documentId: 'again', number: '2号' } });
    at(agreed, 'officer').when(close).thenRefused('closing-before-notice', { kind: 'D14' });
    agreed.served('again', LATER).served('again-respondent', LATER);
    at(agreed, 'officer').when(close).then({ type: 'ClosingRequested' });
  });

  it('a letter to another office is not served anew: that office corrects its own record', () => {
    const referred = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16', { jurisdiction: 'lower-level', competent: 'x' })
      .decided('2025-04-16', { outcome: 'refer-down' })
      .withHandlers('2025-04-16', 'officer')
      .issued('D07', '2025-04-16')
      .served('D07', '2025-04-17');
    at(corrected(referred), 'officer').when(draft('again', 'D07')).thenRefused('document-already-issued');
  });
});
