import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';

const as = (by: Person) => specify(complaintDecider, contextAt(cn('2025-04-17'), by));
const accepted = () =>
  new Journey().registered('2025-04-15').reviewed('2025-04-16').decided('2025-04-17', { outcome: 'accept' });
const handed = () => accepted().withHandlers('2025-04-17', 'officer', 'leader');
const report = { type: 'RequestFiling', data: { report: sealedFor('filing.report') } } as const;
const approve = { type: 'ApproveFiling', data: {} } as const;
const assign = (...handlers: string[]) => ({ type: 'AssignHandlers', data: { handlers } }) as const;

describe('handing over and filing', () => {
  it('G10: the file goes to named people, who can be replaced; the same again changes nothing', () => {
    as('head')
      .given(...accepted().events)
      .when(assign())
      .thenRefused('handlers-missing');
    as('head')
      .given(...accepted().events)
      .when(assign('officer', 'colleague', 'officer'))
      .then({ type: 'HandlersAssigned', data: { handlers: ['colleague', 'officer'], by: 'head' } });
    as('head')
      .given(...handed().events)
      .when(assign('leader', 'officer'))
      .thenNothing();
    as('head')
      .given(...handed().events)
      .when(assign('colleague'))
      .then({ type: 'HandlersAssigned' });
  });

  it('G10: only a handler works on the file', () => {
    as('officer')
      .given(...accepted().events)
      .when(report)
      .thenRefused('handlers-missing');
    as('colleague')
      .given(...handed().events)
      .when(report)
      .thenRefused('not-a-handler', { handlers: ['leader', 'officer'] });
    as('colleague')
      .given(...handed().events)
      .when({ type: 'DraftDocument', data: { documentId: 'D04', kind: 'D04' } })
      .thenRefused('not-a-handler');
  });

  it('G14: the own case is filed on a report, which is made once', () => {
    const journey = handed();
    as('deputy')
      .given(...journey.events)
      .when(approve)
      .thenRefused('filing-not-requested');
    as('officer')
      .given(...journey.events)
      .when(report)
      .then({ type: 'CaseFilingRequested', data: { by: 'officer' } });
    journey.does('officer', '2025-04-17', report);
    as('leader')
      .given(...journey.events)
      .when(report)
      .thenRefused('filing-already-requested');
    as('deputy')
      .given(...journey.events)
      .when(approve)
      .then({ type: 'CaseFiled', data: { approvedBy: 'deputy' } });
  });

  it('G14: who reported does not approve the filing, whatever else the person is', () => {
    const journey = handed().does('leader', '2025-04-17', report);
    as('leader')
      .given(...journey.events)
      .when(approve)
      .thenRefused('filing-approver-is-author');
    journey.withHandlers('2025-04-17', 'officer');
    as('leader')
      .given(...journey.events)
      .when(approve)
      .thenRefused('filing-approver-is-author');
  });

  it('A03: who accepted may approve the filing too, and that starts no clock anew', () => {
    const journey = handed().does('officer', '2025-04-17', report);
    as('leader')
      .given(...journey.events)
      .when(approve)
      .then({ type: 'CaseFiled' });
    const before = journey.state.clocks;
    expect(journey.does('leader', '2025-04-21', approve).state.clocks).toEqual(before);
  });
});
