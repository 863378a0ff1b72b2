import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadRulebook, SHIPPED, type Rulebook } from '#rulebook';
import { isRefusal } from '#kernel';
import { pinnedOf, procedureOfCase } from '../case/rulebooks.js';
import { announcementOf } from '../callbacks/announcing.js';
import { delay } from '../fixture/calls.js';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import type { PinnedRulebooks } from '../intake/facts.js';

const LAW = { internal: 'RB-MANUAL', statutory: 'RB-2010' };
const NEW_LAW = { internal: 'RB-MANUAL', statutory: 'RB-2026' };
const LOCAL = { ...LAW, overlay: 'OV-SHANDONG' };

const moveTo = (to: PinnedRulebooks) => ({
  type: 'MoveToRulebooks' as const,
  data: { to, reason: sealedFor('rulebooks.reason') },
});
const move = (journey: Journey, to: PinnedRulebooks, at: string) => journey.does('leader', at, moveTo(to));
/** What runs, with its due day. */
const running = (journey: Journey) =>
  Object.fromEntries(
    journey.state.clocks
      .filter(({ status }) => status === 'running')
      .map(({ clock, dueOn }) => [clock, dueOn]),
  );
const statusOf = (journey: Journey, clock: string) => journey.clock(clock).status;

describe('moving an open case to other rulebooks', () => {
  it('from the law of 2010 to that of 2026: the clocks of the left one are superseded, the new run from their start', () => {
    const journey = new Journey().registered('2026-03-13');
    expect(running(journey)).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2026-03-17',
      'DL-ACCEPT.RB-2010.1': '2026-03-20',
    });
    move(journey, NEW_LAW, '2026-03-16');
    expect(running(journey)).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2026-03-17',
      'DL-REVIEW.RB-2026.1': '2026-03-16',
      'DL-ACCEPT.RB-2026.1': '2026-03-17',
    });
    expect(journey.all('ClockCancelled').map(({ data }) => data)).toEqual([
      expect.objectContaining({ clock: 'DL-ACCEPT.RB-2010.1', reason: 'rulebook-migrated', revision: 0 }),
    ]);
    expect(journey.clock('DL-ACCEPT.RB-2026.1').startAt).toBe(cn('2026-03-13'));
    expect(journey.all('RulebookMigrated')[0]?.data).toEqual({
      from: LAW,
      to: NEW_LAW,
      versions: { 'RB-MANUAL': 1, 'RB-2026': 1 },
      reason: sealedFor('rulebooks.reason'),
      by: 'leader',
      at: cn('2026-03-16'),
    });
    expect(pinnedOf(journey.state)).toEqual(NEW_LAW);
    expect(journey.state.registration.rulebooks).toEqual(LAW);
  });

  it('what happens after the move starts the clocks of the new rulebook', () => {
    const journey = new Journey().registered('2026-03-13');
    move(journey, NEW_LAW, '2026-03-16').reviewed('2026-03-16').decided('2026-03-17', { outcome: 'accept' });
    expect(statusOf(journey, 'DL-ACCEPT.RB-2026.1')).toBe('met');
    expect(journey.dueDays['DL-DISPOSE.RB-2026.1']).toBe('2026-05-18');
    expect(Object.keys(journey.dueDays)).not.toContain('DL-DISPOSE.RB-2010.1');
  });

  it('a stage that is over is not begun anew; one that is open goes on from when it began', () => {
    const journey = Journey.notified('2026-03-09', '2026-03-10', '2026-03-11').served('D05', '2026-03-12');
    move(journey, NEW_LAW, '2026-03-16');
    expect(running(journey)).toEqual({
      'DL-REPLY.RB-MANUAL.1': '2026-03-23',
      'DL-SETTLE-REPORT.RB-MANUAL.1': '2026-04-13',
      'DL-MEDIATE.RB-MANUAL.1': '2026-04-10',
      'DL-REPLY.RB-2026.1': '2026-03-19',
      'DL-DISPOSE.RB-2026.1': '2026-05-11',
    });
  });

  it('a new clock that would have run out already is started, and missed as soon as it rings', () => {
    const journey = new Journey().registered('2026-03-11');
    move(journey, NEW_LAW, '2026-03-17');
    const late = journey.clock('DL-ACCEPT.RB-2026.1');
    expect(late).toMatchObject({ status: 'running', dueOn: '2026-03-13' });
    journey.ringsUntil('2026-03-17');
    expect(statusOf(journey, 'DL-ACCEPT.RB-2026.1')).toBe('missed');
    expect(journey.all('Escalated').some(({ data }) => data.clock === 'DL-ACCEPT.RB-2026.1')).toBe(true);
  });

  it('a clock of the left rulebook that had run out unnoticed is still missed, not hidden', () => {
    const journey = new Journey().registered('2026-03-02');
    move(journey, NEW_LAW, '2026-03-16');
    expect(statusOf(journey, 'DL-ACCEPT.RB-2010.1')).toBe('running');
    journey.ringsUntil('2026-03-16');
    expect(statusOf(journey, 'DL-ACCEPT.RB-2010.1')).toBe('missed');
  });

  it('E9: a local rule is added with its clocks, and taken away', () => {
    const journey = new Journey().registered('2025-04-29');
    move(journey, LOCAL, '2025-04-30');
    expect(journey.dueDays['DL-ACCEPT.OV-SHANDONG.1']).toBe('2025-05-07');
    move(journey, LAW, '2025-05-06');
    expect(statusOf(journey, 'DL-ACCEPT.OV-SHANDONG.1')).toBe('cancelled');
    move(journey, LOCAL, '2025-05-07');
    expect(running(journey)).toHaveProperty(['DL-ACCEPT.OV-SHANDONG.2'], '2025-05-07');
  });

  it('the pauses that the case had count for the new clocks whose rule knows them', () => {
    const manual = SHIPPED.byId('RB-MANUAL');
    const other = loadRulebook({ ...manual, id: 'RB-OTHER' });
    const shelf = SHIPPED.with([other]);
    const journey = new Journey((id) => shelf.byId(id)).registered('2025-09-22').underReview('2025-09-22');
    journey.does('registrar', '2025-09-23', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    const moved = { internal: 'RB-OTHER', statutory: 'RB-2010' };
    move(journey, moved, '2025-09-24');
    expect(statusOf(journey, 'DL-REVIEW.RB-OTHER.1')).toBe('paused');
    expect(running(journey)).toHaveProperty(['DL-SUPPLEMENT.RB-OTHER.1'], '2025-09-29');
    journey.does('registrar', '2025-09-25', {
      type: 'ReceiveSupplement',
      data: { items: ['evidence'] },
    });
    expect(journey.clock('DL-REVIEW.RB-OTHER.1')).toMatchObject({ status: 'running', dueOn: '2025-09-26' });
    const after = new Journey((id) => shelf.byId(id)).registered('2025-09-22').underReview('2025-09-22');
    after
      .does('registrar', '2025-09-23', {
        type: 'RequestSupplement',
        data: { items: ['evidence'], note: sealedFor('note') },
      })
      .does('registrar', '2025-09-25', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    move(after, moved, '2025-09-25');
    expect(after.clock('DL-REVIEW.RB-OTHER.1')).toMatchObject({ status: 'running', dueOn: '2025-09-26' });
  });

  it('G19: silence that was noted is not noted anew under another law', () => {
    const journey = Journey.notified('2026-01-05', '2026-01-06', '2026-01-07').served('D05', '2026-01-08');
    journey.ringsUntil('2026-01-25');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
    move(journey, NEW_LAW, '2026-03-16').ringsUntil('2026-03-16');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
  });

  /** Notified by a rulebook that leaves sixty days for the answer. */
  function awaitingReplyForLong(): Journey {
    const slow = loadRulebook(
      change(SHIPPED.byId('RB-MANUAL'), 'DL-REPLY', { amount: 60 }, { id: 'RB-SLOW' }),
    );
    const shelf = SHIPPED.with([slow]);
    return new Journey((id) => shelf.byId(id))
      .registered('2026-01-05', { rulebooks: { internal: 'RB-SLOW', statutory: 'RB-2010' } })
      .reviewed('2026-01-06')
      .filed('2026-01-07')
      .issued('D04', '2026-01-07')
      .issued('D05', '2026-01-07')
      .served('D04', '2026-01-07')
      .served('D05', '2026-01-08');
  }

  it('G19: silence is noted by the longest term that still runs, not by one that was left', () => {
    const journey = move(awaitingReplyForLong(), LAW, '2026-01-09').ringsUntil('2026-01-25');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
  });

  it('G19: an answer is late by the longest term that was given, not by one that was left', () => {
    const journey = move(awaitingReplyForLong(), LAW, '2026-01-09').replied('2026-01-26');
    expect(journey.all('RespondentReplied').at(-1)?.data.late).toBe(true);
  });

  it('to a later version of its own rulebook: the clocks of the earlier one are superseded', () => {
    const read = loadRulebook(change(SHIPPED.byId('RB-2026'), 'DL-DISPOSE', { amount: 30 }, { version: 2 }));
    const journey = new Journey().registered('2026-04-03').reviewed('2026-04-07').filed('2026-04-08');
    const shelf = SHIPPED.with([read]);
    const context = contextAt(cn('2026-04-09'), 'leader', (id) => shelf.byId(id));
    const answer = journey.asks('leader', '2026-04-09', moveTo(NEW_LAW));
    expect(answer).toEqual([]);
    const later = new Journey((id) => shelf.byId(id));
    later.happened(...journey.events);
    move(later, NEW_LAW, '2026-04-09');
    expect(statusOf(later, 'DL-DISPOSE.RB-2026.1')).toBe('cancelled');
    expect(later.clock('DL-DISPOSE.RB-2026.2')).toMatchObject({ rulebookVersion: 2, dueOn: '2026-05-08' });
    expect(context.rulebook('RB-2026').version).toBe(2);
  });

  it('whose procedure governs can be changed alone, and changes no clock', () => {
    const journey = new Journey().registered('2025-04-29');
    const governing = () => procedureOfCase(journey.state, contextAt(cn('2025-04-29'), 'leader')).rulebook;
    expect(governing()).toBe('RB-2010');
    const before = journey.state.clocks;
    move(journey, { ...LAW, procedure: 'internal' }, '2025-04-29');
    expect(governing()).toBe('RB-MANUAL');
    expect(journey.state.clocks).toEqual(before);
  });

  it('A08: where the manual comes to govern after mediation failed, the term of the ruling runs from the failure', () => {
    const journey = Journey.accepted('2025-04-15').mediationFailed('2025-04-21');
    expect(Object.keys(journey.dueDays)).not.toContain('DL-RULE.RB-MANUAL.1');
    move(journey, { ...LAW, procedure: 'internal' }, '2025-04-24');
    expect(journey.clock('DL-RULE.RB-MANUAL.1')).toMatchObject({ status: 'running', dueOn: '2025-05-06' });
    expect(journey.asks('leader', '2025-04-24', moveTo({ ...LAW, procedure: 'internal' }))).toEqual([]);
  });

  it('A05: a case of the deposit is mediated from when its facts were established', () => {
    const other = loadRulebook({ ...SHIPPED.byId('RB-MANUAL'), id: 'RB-OTHER' });
    const shelf = SHIPPED.with([other]);
    const known = Journey.accepted('2025-04-15', { class: 'deposit' }).investigated('2025-04-21');
    const journey = new Journey((id) => shelf.byId(id));
    journey.happened(...known.events);
    move(journey, { ...LAW, internal: 'RB-OTHER' }, '2025-04-24');
    expect(statusOf(journey, 'DL-MEDIATE.RB-MANUAL.1')).toBe('cancelled');
    expect(journey.clock('DL-MEDIATE.RB-OTHER.1').startAt).toBe(
      known.clock('DL-MEDIATE.RB-MANUAL.1').startAt,
    );
    expect(journey.dueDays['DL-DISPOSE.RB-OTHER.1']).toBe(known.dueDays['DL-DISPOSE.RB-MANUAL.1']);
  });

  it('H23: a delay that was announced was announced, whichever rulebook the term comes under', () => {
    const local = 'DL-ACCEPT.OV-SHANDONG.1';
    const journey = move(new Journey().registered('2026-03-13'), LOCAL, '2026-03-13')
      .does('registrar', '2026-03-16', delay('DL-ACCEPT.RB-2010.1', '2026-03-25'))
      .does('registrar', '2026-03-16', delay(local, '2026-03-25', undefined, 'call-2'));
    move(journey, { ...NEW_LAW, overlay: 'OV-SHANDONG' }, '2026-03-17');
    expect(journey.clock('DL-ACCEPT.RB-2026.1').delays).toEqual([
      expect.objectContaining({ callbackId: 'call-1', announcedAt: cn('2026-03-16') }),
    ]);
    journey.ringsUntil('2026-03-18');
    expect(journey.clock('DL-ACCEPT.RB-2026.1').status).toBe('missed');
    expect(announcementOf(journey.clock('DL-ACCEPT.RB-2026.1'))).toBe('announced');
    expect(journey.clock('DL-REVIEW.RB-2026.1').delays).toBeUndefined();
  });

  it('asked twice it changes nothing', () => {
    const journey = new Journey().registered('2026-03-13');
    move(journey, NEW_LAW, '2026-03-16');
    expect(journey.asks('leader', '2026-03-17', moveTo(NEW_LAW))).toEqual([]);
    expect(journey.asks('leader', '2026-03-17', moveTo({ ...NEW_LAW, procedure: 'statutory' }))).toEqual([]);
  });

  it.each<[string, PinnedRulebooks, string]>([
    ['one that is not there', { ...LAW, statutory: 'RB-NONE' }, 'rulebook-not-known'],
    ['the manual as the law', { ...LAW, statutory: 'RB-MANUAL' }, 'rulebook-of-another-kind'],
    ['a law as a local rule', { ...LAW, overlay: 'RB-2026' }, 'rulebook-of-another-kind'],
    ['a law that has ended', { ...LAW, statutory: 'RB-1997' }, 'rulebook-not-in-force'],
    ['a law that is not in force yet', { ...LAW, statutory: 'RB-2026' }, 'rulebook-not-in-force'],
  ])('refuses %s', (_what, to, code) => {
    const answer = new Journey().registered('2025-04-29').asks('leader', '2025-04-30', moveTo(to));
    expect(answer).toMatchObject({ refused: code });
  });

  it('refuses to be governed by a rulebook of terms only', () => {
    const { procedure: _, ...terms } = SHIPPED.byId('RB-MANUAL');
    const shelf = SHIPPED.with([loadRulebook({ ...terms, id: 'RB-TERMS' })]);
    const journey = new Journey((id) => shelf.byId(id)).registered('2025-04-29');
    const to = { internal: 'RB-TERMS', statutory: 'RB-2010', procedure: 'internal' as const };
    expect(journey.asks('leader', '2025-04-30', moveTo(to))).toMatchObject({
      refused: 'rulebook-cannot-govern',
    });
  });

  it('a case that has come to its end is not moved', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-16');
    const rejecting = {
      outcome: 'reject' as const,
      reasons: ['R1'] as const,
      remedies: ['civil-action'] as const,
    };
    journey.does('deputy', '2025-04-17', { type: 'DecideAcceptance', data: rejecting });
    journey.withHandlers('2025-04-17', 'officer').issued('D06', '2025-04-17').served('D06', '2025-04-17');
    expect(journey.asks('leader', '2025-04-18', moveTo(LOCAL))).toMatchObject({
      refused: 'action-not-in-this-phase',
    });
  });

  it('whatever the move, every clock that runs is of a rulebook of the case, each once', () => {
    const laws = ['RB-1997', 'RB-2010', 'RB-2026'];
    const overlays = [undefined, 'OV-SHANDONG', 'OV-SHANGHAI', 'OV-LUOYANG', 'OV-ZHENGZHOU'];
    const target = fc.record({ law: fc.constantFrom(...laws), overlay: fc.constantFrom(...overlays) });
    const steps = fc.constantFrom<(journey: Journey) => unknown>(
      () => undefined,
      (journey) => journey.reviewed('2026-03-16'),
      (journey) => journey.reviewed('2026-03-16').filed('2026-03-17'),
    );
    fc.assert(
      fc.property(fc.array(target, { minLength: 1, maxLength: 4 }), steps, (targets, play) => {
        const journey = new Journey().registered('2026-03-14');
        play(journey);
        for (const { law, overlay } of targets) {
          const to = { internal: 'RB-MANUAL', statutory: law, ...(overlay === undefined ? {} : { overlay }) };
          if (isRefusal(journey.asks('leader', '2026-03-18', moveTo(to)))) continue;
          move(journey, to, '2026-03-18');
          const { internal, statutory, overlay: local } = pinnedOf(journey.state);
          const open = journey.state.clocks.filter(
            ({ status, dueAt }) => status === 'running' && dueAt > cn('2026-03-18'),
          );
          for (const { rulebook } of open) expect([internal, statutory, local]).toContain(rulebook);
          const names = open.map(({ code, rulebook }) => `${code} ${rulebook}`);
          expect(new Set(names).size).toBe(names.length);
          expect(journey.asks('leader', '2026-03-18', moveTo(to))).toEqual([]);
        }
      }),
    );
  });
});

/** A rulebook with one term changed. */
function change(rulebook: Rulebook, code: string, term: object, head: object): object {
  const terms = rulebook.terms.map((one) => (one.code === code ? { ...one, ...term } : one));
  return { ...rulebook, ...head, terms };
}
