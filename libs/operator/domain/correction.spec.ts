import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { directComplaintDecider } from './decider.js';
import type { Change } from './facts.js';
import { cn, contextAt, DirectFile, sealedFor, type Person } from './fixture/direct-complaint.js';
import { contactIsOpen } from './disclosure.js';

const as = (now: string, by: Person = 'manager') => specify(directComplaintDecider, contextAt(cn(now), by));
const resolved = () =>
  new DirectFile()
    .received('2026-05-06')
    .assigned('2026-05-06')
    .investigated('2026-05-07')
    .mediated('2026-05-07', true)
    .ended('2026-05-08', 'mediated');
const correct = (change: Change, correctionId = 'c-1') =>
  ({ type: 'CorrectRecord', data: { correctionId, reason: sealedFor('reason'), change } }) as const;

describe('a record that was wrong', () => {
  it('H17: is put right by a new entry with its reason; what it said before stays in the history', () => {
    const file = resolved();
    const before = structuredClone(file.events);
    const facts = sealedFor('direct.facts.right');
    file.does('manager', '2026-05-09', correct({ of: 'intake', intake: { facts } }));
    expect(file.state.registration.facts).toEqual(facts);
    expect(file.state.corrections).toMatchObject([
      { correctionId: 'c-1', by: 'manager', at: cn('2026-05-09'), of: 'intake', reason: { $sealed: 1 } },
    ]);
    expect(file.events.slice(0, -1)).toEqual(before);
    as('2026-05-09')
      .given(...file.events)
      .when(correct({ of: 'intake', intake: { facts } }))
      .thenNothing();
  });

  it('H17: not by who is complained of', () => {
    as('2026-05-09', 'guide')
      .given(...resolved().events)
      .when(correct({ of: 'intake', intake: { concerned: { staff: [] } } }))
      .thenRefused('complaint-is-about-you');
  });

  it('B02, B10, B11: is held to the same rules as when it was made', () => {
    const given = as('2026-05-09').given(...resolved().events);
    const lone = {
      heldAt: cn('2026-05-07'),
      investigators: ['agent'],
      facts: sealedFor('facts'),
      evidence: [],
    };
    given
      .when(correct({ of: 'investigation', recordId: 'i-1', investigation: lone }))
      .thenRefused('too-few-investigators');
    given
      .when(
        correct({
          of: 'investigation',
          recordId: 'i-1',
          investigation: { ...lone, investigators: ['agent', 'guide'] },
        }),
      )
      .thenRefused('person-is-complained-of');
    given
      .when(correct({ of: 'intake', intake: { concerned: { staff: [] } } }))
      .thenRefused('intake-incomplete', { missing: ['respondent'] });
    given
      .when(correct({ of: 'intake', intake: { receivedAt: cn('2026-05-08') } }))
      .thenRefused('happened-too-early', { field: 'heldAt' });
    given
      .when(
        correct({
          of: 'outcome',
          outcome: { kind: 'settled', decidedAt: cn('2026-05-08'), opinion: sealedFor('opinion') },
        }),
      )
      .thenRefused('outcome-needs-agreement');
  });

  it('A24: a mediation that proves to have failed takes the ground from under a mediated outcome', () => {
    const failed = {
      heldAt: cn('2026-05-07'),
      mediator: 'headquarters',
      branch: '古城门市部',
      agreed: false,
      record: sealedFor('record'),
    };
    as('2026-05-09')
      .given(...resolved().events)
      .when(correct({ of: 'mediation', recordId: 'm-1', mediation: failed }))
      .thenRefused('no-agreement-in-mediation');
  });

  it('replaces one record, and leaves the others and who made it', () => {
    const file = resolved();
    const investigation = {
      heldAt: cn('2026-05-06 15:00'),
      investigators: ['agent', 'headquarters'],
      facts: sealedFor('facts'),
      evidence: [],
    };
    file.does('manager', '2026-05-09', correct({ of: 'investigation', recordId: 'i-1', investigation }));
    expect(file.state.investigations).toEqual([{ ...investigation, recordId: 'i-1', by: 'agent' }]);
    expect(file.state.phase).toBe('resolved');
  });

  it('names what is there, and changes something', () => {
    const given = as('2026-05-09').given(...new DirectFile().received('2026-05-06').events);
    const outcome = { kind: 'not-settled', decidedAt: cn('2026-05-08'), opinion: sealedFor('o') } as const;
    given.when(correct({ of: 'outcome', outcome })).thenRefused('record-not-found', { of: 'outcome' });
    given.when(correct({ of: 'intake', intake: {} })).thenRefused('correction-changes-nothing');
  });
});

describe("the complainant's contact", () => {
  it('is shown in full for a purpose that is recorded, once a person and day', () => {
    const look = { type: 'DiscloseContact', data: { purpose: sealedFor('purpose') } } as const;
    const file = new DirectFile().received('2026-05-06').does('clerk', '2026-05-06', look);
    expect(file.asks('clerk', '2026-05-06 23:59', look)).toEqual([]);
    expect(file.asks('agent', '2026-05-06', look)).toHaveLength(1);
    expect(contactIsOpen(file.state, 'clerk', cn('2026-05-06'))).toBeNull();
    expect(contactIsOpen(file.state, 'clerk', cn('2026-05-07'))).toMatchObject({
      refused: 'disclosure-of-another-day',
    });
  });
});
