import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { complaintDecider } from '../case/decider.js';
import type { RegisteredComplaint } from '../case/state.js';
import { attachmentOf } from '../fixture/attachments.js';
import { Journey, cn, type Person } from '../fixture/complaint.js';
import { CHILD, PARENT, received, sentAcross, sentDown, text, told } from '../fixture/handover.js';
import { lettersOf, type Letter } from './letters.js';

/** What followed elsewhere from each event of a case, one line a letter. */
function letters(journey: Journey): string[] {
  return journey.events.flatMap((event, index) => {
    const state = fold(complaintDecider, journey.events.slice(0, index + 1)) as RegisteredComplaint;
    return lettersOf(state, event).map((letter) => `${event.type}: ${line(letter)}`);
  });
}

function line(letter: Letter): string {
  if ('open' in letter) {
    const { origin, office, seed } = letter.open;
    return `opens ${origin.kind} at ${office} with ${seed}`;
  }
  const to = 'complaintId' in letter.to ? letter.to.complaintId : letter.to.openedWith;
  const { type, data } = letter.note;
  const what = type === 'NoteEvidence' ? ` ${data.attachment.attachmentId}` : '';
  const who = type === 'NoteAgent' ? ` ${data.agent.agentId}` : '';
  return `tells ${to} ${type}${what}${who}`;
}

const opened = (journey: Journey) =>
  journey.events.flatMap((event, index) => {
    const state = fold(complaintDecider, journey.events.slice(0, index + 1)) as RegisteredComplaint;
    return lettersOf(state, event).flatMap((letter) => ('open' in letter ? letter.open : []));
  });
const does = (journey: Journey, by: Person, day: string, type: 'RecallCase' | 'ReturnToSender') =>
  journey.does(by, day, { type, data: { reason: text() } });
const reassigned = (journey: Journey, day: string) =>
  journey.does('superior', day, { type: 'ReassignCase', data: { office: 'county-2', reason: text() } });
const noted = (journey: Journey, day: string) =>
  journey.does('system', day, {
    type: 'NoteReceivingCase',
    data: { ...CHILD, kind: 'referral', number: '1号', openedAt: cn(day) },
  });
const DAY = '2026-01-26';

describe('what follows at other offices', () => {
  it('G12, A15: with its first dispatch a referred case is opened at the lower office, however often the letter is sent', () => {
    const journey = sentDown(DAY, 'sent');
    const letter = journey.state.documents.at(-1)?.documentId ?? '';
    journey.sent(letter, '2026-01-28', 'direct').served(letter, '2026-01-29');
    expect(new Set(letters(journey).map((one) => one.replace(/^\w+: /, '')))).toEqual(
      new Set([`opens referral at county-1 with letter/${letter}`]),
    );
    expect(opened(journey)[0]?.origin).toEqual({
      complaintId: 'c-1',
      office: 'office-1',
      kind: 'referral',
      number: '云旅诉〔2025〕1号',
      sentAt: cn(DAY),
      receivedAt: cn(DAY),
      route: ['office-1'],
      reportTo: { complaintId: 'c-1', office: 'office-1' },
    });
  });

  it('G13: a case for another office of this installation is opened there; one for a department nowhere', () => {
    expect(letters(sentAcross(DAY))).toEqual([
      expect.stringMatching(/^DocumentSent: opens transfer at office-2/),
    ]);
    const outside = new Journey()
      .registered(DAY)
      .reviewed(DAY, { jurisdiction: 'other-department', competent: 'x' })
      .decided(DAY, { outcome: 'transfer' })
      .withHandlers(DAY, 'officer')
      .issued('D08', DAY)
      .sent('D08', DAY);
    expect(letters(outside)).toEqual([]);
  });

  it('an accepted case goes nowhere', () => {
    expect(letters(Journey.notified(DAY, DAY, DAY))).toEqual([]);
  });

  it('A15: the case that was opened tells the one it came from; so do its report and its return', () => {
    const journey = received(DAY).reviewed(DAY).filed(DAY);
    journey.does('officer', '2026-02-01', { type: 'ReportToReferrer', data: { result: text() } });
    expect(letters(journey)).toEqual([
      'ComplaintRegistered: tells parent NoteReceivingCase',
      'ReportedToReferrer: tells parent NoteReport',
    ]);
    expect(letters(does(received(DAY), 'leader', '2026-01-27', 'ReturnToSender'))).toEqual([
      'ComplaintRegistered: tells parent NoteReceivingCase',
      'ReturnedToSender: tells parent NoteReturn',
    ]);
  });

  it('G12: a report that is sent back, and an answer on more time, go to who reported', () => {
    const journey = told(noted(sentDown(DAY), '2026-01-27'), '2026-02-10', 'NoteReport');
    journey.does('leader', '2026-02-11', { type: 'ReturnReferralReport', data: { reason: text() } });
    expect(letters(journey).at(-1)).toBe('ReferralReportReturned: tells child NoteReportReturned');
    journey
      .does('system', '2026-02-12', {
        type: 'NoteMoreTimeRequest',
        data: { from: CHILD, days: 5, reason: text(), at: cn('2026-02-12') },
      })
      .does('leader', '2026-02-13', { type: 'AnswerMoreTime', data: { granted: false } });
    expect(letters(journey).at(-1)).toBe('MoreTimeDecided: tells child NoteMoreTimeAnswer');
  });

  it('G50: what is designated to another office is opened there for good; what stays goes nowhere', () => {
    const designated = (office: string) =>
      new Journey()
        .registered(DAY)
        .does('leader', DAY, { type: 'SeekDesignation', data: { reason: text() } })
        .does('superior', DAY, { type: 'DesignateJurisdiction', data: { office, reason: text() } });
    expect(letters(designated('office-1'))).toEqual([]);
    expect(letters(designated('office-2'))).toEqual([
      'JurisdictionDesignated: opens designation at office-2 with designation',
    ]);
    expect(opened(designated('office-2'))[0]?.origin).toMatchObject({
      designatedBy: 'province',
      route: ['office-1'],
    });
  });

  it('G50: sent down a third time by its common superior, a case is sent for good', () => {
    const journey = told(sentDown('2026-01-05'), '2026-01-07', 'NoteReturn');
    told(sentDown('2026-01-09', 'served', journey), '2026-01-12', 'NoteReturn');
    sentDown('2026-01-14', 'served', journey);
    expect(opened(journey).map(({ origin }) => origin.designatedBy)).toEqual([
      undefined,
      undefined,
      'office-1',
    ]);
    expect(new Set(opened(journey).map(({ seed }) => seed)).size).toBe(3);
  });

  it('提级: taken up by who referred it, the case is told to be there again, and opened nowhere', () => {
    expect(letters(does(received(DAY), 'superior', '2026-02-26', 'RecallCase'))).toEqual([
      'ComplaintRegistered: tells parent NoteReceivingCase',
      'CaseRecalled: tells parent NoteRecall',
    ]);
  });

  it('提级: a case of the office’s own is opened at the superior, and what it had sent down ends', () => {
    expect(letters(does(new Journey().registered(DAY), 'superior', DAY, 'RecallCase'))).toEqual([
      'CaseRecalled: opens recall at province with recall',
    ]);
    const known = does(noted(sentDown(DAY), DAY), 'superior', '2026-02-26', 'RecallCase');
    expect(letters(known).slice(-2)).toEqual([
      'CaseRecalled: opens recall at province with recall',
      'CaseRecalled: tells child NoteWithdrawal',
    ]);
    const unknown = does(sentDown(DAY), 'superior', '2026-02-26', 'RecallCase');
    expect(letters(unknown).at(-1)).toMatch(/^CaseRecalled: tells letter\/D07 \d+ NoteWithdrawal$/);
  });

  it('提级: an office above the referrer takes a case up: the referrer is told, and who waits for him', () => {
    const above = received(DAY, { reportTo: { ...PARENT, office: 'office-2' }, office: 'office-2' });
    expect(letters(does(above, 'superior', '2026-02-26', 'RecallCase')).slice(1)).toEqual([
      'CaseRecalled: tells parent NoteRecall',
      'CaseRecalled: opens recall at province with recall',
    ]);
    const between = sentDown(DAY, 'served', received(DAY)).does('system', '2026-02-26', {
      type: 'NoteRecall',
      data: { from: CHILD, byOffice: 'province', at: cn('2026-02-26') },
    });
    expect(letters(between).at(-1)).toBe('ReferralRecalled: tells parent NoteRecall');
  });

  it('改派: opened at the other office for good, which reports to who waited for this one', () => {
    const journey = reassigned(received(DAY), '2026-02-02');
    expect(letters(journey).at(-1)).toBe('CaseReassigned: opens reassignment at county-2 with reassignment');
    expect(opened(journey)[0]?.origin).toMatchObject({
      complaintId: 'c-1',
      reportTo: PARENT,
      designatedBy: 'province',
      route: ['province', 'office-1'],
    });
    const second = received('2026-02-02', { kind: 'reassignment', complaintId: 'first', office: 'county-1' });
    expect(letters(second)).toEqual([
      'ComplaintRegistered: tells first NoteReceivingCase',
      'ComplaintRegistered: tells parent NoteReceivingCase',
    ]);
  });

  it('a case that is withdrawn withdraws what it had itself sent down', () => {
    const journey = noted(sentDown(DAY, 'served', received(DAY)), DAY).does('system', '2026-02-26', {
      type: 'NoteWithdrawal',
      data: { byOffice: 'province', at: cn('2026-02-26') },
    });
    expect(letters(journey).at(-1)).toBe('HandoverWithdrawn: tells child NoteWithdrawal');
  });
});

describe('what goes along with a case', () => {
  const LIMITS = { files: 9, bytes: 9_000 };
  const attach = (journey: Journey, id: string, day = DAY) =>
    journey.does('registrar', day, {
      type: 'AttachEvidence',
      data: { ...attachmentOf(id), limits: LIMITS },
    });
  const authorise = (journey: Journey, day = DAY) =>
    journey.does('registrar', day, {
      type: 'AuthoriseAgent',
      data: {
        agentId: 'agent-1',
        principals: ['subject-1'],
        name: text(),
        powers: ['act'],
        powerOfAttorney: text(),
      },
    });
  const withMaterials = (journey: Journey) => {
    attach(authorise(attach(attach(journey, 'photo'), 'mistaken')), 'contract');
    return journey.does('head', DAY, {
      type: 'StrikeAttachment',
      data: { attachmentId: 'mistaken', reason: text() },
    });
  };

  it('H02: files and agents follow the case that is opened, one letter each; what was struck stays', () => {
    const journey = sentDown(DAY, 'sent', withMaterials(new Journey().registered(DAY)));
    const seed = `letter/${journey.state.documents.at(-1)?.documentId ?? ''}`;
    expect(letters(journey)).toEqual([
      `DocumentSent: opens referral at county-1 with ${seed}`,
      `DocumentSent: tells ${seed} NoteEvidence photo`,
      `DocumentSent: tells ${seed} NoteEvidence contract`,
      `DocumentSent: tells ${seed} NoteAgent agent-1`,
    ]);
  });

  it('H02: what comes in later, while the case is out, is sent after it', () => {
    const journey = sentDown(DAY);
    const late = () => {
      const [line = ''] = letters(journey).slice(-1);
      return line;
    };
    journey.does('officer', '2026-01-27', {
      type: 'AttachEvidence',
      data: { ...attachmentOf('before it is known'), limits: LIMITS },
    });
    expect(late()).toMatch(/^EvidenceAttached: tells letter\/D07 \d+ NoteEvidence before it is known$/);
    noted(journey, '2026-01-27').does('officer', '2026-01-28', {
      type: 'AttachEvidence',
      data: { ...attachmentOf('after'), limits: LIMITS },
    });
    expect(late()).toBe('EvidenceAttached: tells child NoteEvidence after');
    expect(letters(withMaterials(new Journey().registered(DAY)))).toEqual([]);
  });

  it('H02, G50: what came in while an office had the case goes back with it', () => {
    const materials = ['NoteEvidence photo', 'NoteEvidence contract', 'NoteAgent agent-1'];
    const back = (type: 'RecallCase' | 'ReturnToSender', by: Person, note: string) =>
      expect(letters(does(withMaterials(received(DAY)), by, '2026-01-27', type)).slice(1)).toEqual(
        [...materials, note].map(
          (one) => `${type === 'RecallCase' ? 'CaseRecalled' : 'ReturnedToSender'}: tells parent ${one}`,
        ),
      );
    back('ReturnToSender', 'leader', 'NoteReturn');
    back('RecallCase', 'superior', 'NoteRecall');
  });
});
