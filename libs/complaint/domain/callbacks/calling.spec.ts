import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { assign, attempt, giveUp, made, promise, required } from '../fixture/calls.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const CLOCK = 'DL-CALLBACK.promise.1';
const promised = () =>
  new Journey().registered('2025-04-15').does('registrar', '2025-04-15', promise('2025-04-17 15:30'));

describe('whose call it is', () => {
  it('H01: it stays with whoever promised it until another person is named', () => {
    as('colleague', '2025-04-16')
      .given(...promised().events)
      .when(made())
      .thenRefused('callback-of-another', { assignee: 'registrar' });
    as('head', '2025-04-16')
      .given(...promised().events)
      .when(assign('colleague'))
      .then({ type: 'CallbackAssigned', data: { callbackId: 'call-1', assignee: 'colleague', by: 'head' } });
    const handed = promised().does('head', '2025-04-16', assign('colleague'));
    as('registrar', '2025-04-16')
      .given(...handed.events)
      .when(attempt())
      .thenRefused('callback-of-another', { assignee: 'colleague' });
    expect(handed.does('colleague', '2025-04-16', made()).clock(CLOCK).status).toBe('met');
  });

  it('what is nobody’s anybody may make; naming the same person twice changes nothing', () => {
    const open = new Journey().registered('2025-04-15').does('head', '2025-04-15', required('2025-04-18'));
    as('colleague', '2025-04-16')
      .given(...open.events)
      .when(made())
      .thenAmongOthers({ type: 'CallbackCompleted', data: { by: 'colleague' } });
    as('head', '2025-04-16')
      .given(...promised().events)
      .when(assign('registrar'))
      .thenNothing();
  });

  it('G62: who stands aside is given no call, and one that was his is free', () => {
    const aside = promised()
      .does('leader', '2025-04-15', {
        type: 'RequestRecusal',
        data: {
          recusalId: 'r-1',
          person: 'registrar',
          ground: 'interest-in-the-matter',
          reason: sealedFor('reason'),
          applicant: 'complainant',
        },
      })
      .does('head', '2025-04-15', {
        type: 'DecideRecusal',
        data: { recusalId: 'r-1', granted: true, reason: sealedFor('reason') },
      });
    as('registrar', '2025-04-16')
      .given(...aside.events)
      .when(made())
      .thenRefused('recused-from-case');
    as('colleague', '2025-04-16')
      .given(...aside.events)
      .when(made())
      .thenAmongOthers({ type: 'CallbackCompleted', data: { by: 'colleague' } });
    as('head', '2025-04-16')
      .given(...aside.does('head', '2025-04-16', assign('colleague')).events)
      .when(assign('registrar'))
      .thenRefused('recused-cannot-call', { recused: ['registrar'] });
  });
});

describe('calling', () => {
  it('H07: an attempt is kept with its outcome and meets no term', () => {
    const journey = promised().does('registrar', '2025-04-16', attempt('busy'));
    expect(journey.state.callbacks?.[0]?.attempts).toEqual([
      { by: 'registrar', attemptedAt: cn('2025-04-16'), outcome: 'busy' },
    ]);
    expect(journey.clock(CLOCK).status).toBe('running');
    as('registrar', '2025-04-16')
      .given(...journey.events)
      .when(attempt('busy'))
      .thenNothing();
  });

  it('H19: the call meets its term and is kept with its record and who made it', () => {
    as('registrar', '2025-04-16')
      .given(...promised().events)
      .when(made())
      .then(
        { type: 'ClockMet', data: { clock: CLOCK, inTime: true, metAt: cn('2025-04-16') } },
        {
          type: 'CallbackCompleted',
          data: { by: 'registrar', completedAt: cn('2025-04-16'), record: sealedFor('callback.record') },
        },
      );
  });

  it('H15: a result is told only with the questions whether it is acceptable and whether there is anything else', () => {
    const known = Journey.accepted('2025-04-15')
      .investigated('2025-04-15')
      .does('officer', '2025-04-15', promise('2025-04-18', { kind: 'result' }));
    as('officer', '2025-04-16')
      .given(...known.events)
      .when(made('call-1', { acceptable: undefined, anythingElse: undefined }))
      .thenRefused('callback-record-incomplete', { missing: ['acceptable', 'anythingElse'], kind: 'result' });
    expect(known.does('officer', '2025-04-16', made()).state.callbacks).toMatchObject([
      { completed: { acceptable: true, anythingElse: sealedFor('callback.anything-else') } },
    ]);
  });

  it('a call made after its term meets it late; one that was made is not made again', () => {
    const late = promised().does('registrar', '2025-04-18', made());
    expect(late.clock(CLOCK).status).toBe('met-late');
    expect(late.all('Escalated')).toHaveLength(1);
    as('registrar', '2025-04-18')
      .given(...late.events)
      .when(attempt())
      .thenRefused('callback-not-open', { end: 'completed' });
    as('registrar', '2025-04-18')
      .given(...late.events)
      .when(made('call-9'))
      .thenRefused('callback-not-found');
  });

  it('is offered for each call that waits, with what stands against it', () => {
    const offered = (by: Person) =>
      possibleActions(promised().state, contextAt(cn('2025-04-16'), by))
        .filter(({ action }) => action === 'CompleteCallback')
        .map(({ parameters, refusal }) => [parameters?.callbackId, refusal?.refused]);
    expect(offered('registrar')).toEqual([['call-1', undefined]]);
    expect(offered('officer')).toEqual([['call-1', 'callback-of-another']]);
  });
});

describe('a complainant who cannot be reached', () => {
  const tried = (times: number) => {
    const journey = promised();
    for (let time = 0; time < times; time += 1)
      journey.does('registrar', `2025-04-16 1${String(time)}:00`, attempt());
    return journey;
  };

  it('H07: is called three times before the call is given up', () => {
    as('head', '2025-04-16 18:00')
      .given(...tried(2).events)
      .when(giveUp())
      .thenRefused('callback-not-tried-enough', { attempts: 2, needed: 3 });
    as('head', '2025-04-16 18:00')
      .given(...tried(3).events)
      .when(giveUp())
      .then(
        { type: 'ClockCancelled', data: { clock: CLOCK, reason: 'not-reached' } },
        { type: 'CallbackCancelled', data: { by: 'head', end: 'not-reached' } },
      );
  });

  it('H17: not by who called', () => {
    as('registrar', '2025-04-16 18:00')
      .given(...tried(3).events)
      .when(giveUp())
      .thenRefused('callback-cancelled-by-caller');
  });

  it('the end of a call does not hide that its term had run out', () => {
    const journey = tried(3).does('head', '2025-04-18', giveUp());
    expect(journey.clock(CLOCK).status).toBe('missed');
    expect(journey.state.callbacks?.[0]?.cancelled).toMatchObject({ end: 'not-reached' });
  });
});
