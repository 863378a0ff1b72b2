import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { directComplaintDecider } from './decider.js';
import {
  cn,
  contextAt,
  DirectFile,
  investigation,
  mediation,
  sealedFor,
  type Person,
} from './fixture/direct-complaint.js';

const as = (now: string, by: Person = 'agent') => specify(directComplaintDecider, contextAt(cn(now), by));
const assigned = () => new DirectFile().received('2026-04-13').assigned('2026-04-13');
const investigated = () => assigned().investigated('2026-04-14');
const outcome = (data: object) =>
  ({ type: 'RecordOutcome', data: { opinion: sealedFor('opinion'), ...data } }) as never;
const agreement = sealedFor('agreement');

describe('the person responsible', () => {
  const assign = (responsible: Person) => ({ type: 'AssignCase', data: { responsible } }) as const;

  it('B05: is named, and can be replaced; the same again changes nothing', () => {
    const file = assigned();
    expect(file.state).toMatchObject({ phase: 'in-hand', responsible: 'agent' });
    as('2026-04-14', 'manager')
      .given(...file.events)
      .when(assign('agent'))
      .thenNothing();
    file.investigated('2026-04-14').assigned('2026-04-15', 'colleague');
    expect(file.state).toMatchObject({ phase: 'investigated', responsible: 'colleague' });
  });

  it('B05: does the work; another is told whose it is', () => {
    as('2026-04-14', 'colleague')
      .given(...assigned().events)
      .when(investigation('i-1', []))
      .thenRefused('not-responsible', { responsible: 'agent' });
    as('2026-04-15', 'colleague')
      .given(...investigated().events)
      .when(outcome({ kind: 'not-settled' }))
      .thenRefused('not-responsible');
  });

  it('H17: is nobody who is complained of, and who is does nothing at all with it', () => {
    as('2026-04-13', 'manager')
      .given(...new DirectFile().received('2026-04-13').events)
      .when(assign('guide'))
      .thenRefused('person-is-complained-of', { person: 'guide' });
    as('2026-04-13', 'guide')
      .given(...new DirectFile().received('2026-04-13').events)
      .when(assign('agent'))
      .thenRefused('complaint-is-about-you');
  });
});

describe('the investigation', () => {
  it.each<[string, Person[]]>([
    ['one person', ['agent']],
    ['one person named twice', ['agent', 'agent']],
  ])('B10: by %s is none', (_name, investigators) => {
    as('2026-04-14')
      .given(...assigned().events)
      .when(investigation('i-1', investigators))
      .thenRefused('too-few-investigators', { investigators: ['agent'], atLeast: 2 });
  });

  it('B10: by two people is recorded with its facts, and another may follow', () => {
    const file = investigated();
    expect(file.all('OperatorInvestigationRecorded')).toMatchObject([
      { data: { investigators: ['agent', 'colleague'], heldAt: cn('2026-04-14'), by: 'agent' } },
    ]);
    expect(file.investigated('2026-04-15', 'i-2').state.investigations).toHaveLength(2);
    as('2026-04-15')
      .given(...file.events)
      .when(investigation('i-2', []))
      .thenNothing();
  });

  it('B10, H17: nobody investigates himself', () => {
    as('2026-04-14')
      .given(...assigned().events)
      .when(investigation('i-1', ['agent', 'guide']))
      .thenRefused('person-is-complained-of');
  });

  it.each(['phone', 'visit', 'letter'] as const)('B10: a complaint by %s has no outcome before it', (way) => {
    const file = new DirectFile().received('2026-04-13', way).answered('2026-04-13').assigned('2026-04-13');
    as('2026-04-14')
      .given(...file.events)
      .when(outcome({ kind: 'not-settled' }))
      .thenRefused('action-not-in-this-phase', { possibleIn: ['investigated'] });
  });

  it('B10: an investigator who proves to be complained of does not count for the outcome', () => {
    const file = investigated().does('manager', '2026-04-15', {
      type: 'CorrectRecord',
      data: {
        correctionId: 'c-1',
        reason: sealedFor('reason'),
        change: { of: 'intake', intake: { concerned: { staff: ['guide', 'colleague'] } } },
      },
    });
    as('2026-04-15')
      .given(...file.events)
      .when(outcome({ kind: 'not-settled' }))
      .thenRefused('too-few-investigators', { investigators: ['agent'] });
    file.investigated('2026-04-15', 'i-2', 'agent', 'headquarters');
    expect(file.ended('2026-04-15').state.phase).toBe('resolved');
  });
});

describe('mediation by headquarters', () => {
  it('A24: is a step inside the operator: it moves nothing and has no effect by itself', () => {
    const file = investigated().mediated('2026-04-15', true);
    expect(file.state).toMatchObject({ phase: 'investigated', mediations: [{ agreed: true }] });
    expect(file.state.outcome).toBeUndefined();
    as('2026-04-15')
      .given(...file.events)
      .when(mediation('m-1', true))
      .thenNothing();
  });

  it('B06, A24: comes when the facts are there, and not by who is complained of', () => {
    as('2026-04-14')
      .given(...assigned().events)
      .when(mediation('m-1', true))
      .thenRefused('action-not-in-this-phase');
    as('2026-04-15')
      .given(...investigated().events)
      .when(mediation('m-1', true, cn('2026-04-13 12:00')))
      .thenRefused('happened-too-early', { field: 'heldAt', notBefore: cn('2026-04-14') });
    const about = assigned().investigated('2026-04-14');
    about.does('manager', '2026-04-14', {
      type: 'CorrectRecord',
      data: {
        correctionId: 'c-1',
        reason: sealedFor('reason'),
        change: { of: 'intake', intake: { concerned: { staff: ['headquarters'] } } },
      },
    });
    as('2026-04-15')
      .given(...about.events)
      .when(mediation('m-1', true))
      .thenRefused('person-is-complained-of');
  });
});

describe('the outcome', () => {
  it('B11: is always in writing', () => {
    const file = investigated().ended('2026-04-16', 'not-settled');
    expect(file.state.phase).toBe('resolved');
    expect(file.all('OperatorOutcomeRecorded')).toMatchObject([
      { data: { kind: 'not-settled', opinion: { $sealed: 1 }, decidedAt: cn('2026-04-16'), by: 'agent' } },
    ]);
  });

  it('B06, B11: what was agreed stands in a written agreement', () => {
    as('2026-04-16')
      .given(...investigated().events)
      .when(outcome({ kind: 'settled' }))
      .thenRefused('outcome-needs-agreement', { kind: 'settled' });
    as('2026-04-16')
      .given(...investigated().events)
      .when(outcome({ kind: 'settled', agreement, paidFen: 52_000 }))
      .then({ type: 'OperatorOutcomeRecorded', data: { kind: 'settled', paidFen: 52_000 } });
  });

  it('A24, B11: "mediated" needs a mediation in which both agreed', () => {
    const mediated = outcome({ kind: 'mediated', agreement });
    as('2026-04-16')
      .given(...investigated().events)
      .when(mediated)
      .thenRefused('no-agreement-in-mediation');
    as('2026-04-16')
      .given(...investigated().mediated('2026-04-15', false).events)
      .when(mediated)
      .thenRefused('no-agreement-in-mediation');
    as('2026-04-16')
      .given(...investigated().mediated('2026-04-15', true).events)
      .when(mediated)
      .then({ type: 'OperatorOutcomeRecorded' });
  });

  it('B11: rests on the facts: it is not older than the investigation', () => {
    as('2026-04-16')
      .given(...investigated().events)
      .when(outcome({ kind: 'not-settled', decidedAt: cn('2026-04-13') }))
      .thenRefused('happened-too-early', { field: 'decidedAt', notBefore: cn('2026-04-14') });
  });
});
