import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import {
  approveDestruction,
  archive,
  proposeDestruction,
  recordDestruction,
  reopen,
  withdraw,
} from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
/** Kept until 2035-04-16. */
const archived = (retention?: string) =>
  new Journey()
    .registered('2025-04-15')
    .does('registrar', '2025-04-15', withdraw())
    .does('registrar', '2025-04-16', archive(retention === undefined ? {} : { retention }));
const proposed = () => archived().does('head', '2035-04-17', proposeDestruction());

describe('the end of a volume', () => {
  it('A16: nothing is destroyed before its term is over, and never what is kept for ever', () => {
    as('head', '2035-04-16 23:59')
      .given(...archived().events)
      .when(proposeDestruction())
      .thenRefused('volume-still-kept', { keptUntil: '2035-04-16' });
    as('head', '2095-01-01')
      .given(...archived('永久').events)
      .when(proposeDestruction())
      .thenRefused('volume-still-kept', { keptUntil: null });
    as('head', '2035-04-17 00:00')
      .given(...archived().events)
      .when(proposeDestruction())
      .then({ type: 'DestructionProposed', data: { by: 'head', reason: sealedFor('destruction.reason') } });
  });

  it('A16: it takes two people', () => {
    as('leader', '2035-04-17')
      .given(...archived().events)
      .when(approveDestruction())
      .thenRefused('destruction-not-proposed');
    as('head', '2035-04-17')
      .given(...proposed().events)
      .when(approveDestruction())
      .thenRefused('destruction-approver-is-proposer');
    as('leader', '2035-04-18')
      .given(...proposed().events)
      .when(approveDestruction())
      .then({ type: 'DestructionApproved', data: { by: 'leader', at: cn('2035-04-18') } });
    as('head', '2035-04-18')
      .given(...proposed().events)
      .when(proposeDestruction())
      .thenRefused('destruction-already-proposed');
  });

  it('A16: the case says destroyed once its keys are gone, and not before the approval', () => {
    as('system', '2035-04-18')
      .given(...proposed().events)
      .when(recordDestruction())
      .thenRefused('destruction-not-approved');
    const journey = proposed().does('leader', '2035-04-18', approveDestruction());
    expect(journey.state.archive?.destruction?.destroyedAt).toBeUndefined();
    as('leader', '2035-04-19')
      .given(...journey.events)
      .when(approveDestruction())
      .thenNothing();
    journey.does('system', '2035-04-19', recordDestruction());
    expect(journey.state.archive?.destruction).toMatchObject({
      proposedBy: 'head',
      approvedBy: 'leader',
      destroyedAt: cn('2035-04-19'),
    });
    as('system', '2035-04-20')
      .given(...journey.events)
      .when(recordDestruction())
      .thenNothing();
  });

  it('nothing more is done to a case whose texts are gone, or about to go', () => {
    const { events } = proposed().does('leader', '2035-04-18', approveDestruction());
    const look = {
      type: 'DiscloseContact',
      data: { subject: 'subject-1', purpose: sealedFor('p') },
    } as const;
    for (const command of [reopen(), look, archive()]) {
      as('deputy', '2035-04-18')
        .given(...events)
        .when(command)
        .thenRefused('case-destroyed', { approvedAt: cn('2035-04-18') });
    }
  });
});
