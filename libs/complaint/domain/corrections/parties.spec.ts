import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { cn, contextAt, Journey, sealedFor, type Person } from '../fixture/complaint.js';
import { correct, correction } from '../fixture/correcting.js';
import { servedOperator, sideOf } from '../respondent/side.js';
import type { CorrectedFields } from './facts.js';

const DAY = '2025-04-15';
const LATER = '2025-04-22';
const text = (field: string, said: string) => ({
  ...sealedFor(`complainant.${field}`, 'subject-1'),
  text: said,
});
const PHONE = text('phone', 'the right number');
const rightly = (journey: Journey, is: CorrectedFields) => correct(journey, LATER, 'ComplaintRegistered', is);
const at = (journey: Journey, by: Person = 'head') =>
  specify(complaintDecider, contextAt(cn(LATER), by)).given(...journey.events);
const registered = () => new Journey().registered(DAY);
const notified = () => Journey.notified(DAY, '2025-04-16', '2025-04-17').served('D05', '2025-04-17');
/** The notice has reached the respondent, not yet the complainant. */
const served = (change = {}) =>
  new Journey()
    .registered(DAY, change)
    .reviewed('2025-04-16')
    .filed('2025-04-17')
    .issued('D05', '2025-04-17')
    .served('D05', '2025-04-17');
const [known] = registered().state.registration.complainants;

describe('names and contacts recorded wrongly (更正, H17)', () => {
  it('H17: are put right by an event that says what was held and what is right; the registration stays', () => {
    const journey = rightly(registered(), { complainants: [{ subject: 'subject-1', phone: PHONE }] });
    expect(journey.state.corrections).toMatchObject([
      {
        was: { complainants: [{ subject: 'subject-1', phone: known?.phone }] },
        is: { complainants: [{ subject: 'subject-1', phone: PHONE }] },
        by: 'head',
      },
    ]);
    expect(journey.state.registration.complainants).toEqual([{ ...known, phone: PHONE }]);
    expect(journey.all('ComplaintRegistered')[0]?.data.complainants).toEqual([known]);
  });

  it('H17: only what differs is recorded, and said again it changes nothing', () => {
    const is = { complainants: [{ ...known!, name: text('name', 'the right name') }] };
    const journey = rightly(registered(), is);
    expect(journey.state.corrections?.[0]?.is).toEqual({
      complainants: [{ subject: 'subject-1', name: is.complainants[0]?.name }],
    });
    at(journey)
      .when({ ...correction(journey, 'ComplaintRegistered', { ...is, channel: 'letter' }) })
      .thenNothing();
    at(registered())
      .when(correction(registered(), 'ComplaintRegistered', { complainants: [known!] }))
      .thenNothing();
  });

  it('of somebody who is not in the case, or was erased, nothing is put right', () => {
    const journey = registered();
    const about = (subject: string) =>
      correction(journey, 'ComplaintRegistered', { complainants: [{ subject, phone: PHONE }] });
    at(journey).when(about('stranger')).thenRefused('complainant-not-in-case', { subject: 'stranger' });
    const erased = about('subject-1');
    at(journey)
      .when({ ...erased, data: { ...erased.data, erased: ['subject-1'] } })
      .thenRefused('complainant-erased', { subject: 'subject-1' });
  });

  it('H17: nobody corrects what he recorded himself, reviewed, decided or handles', () => {
    const journey = notified();
    const asked = correction(journey, 'ComplaintRegistered', { respondent: { name: '云海旅行社' } });
    for (const by of ['registrar', 'leader', 'officer'] as const)
      at(journey, by)
        .when({ ...asked, data: { ...asked.data, recordedBy: 'registrar' } })
        .thenRefused('correction-of-own-record');
  });

  it('H17: no clock moves', () => {
    const journey = notified();
    const before = journey.state.clocks;
    rightly(journey, { respondent: { name: '云海旅行社', place: '云海市' } });
    expect(journey.state.clocks).toEqual(before);
  });

  it('H17: what was served stays as it was and says that the parties were put right since; later ones name them rightly', () => {
    const journey = rightly(served(), { respondent: { name: '云海旅行社' } });
    const [id] = journey.state.corrections?.map(({ correctionId }) => correctionId) ?? [];
    const notice = journey.state.documents.find(({ kind }) => kind === 'D05');
    expect(notice).toMatchObject({
      contents: { respondent: '云海青山国际旅行社有限公司' },
      correctedSince: [id],
    });
    journey.issued('D04', LATER);
    const later = journey.state.documents.at(-1);
    expect(later).toMatchObject({ contents: { respondent: '云海旅行社' } });
    expect(later).not.toHaveProperty('correctedSince');
  });

  it('H17: a telephone number stands in no document', () => {
    const journey = rightly(notified(), { complainants: [{ subject: 'subject-1', phone: PHONE }] });
    expect(journey.state.documents.some(({ correctedSince }) => correctedSince)).toBe(false);
  });

  it('H17: a draft that names somebody wrongly is not issued but drafted again; so is what was issued and has not gone out', () => {
    const filed = () => registered().reviewed('2025-04-16').filed('2025-04-17');
    const draft = (documentId: string) =>
      ({ type: 'DraftDocument', data: { documentId, kind: 'D05' } }) as const;
    const issue = { type: 'IssueDocument', data: { documentId: 'one', number: '1号' } } as const;
    const drafted = rightly(filed().does('officer', '2025-04-17', draft('one')), {
      respondent: { name: '云海旅行社' },
    });
    at(drafted, 'leader').when(issue).thenRefused('draft-before-correction');
    const again = drafted.does('officer', LATER, draft('two'));
    expect(again.state.documents.at(-1)).toMatchObject({ contents: { respondent: '云海旅行社' } });
    const issued = filed().issued('D05', '2025-04-17');
    at(issued, 'officer').when(draft('two')).thenRefused('document-already-issued');
    rightly(issued, { respondent: { name: '云海旅行社' } });
    at(issued, 'officer').when(draft('two')).then({ type: 'DocumentDrafted' });
  });

  describe('the licence of the respondent', () => {
    const KNOWN = { respondent: { name: '甲', licence: 'L-1', operator: 'operator-1' } };
    it('H17: with the right one the case is there for its operator, and no more for the other', () => {
      const journey = served(KNOWN);
      expect(servedOperator(journey.state)).toBe('operator-1');
      rightly(journey, { respondent: { licence: 'L-2', operator: 'operator-2' } });
      expect(servedOperator(journey.state)).toBe('operator-2');
      rightly(journey, { respondent: { licence: 'L-3', operator: null } });
      expect(sideOf(journey.state)).toBeUndefined();
      expect(journey.state.corrections?.map(({ was }) => was.respondent)).toEqual([
        { licence: 'L-1', operator: 'operator-1' },
        { licence: 'L-2', operator: 'operator-2' },
      ]);
    });

    it('what another operator had done was not this one’s; one that the handler named stays', () => {
      const assigned = served(KNOWN).does('agency', '2025-04-18', {
        type: 'AssignRespondent',
        data: { responsible: 'agency-manager' },
      });
      rightly(assigned, { respondent: { licence: 'L-2', operator: 'operator-2' } });
      expect(sideOf(assigned.state)).toEqual({ operator: 'operator-2', investigations: [] });
      const named = served(KNOWN).does('officer', '2025-04-18', {
        type: 'IdentifyRespondent',
        data: { operator: 'operator-2' },
      });
      rightly(named, { respondent: { licence: 'L-3', operator: null } });
      expect(sideOf(named.state)?.operator).toBe('operator-2');
    });
  });
});
