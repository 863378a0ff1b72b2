import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { announce, assign, attempt, giveUp, made, required } from '../fixture/calls.js';
import { Journey, cn, complaintOf, contextAt, type Person } from '../fixture/complaint.js';
import { requestClosing, reopen, tell, withdraw } from '../fixture/endings.js';
import { closed, ENDED_AS } from '../fixture/ends.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
/** Tuesday. */
const DAY = '2025-04-15';
const CLOCK = 'DL-RESULT-CALL.OV-HOTLINE.1';
const HOTLINE = 'OV-HOTLINE';
const { rulebooks } = complaintOf(cn(DAY));
const under = { rulebooks: { ...rulebooks, overlay: HOTLINE } };
const results = ({ state }: Journey) => (state.callbacks ?? []).filter(({ kind }) => kind === 'result');
const rejection = {
  type: 'DecideAcceptance',
  data: { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] },
} as const;
const reviewed = () => new Journey().registered(DAY, under).reviewed(DAY);
const mediated = () => Journey.accepted(DAY, { overlay: HOTLINE }).mediating(DAY).sat(DAY);
const agreed = () => ENDED_AS.agreed(DAY, HOTLINE);

describe('the result of a case', () => {
  it('H07: of every kind is to be told by the end of the next working day, by whoever has the case in hand', () => {
    const owed = Object.entries(ENDED_AS).map(([way, ended]) => [
      way,
      results(ended(DAY, HOTLINE)).map(({ origin, assignee }) => `${origin} ${String(assignee)}`),
    ]);
    const call = ['required officer'];
    // What another decides is told by the first of those who handle the case.
    const decided = ['required colleague'];
    expect(Object.fromEntries(owed)).toEqual({
      agreed: call,
      settled: call,
      ruled: decided,
      terminated: call,
      'deposit-decided': decided,
      revoked: decided,
      'acted-at-once': call,
      'transfer-concluded': call,
      'referral-concluded': call,
      // Before the decision is carried out nobody handles it: it is the reviewer's.
      'rejection-served': ['required registrar'],
      'handed-over': [],
      withdrawn: [],
    });
    expect(agreed().clock(CLOCK)).toMatchObject({
      about: results(agreed())[0]?.callbackId,
      startAt: cn(DAY),
      dueOn: '2025-04-16',
      verification: 'design',
      status: 'running',
    });
  });

  it('H07: is told in the same append as it comes about, so that no outcome comes without its call', () => {
    as('leader', DAY)
      .given(...reviewed().events)
      .when(rejection)
      .thenAmongOthers(
        { type: 'AcceptanceDecided', data: { outcome: 'reject' } },
        { type: 'ClockStarted', data: { clock: CLOCK, about: 'result-call-1' } },
        {
          type: 'CallbackRequired',
          data: {
            callbackId: 'result-call-1',
            kind: 'result',
            by: 'leader',
            requiredAt: cn(DAY),
            dueAt: cn('2025-04-17 00:00'),
            assignee: 'registrar',
            clock: CLOCK,
          },
        },
      );
  });

  it('H07: binds no office whose rulebooks have no such term', () => {
    for (const ended of Object.values(ENDED_AS)) expect(results(ended(DAY))).toEqual([]);
    const carrying = SHIPPED.all.filter(({ terms }) => terms.some(({ code }) => code === 'DL-RESULT-CALL'));
    expect(carrying.map(({ id }) => id)).toEqual([HOTLINE]);
  });

  it('H07: recorded late, its call was due from when it came about', () => {
    const [decidedAt, recordedAt] = ['2025-04-16 09:00', '2025-04-21 10:00'];
    const { type, data } = rejection;
    const late = reviewed().does('leader', recordedAt, { type, data: { ...data, decidedAt: cn(decidedAt) } });
    expect(late.clock(CLOCK)).toMatchObject({ startAt: cn(decidedAt), dueOn: '2025-04-17' });
    expect(late.ringsUntil(recordedAt).clock(CLOCK).status).toBe('missed');
    late.does('registrar', recordedAt, made('result-call-1', { completedAt: cn('2025-04-17 17:00') }));
    expect(late.clock(CLOCK).status).toBe('met');
  });

  it('H07: is not told twice where somebody is to call about it already, or has called since', () => {
    const promised = mediated().does('head', DAY, required('2025-04-18', { kind: 'result' }));
    const agree = {
      type: 'AgreeMediation',
      data: {
        terms: promised.state.registration.facts,
        amountFen: 0,
        complainants: ['subject-1'],
        respondent: true,
      },
    } as const;
    expect(
      results(promised.does('officer', '2025-04-16', agree)).map(({ callbackId }) => callbackId),
    ).toEqual(['call-1']);
    const told = mediated()
      .does('head', DAY, required('2025-04-18', { kind: 'result' }))
      .does('officer', '2025-04-16 15:00', made());
    const before = { ...agree, data: { ...agree.data, agreedAt: cn('2025-04-16 14:00') } };
    expect(results(told.does('officer', '2025-04-17', before))).toHaveLength(1);
    const earlier = mediated()
      .does('head', DAY, required('2025-04-18', { kind: 'result' }))
      .does('officer', '2025-04-16 13:00', made());
    expect(results(earlier.does('officer', '2025-04-17', before))).toHaveLength(2);
  });

  it('H07: where nobody can be called the history says so, and the result goes in writing alone', () => {
    const journey = new Journey()
      .registered(DAY, { ...under, complainants: [{ subject: 'subject-1' }] })
      .reviewed(DAY);
    as('leader', DAY)
      .given(...journey.events)
      .when(rejection)
      .thenAmongOthers({
        type: 'CallbackNotPossible',
        data: { kind: 'result', at: cn(DAY), because: 'no-telephone' },
      });
    journey.does('leader', DAY, rejection);
    expect(results(journey)).toEqual([]);
    expect(journey.state.impossibleCalls).toHaveLength(1);
    expect(journey.state.clocks.map(({ code }) => code)).not.toContain('DL-RESULT-CALL');
  });

  it('H07, G52: told by word of mouth, the rejection needs no call any more', () => {
    const journey = new Journey()
      .registered('2026-04-13', { rulebooks: { ...rulebooks, statutory: 'RB-2026', overlay: HOTLINE } })
      .reviewed('2026-04-13')
      .does('leader', '2026-04-13', rejection)
      .withHandlers('2026-04-13', 'officer')
      .does('officer', '2026-04-13 16:00', tell('D06'));
    expect(journey.clock(CLOCK)).toMatchObject({ status: 'met', metBy: 'result-told' });
    expect(results(journey)).toMatchObject([
      { cancelled: { end: 'told-in-person', at: cn('2026-04-13 16:00') } },
    ]);
  });
});

describe('the call that tells it', () => {
  it('H07, H15: is made by that person, who asks whether it is acceptable, and anything else', () => {
    const call = results(agreed())[0]?.callbackId ?? '';
    as('colleague', '2025-04-16')
      .given(...agreed().events)
      .when(made(call))
      .thenRefused('callback-of-another', { assignee: 'officer' });
    as('officer', '2025-04-16')
      .given(...agreed().events)
      .when(made(call, { acceptable: undefined, anythingElse: undefined }))
      .thenRefused('callback-record-incomplete');
    as('officer', '2025-04-16')
      .given(...agreed().events)
      .when(made(call))
      .then(
        { type: 'ClockMet', data: { clock: CLOCK, inTime: true, fact: 'result-told' } },
        { type: 'CallbackCompleted', data: { callbackId: call } },
      );
  });

  it('H07: is tried, assigned anew, escalated when it lapses, and still owed; its term is the rulebook’s', () => {
    const journey = agreed();
    const call = results(journey)[0]?.callbackId ?? '';
    as('officer', '2025-04-16')
      .given(...journey.events)
      .when(announce('2025-04-20', call))
      .thenRefused('follow-up-term-stands', { kind: 'result' });
    journey.does('officer', '2025-04-16 10:00', attempt('busy', call)).ringsUntil('2025-04-17');
    expect(journey.all('Escalated').at(-1)?.data).toMatchObject({ clock: CLOCK, to: ['section-head'] });
    journey.does('head', '2025-04-17 10:00', assign('colleague', call));
    journey.does('colleague', '2025-04-17 11:00', made(call));
    expect(journey.clock(CLOCK).status).toBe('met-late');
  });

  it('G37, H15: the case is not closed while its term runs; then it is', () => {
    const call = results(agreed())[0]?.callbackId ?? '';
    as('officer', '2025-04-16')
      .given(...agreed().events)
      .when(requestClosing({ performance: 'performed' }))
      .thenRefused('clocks-still-run', { clocks: [CLOCK] });
    expect(closed(agreed().does('officer', DAY, made(call)), '2025-04-16').state.phase).toBe('closed');
  });

  it('is given up by another after three attempts in vain', () => {
    const journey = agreed();
    const call = results(journey)[0]?.callbackId ?? '';
    for (const hour of ['13:00', '14:00', '15:00'])
      journey.does('officer', `${DAY} ${hour}`, attempt('busy', call));
    expect(journey.does('head', '2025-04-16', giveUp(call)).clock(CLOCK).status).toBe('cancelled');
  });

  it('H16: falls away when the case is taken up again, and its next result is told anew', () => {
    const journey = ENDED_AS['rejection-served'](DAY, HOTLINE).ringsUntil('2025-04-17');
    journey.does('officer', '2025-04-18', { type: 'ArchiveCase', data: { contents: [] } });
    journey.does('leader', '2025-04-21', reopen('new-facts'));
    expect(results(journey)).toMatchObject([{ cancelled: { end: 'result-undone' } }]);
    journey.reviewed('2025-04-21').does('leader', '2025-04-21', rejection);
    expect(results(journey)).toHaveLength(2);
    expect(journey.clock('DL-RESULT-CALL.OV-HOTLINE.2').status).toBe('running');
  });

  it('stays owed in its time when the case is moved to other rulebooks, which ask for none of what was told before', () => {
    const journey = reviewed().does('leader', DAY, rejection);
    const to = (overlay?: string) =>
      ({
        type: 'MoveToRulebooks',
        data: {
          to: { ...rulebooks, ...(overlay ? { overlay } : {}) },
          reason: journey.state.registration.facts,
        },
      }) as const;
    expect(journey.does('leader', DAY, to()).clock(CLOCK).status).toBe('running');
    const joined = new Journey().registered(DAY).reviewed(DAY).does('leader', DAY, rejection);
    expect(results(joined.does('leader', DAY, to(HOTLINE)))).toEqual([]);
  });

  it('is none where the complainant takes his complaint back', () => {
    const journey = Journey.accepted(DAY, { overlay: HOTLINE }).does('registrar', DAY, withdraw());
    expect(results(journey)).toEqual([]);
  });
});
