import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import {
  announce,
  assign,
  decline,
  followedUp,
  followUpOf,
  made,
  promise,
  putAway,
} from '../fixture/calls.js';
import { Journey, cn, contextAt, type Person } from '../fixture/complaint.js';
import { closed, ENDED_AS } from '../fixture/ends.js';
import { approveClosing, archive, reopen, requestClosing } from '../fixture/endings.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const CLOCK = 'DL-FOLLOWUP.RB-MANUAL.1';
const ended = () => closed(ENDED_AS.agreed('2025-04-15'), '2025-04-18');
const unhappy = (change = {}) =>
  followUpAnswered({ satisfaction: 'dissatisfied', acceptable: false, ...change });
const followUpAnswered = (change: object) =>
  ended().does('registrar', '2025-04-20', made('follow-up-1', change));

describe('the follow-up', () => {
  it('H10: is owed within 3 calendar days after the closing, on rest days too', () => {
    expect(ended().state.callbacks).toMatchObject([
      { callbackId: 'follow-up-1', kind: 'follow-up', origin: 'required', clock: CLOCK },
    ]);
    expect(ended().clock(CLOCK)).toMatchObject({
      about: 'follow-up-1',
      startAt: cn('2025-04-18'),
      dueOn: '2025-04-21',
      article: 'H10',
    });
  });

  it('H10: is owed under a rulebook that knows it, and under no other', () => {
    const manual = SHIPPED.byId('RB-MANUAL');
    const without = { ...manual, terms: manual.terms.filter(({ code }) => code !== 'DL-FOLLOWUP') };
    const asked = ENDED_AS.agreed('2025-04-15').does(
      'officer',
      '2025-04-18',
      requestClosing({ performance: 'performed' }),
    );
    const context = contextAt(cn('2025-04-18'), 'leader', (id) =>
      id === 'RB-MANUAL' ? without : SHIPPED.byId(id),
    );
    specify(complaintDecider, context)
      .given(...asked.events)
      .when(approveClosing())
      .then({ type: 'ClosingApproved', data: {} }, { type: 'CaseClosed', data: {} });
  });

  it('H10: is made by somebody other than a handler, and assigned to nobody else', () => {
    for (const handler of ['officer', 'colleague'] as const) {
      as(handler, '2025-04-19')
        .given(...ended().events)
        .when(made('follow-up-1'))
        .thenRefused('follow-up-by-handler', { handlers: ['colleague', 'officer'] });
      as('head', '2025-04-19')
        .given(...ended().events)
        .when(assign(handler, 'follow-up-1'))
        .thenRefused('follow-up-by-handler');
    }
    expect(followedUp(ended(), '2025-04-20').clock(CLOCK).status).toBe('met');
  });

  it('H10, H15: asks for the satisfaction, whether it is acceptable, and anything else', () => {
    as('registrar', '2025-04-20')
      .given(...ended().events)
      .when(made('follow-up-1', { satisfaction: undefined, acceptable: undefined, anythingElse: undefined }))
      .thenRefused('callback-record-incomplete', {
        missing: ['satisfaction', 'acceptable', 'anythingElse'],
        kind: 'follow-up',
      });
    expect(followUpAnswered({}).state.callbacks).toMatchObject([
      { completed: { satisfaction: 'satisfied' } },
    ]);
  });

  it('H10: its term is the rulebook’s: no announcement moves it; missed, it comes before the section head', () => {
    as('registrar', '2025-04-20')
      .given(...ended().events)
      .when(announce('2025-04-30', 'follow-up-1'))
      .thenRefused('follow-up-term-stands');
    const missed = ended().ring(CLOCK, 'due', '2025-04-22');
    expect(missed.all('Escalated').at(-1)?.data).toMatchObject({ clock: CLOCK, to: ['section-head'] });
    expect(followedUp(missed, '2025-04-23').clock(CLOCK).status).toBe('met-late');
  });

  it('G38: the volume is not put away while its term runs, and holds its record', () => {
    as('officer', '2025-04-19')
      .given(...ended().events)
      .when(archive())
      .thenRefused('clocks-still-run', { clocks: [CLOCK] });
    expect(putAway(ended(), '2025-04-20').state.phase).toBe('archived');
    const missed = ended().ring(CLOCK, 'due', '2025-04-22').does('officer', '2025-04-22', archive());
    expect(followedUp(missed, '2025-04-23').clock(CLOCK).status).toBe('met-late');
  });

  it('no call is promised in a case that is put away', () => {
    as('registrar', '2025-04-21')
      .given(...putAway(ended(), '2025-04-20').events)
      .when(promise('2025-04-25'))
      .thenRefused('action-not-in-this-phase');
  });
});

describe('dissatisfaction', () => {
  const offers = (journey: Journey) => journey.all('ReopeningOffered').map(({ data }) => data.to);
  const possible = (journey: Journey, by: Person) =>
    possibleActions(journey.state, contextAt(cn('2025-04-21'), by))
      .filter(({ action, refusal }) => /Reopen/.test(action) && refusal === undefined)
      .map(({ action }) => action);

  it('H16: with a closed case brings its reopening before the leader', () => {
    expect(offers(unhappy())).toEqual([['leader']]);
    expect(offers(followUpAnswered({ acceptable: false }))).toHaveLength(1);
    expect(offers(followUpAnswered({}))).toEqual([]);
    expect(possible(unhappy(), 'leader')).toEqual(['ReopenCase', 'DeclineReopening']);
    expect(possible(followUpAnswered({}), 'leader')).toEqual(['ReopenCase']);
  });

  it('H16: the reopening takes the offer, and names cause, department and person', () => {
    as('leader', '2025-04-21')
      .given(...unhappy().events)
      .when(reopen('dissatisfaction'))
      .then(
        { type: 'CaseReopened', data: { cause: 'dissatisfaction', person: 'officer' } },
        { type: 'ClockStarted', data: { code: 'DL-REOPENED' } },
        { type: 'ReopeningOfferTaken', data: { callbackId: 'follow-up-1' } },
      );
  });

  it('H16: or the leader declines, once and with the reason; H17: not one who handled the case', () => {
    as('leader', '2025-04-21')
      .given(...unhappy().events)
      .when(decline('follow-up-1'))
      .then({ type: 'ReopeningDeclined', data: { callbackId: 'follow-up-1', by: 'leader' } });
    as('officer', '2025-04-21')
      .given(...unhappy().events)
      .when(decline('follow-up-1'))
      .thenRefused('declined-by-handler');
    const declined = unhappy().does('leader', '2025-04-21', decline('follow-up-1'));
    as('leader', '2025-04-22')
      .given(...declined.events)
      .when(decline('follow-up-1'))
      .thenNothing();
    as('deputy', '2025-04-22')
      .given(...declined.events)
      .when(decline('follow-up-1'))
      .thenRefused('reopening-not-offered');
    expect(possible(declined, 'leader')).toEqual(['ReopenCase']);
  });

  it('H16: in the archive too, with a follow-up that came late', () => {
    const late = ended().ring(CLOCK, 'due', '2025-04-22').does('officer', '2025-04-22', archive());
    late.does('registrar', '2025-04-23', made('follow-up-1', { satisfaction: 'dissatisfied' }));
    expect(late.does('leader', '2025-04-24', reopen()).state.phase).toBe('under-investigation');
    expect(late.all('ReopeningOfferTaken')).toHaveLength(1);
  });

  it('in a case that is open it is kept and offers nothing: the case goes on anyway', () => {
    const open = new Journey()
      .registered('2025-04-15')
      .does('registrar', '2025-04-15', promise('2025-04-17'))
      .does('registrar', '2025-04-16', made('call-1', { satisfaction: 'dissatisfied' }));
    expect(offers(open)).toEqual([]);
    expect(open.state.callbacks).toMatchObject([{ completed: { satisfaction: 'dissatisfied' } }]);
  });

  it('H10: a case reopened for another reason owes no follow-up until its next closing', () => {
    const journey = ended().does('leader', '2025-04-19', reopen('new-facts'));
    expect(journey.clock(CLOCK).status).toBe('cancelled');
    expect(journey.state.callbacks).toMatchObject([{ cancelled: { end: 'case-reopened' } }]);
    expect(() => followUpOf(journey)).toThrow('no follow-up is owed');
  });
});
