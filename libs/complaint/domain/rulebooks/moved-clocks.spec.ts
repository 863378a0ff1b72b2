import { describe, expect, it } from '@jest/globals';
import { addDays, startOfDayInChina } from '#kernel';
import { CalendarBook, SHIPPED_NOTICES, type CalendarRecord } from '#calendar';
import { loadRulebook, SHIPPED, type Rulebook, type Shelf } from '#rulebook';
import { reopen, tell } from '../fixture/endings.js';
import { ENDED_AS } from '../fixture/ends.js';
import { cn, Journey, OFFICE_ID, sealedFor } from '../fixture/complaint.js';
import type { PinnedRulebooks } from '../intake/facts.js';

const LAW = { internal: 'RB-MANUAL', statutory: 'RB-2010' };
const NEW_LAW = { internal: 'RB-MANUAL', statutory: 'RB-2026' };
const moveTo = (to: PinnedRulebooks) =>
  ({ type: 'MoveToRulebooks', data: { to, reason: sealedFor('rulebooks.reason') } }) as const;
const move = (journey: Journey, to: PinnedRulebooks, at: string) => journey.does('leader', at, moveTo(to));
const running = (journey: Journey) =>
  journey.state.clocks.filter(({ status }) => status === 'running').map(({ clock }) => clock);
const on = (shelf: Shelf, book?: CalendarBook) => new Journey((id) => shelf.byId(id), book);
const changed = (id: string, code: string, term: object, head: object): Rulebook => {
  const rulebook = SHIPPED.byId(id);
  const terms = rulebook.terms.map((one) => (one.code === code ? { ...one, ...term } : one));
  return loadRulebook({ ...rulebook, ...head, terms });
};

describe('a moved case and the calendar (deadlines.md 3)', () => {
  const AMENDMENT = SHIPPED_NOTICES.find(({ id }) => id === 'notice-2020-amendment')!;
  const amended: CalendarRecord = {
    kind: 'notice',
    notice: AMENDMENT,
    recordedAt: '2020-01-27T02:00:00.000Z',
  };
  const before = new CalendarBook(
    [],
    SHIPPED_NOTICES.filter(({ id }) => id !== AMENDMENT.id),
  );
  const LOCAL = { ...LAW, overlay: 'OV-SHANDONG' };
  const registered = () => new Journey(undefined, before).registered('2020-01-22');

  it('a clock that came with the move is counted by the calendar as it is known, and moves with it', () => {
    const journey = move(registered(), LOCAL, '2020-01-23');
    expect(journey.clock('DL-ACCEPT.OV-SHANDONG.1').dueOn).toBe('2020-02-01');
    journey.learns(amended).rescheduled('2020-01-27');
    expect(journey.clock('DL-ACCEPT.OV-SHANDONG.1')).toMatchObject({
      status: 'running',
      dueOn: '2020-02-04',
    });
    const later = move(registered().learns(amended), LOCAL, '2020-01-28');
    expect(later.clock('DL-ACCEPT.OV-SHANDONG.1')).toMatchObject({
      dueOn: '2020-02-04',
      calendar: 'notice-2020-amendment@1',
    });
    expect(later.rescheduled('2020-01-29').clock('DL-ACCEPT.OV-SHANDONG.1').revision).toBe(0);
  });

  it('a clock superseded by the move is not counted anew, and its old ring rings no more', () => {
    const journey = move(registered(), LOCAL, '2020-01-23');
    move(journey, LAW, '2020-01-24').learns(amended).rescheduled('2020-01-27');
    const moved = journey.all('ClockRescheduled').map(({ data }) => data.clock);
    expect(moved).not.toContain('DL-ACCEPT.OV-SHANDONG.1');
    const { length } = journey.events;
    expect(journey.ring('DL-ACCEPT.OV-SHANDONG.1', 'due', '2020-02-05').events).toHaveLength(length);
  });

  it('one that the calendar moves past today, and that was not reached yet, has not run out: it is superseded', () => {
    const journey = move(registered(), LOCAL, '2020-01-23').learns(amended);
    move(journey, LAW, '2020-02-03');
    expect(journey.clock('DL-ACCEPT.OV-SHANDONG.1')).toMatchObject({
      status: 'cancelled',
      dueOn: '2020-02-01',
    });
    journey.rescheduled('2020-02-03').ringsUntil('2020-02-05');
    expect(journey.all('ClockMissed').map(({ data }) => data.clock)).not.toContain('DL-ACCEPT.OV-SHANDONG.1');
  });

  it("an office's own days move the clocks of the rulebooks joined as well", () => {
    const journey = move(new Journey().registered('2026-03-13'), NEW_LAW, '2026-03-16');
    journey.learns({
      kind: 'office-days',
      office: OFFICE_ID,
      days: [{ day: '2026-03-17', works: false, reason: '单位搬迁' }],
      recordedAt: startOfDayInChina('2026-03-16'),
    });
    expect(journey.rescheduled('2026-03-16').clock('DL-ACCEPT.RB-2026.1').dueOn).toBe('2026-03-18');
  });
});

describe('a moved case and service by publication (民诉法 95)', () => {
  const slow = changed('RB-2026', 'DL-PUBLICATION', { amount: 60 }, { version: 2 });
  const shelf = SHIPPED.with([slow]);
  /** Published on 2026-03-12; the law of 2010 gives 30 days. */
  const published = () =>
    on(shelf)
      .registered('2026-03-09')
      .reviewed('2026-03-10')
      .filed('2026-03-11')
      .issued('D04', '2026-03-11')
      .issued('D05', '2026-03-11')
      .served('D04', '2026-03-11')
      .published('D05', '2026-03-12');
  const serviceOf = (journey: Journey) =>
    journey.state.documents.find(({ kind }) => kind === 'D05')?.service?.servedAt;

  it('the days run on from the publication under the law joined, for the same document', () => {
    const journey = move(published(), NEW_LAW, '2026-03-16');
    expect(journey.clock('DL-PUBLICATION.RB-2010.1').status).toBe('cancelled');
    expect(journey.clock('DL-PUBLICATION.RB-2026.1')).toMatchObject({
      about: 'D05',
      startAt: cn('2026-03-12'),
      dueOn: '2026-05-11',
    });
    journey.ringsUntil('2026-05-10');
    expect(serviceOf(journey)).toBeUndefined();
    journey.ringsUntil('2026-05-12');
    expect(serviceOf(journey)).toBe('2026-05-11T15:59:59.999Z');
    expect(journey.state.phase).toBe('awaiting-reply');
    expect(running(journey)).toContain('DL-REPLY.RB-2026.1');
    expect(running(journey)).not.toContain('DL-REPLY.RB-2010.1');
  });

  it('a service between the two ends counts: nothing had been served by the law that was left', () => {
    const journey = move(published(), NEW_LAW, '2026-03-16').served('D05', '2026-04-20');
    expect(journey.clock('DL-PUBLICATION.RB-2026.1').status).toBe('met');
  });

  it('days that were over before the move have served it, noticed or not', () => {
    const journey = move(published(), NEW_LAW, '2026-04-14');
    const served = {
      type: 'RecordService',
      data: {
        documentId: 'D05',
        service: {
          method: 'direct',
          servedAt: cn('2026-04-14'),
          recipient: sealedFor('service.recipient'),
          relation: 'addressee',
          server: 'officer',
          receipt: '1',
        },
      },
    } as const;
    expect(journey.asks('officer', '2026-04-14', served)).toMatchObject({
      refused: 'document-deemed-served',
    });
    journey.ringsUntil('2026-04-14');
    expect(serviceOf(journey)).toBe('2026-04-13T15:59:59.999Z');
    expect(journey.clock('DL-PUBLICATION.RB-2026.1').status).toBe('met');
    expect(journey.all('DocumentServed').filter(({ data }) => data.kind === 'D05')).toHaveLength(1);
  });
});

describe('a moved case knows what has happened in it', () => {
  const other = changed('RB-MANUAL', 'DL-REVIEW', {}, { id: 'RB-OTHER' });
  const bare = changed('RB-MANUAL', 'DL-REVIEW', { pauses: [] }, { id: 'RB-BARE' });
  const shelf = SHIPPED.with([other, bare]);
  const OTHER = { ...LAW, internal: 'RB-OTHER' };
  const received = () => on(shelf).registered('2025-04-15');

  it('G52: what was told by word of mouth is told', () => {
    const journey = received()
      .reviewed('2025-04-16')
      .decided('2025-04-17', { outcome: 'accept', file: true });
    journey.withHandlers('2025-04-17', 'officer').does('officer', '2025-04-17', tell('D04'));
    move(journey, OTHER, '2025-04-18');
    expect(running(journey)).toContain('DL-NOTICE-R.RB-OTHER.1');
    expect(running(journey)).not.toContain('DL-NOTICE-C.RB-OTHER.1');
  });

  it('a review that was sent back was reported: its term is not begun anew', () => {
    const journey = received()
      .reviewed('2025-04-16')
      .does('leader', '2025-04-17', { type: 'ReturnReview', data: { reason: sealedFor('return.reason') } });
    move(journey, OTHER, '2025-04-18');
    expect(running(journey)).toEqual(['DL-ACCEPT.RB-2010.1', 'DL-APPROVE.RB-OTHER.1']);
  });

  it('H16: of a case that was reopened only what happened since; what was served before is not served again', () => {
    const rejecting = { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] } as const;
    const journey = received()
      .reviewed('2025-04-16')
      .decided('2025-04-17', rejecting)
      .withHandlers('2025-04-17', 'officer')
      .issued('D06', '2025-04-17')
      .served('D06', '2025-04-18')
      .does('leader', '2025-05-06', reopen('new-facts'));
    journey.reviewed('2025-05-07').decided('2025-05-08', rejecting).withHandlers('2025-05-08', 'officer');
    move(journey, OTHER, '2025-05-08');
    expect(running(journey).toSorted()).toEqual(['DL-REJECT-SERVE.RB-OTHER.1', 'DL-REOPENED.RB-OTHER.1']);
    expect(journey.clock('DL-REOPENED.RB-OTHER.1').startAt).toBe(cn('2025-05-06'));
  });

  it('G08: a wait is known to every rulebook that the case comes to, also after one that did not know it', () => {
    const asked = { items: ['evidence'], note: sealedFor('note') } as const;
    for (const by of ['RB-OTHER', 'RB-BARE']) {
      const journey = on(shelf).registered('2025-09-22').underReview('2025-09-22');
      journey.does('registrar', '2025-09-23', { type: 'RequestSupplement', data: asked });
      move(journey, { ...LAW, internal: by }, '2025-09-24');
      journey.does('registrar', '2025-09-25', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
      move(journey, LAW, '2025-09-25');
      const [review] = journey.state.clocks.filter(({ clock }) => clock === 'DL-REVIEW.RB-MANUAL.2');
      expect(review).toMatchObject({ status: 'running', dueOn: '2025-09-26' });
    }
  });

  it('G08: a wait that nobody answered ended when its last term ran out', () => {
    const journey = received().underReview('2025-04-15');
    journey.does('registrar', '2025-04-15', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    const { dueOn } = journey.clock('DL-SUPPLEMENT.RB-MANUAL.1');
    journey.ringsUntil(addDays(dueOn, 1));
    const { dueOn: expected } = journey.clock('DL-REVIEW.RB-MANUAL.1');
    move(journey, OTHER, addDays(dueOn, 1));
    expect(journey.clock('DL-REVIEW.RB-OTHER.1')).toMatchObject({ status: 'running', dueOn: expected });
  });

  it('A08, G57: where the law comes to govern after mediation failed, the term of a ruling falls away', () => {
    const journey = Journey.accepted('2025-04-15', { procedure: 'internal' }).mediationFailed('2025-04-21');
    expect(running(journey)).toContain('DL-RULE.RB-MANUAL.1');
    move(journey, { ...LAW, procedure: 'statutory' }, '2025-04-22');
    expect(journey.clock('DL-RULE.RB-MANUAL.1').status).toBe('cancelled');
    move(journey, { ...LAW, procedure: 'internal' }, '2025-04-23');
    expect(journey.clock('DL-RULE.RB-MANUAL.2').startAt).toBe(journey.clock('DL-RULE.RB-MANUAL.1').startAt);
  });
});

describe('a case that has its outcome and is moved all the same', () => {
  it('1.7: takes no term up again: whoever was to answer answers no more', () => {
    const journey = ENDED_AS.settled('2025-04-15');
    expect(journey.state).not.toHaveProperty('reply');
    const before = running(journey);
    move(journey, NEW_LAW, '2026-06-02');
    expect(journey.all('RulebookMigrated')).toHaveLength(1);
    expect(running(journey)).toEqual(before);
    expect(journey.state.clocks.some(({ clock }) => clock.startsWith('DL-REPLY.RB-2026'))).toBe(false);
  });
});
