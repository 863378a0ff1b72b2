import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const lead = (change: Partial<CommandOf<'CreateEnforcementLead'>['data']> = {}) =>
  ({
    type: 'CreateEnforcementLead',
    data: { leadId: 'lead-1', branch: 'own-power', suspicion: sealedFor('lead'), ...change },
  }) as const;
const uncooperative = {
  type: 'RecordNonCooperation',
  data: { recordId: 'record-1', form: 'withholds-evidence', account: sealedFor('account') },
} as const;
const responsible = (person: string, clock = 'DL-REVIEW.RB-MANUAL.1') =>
  ({
    type: 'RecordResponsibility',
    data: { clock, cause: sealedFor('cause'), department: '投诉处理科', person },
  }) as const;
const filed = () => new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');

describe('what is found beside the complaint', () => {
  it('G56: an illegal act goes one of three ways, and the complaint stays where it is', () => {
    as('officer', '2025-04-18')
      .given(...filed().events)
      .when(lead())
      .then({ type: 'EnforcementLeadCreated', data: { branch: 'own-power', by: 'officer' } });
    for (const branch of ['other-authority', 'judicial-organ'] as const) {
      as('officer', '2025-04-18')
        .given(...filed().events)
        .when(lead({ branch }))
        .thenRefused('lead-needs-authority', { branch });
      const journey = filed().does('officer', '2025-04-18', lead({ branch, authority: '市公安局' }));
      expect(journey.state).toMatchObject({ phase: 'filed', leads: [{ branch, authority: '市公安局' }] });
      as('officer', '2025-04-18')
        .given(...journey.events)
        .when(lead({ branch, authority: '市公安局' }))
        .thenNothing();
    }
  });

  it('G60: an operator that does not cooperate is recorded; what follows for its credit is unverified', () => {
    as('officer', '2025-04-18')
      .given(...filed().events)
      .when(uncooperative)
      .then({
        type: 'NonCooperationRecorded',
        data: { form: 'withholds-evidence', occurredAt: cn('2025-04-18'), verification: 'unverified' },
      });
    const { events } = filed().does('officer', '2025-04-18', uncooperative);
    as('officer', '2025-04-19')
      .given(...events)
      .when(uncooperative)
      .thenNothing();
  });

  it('H16: for a term that ran out it is recorded why, and which department and person answer for it', () => {
    const late = () => new Journey().registered('2025-04-15').ringsUntil('2025-04-21');
    as('head', '2025-04-21')
      .given(...late().events)
      .when(responsible('registrar'))
      .then({
        type: 'ResponsibilityRecorded',
        data: { clock: 'DL-REVIEW.RB-MANUAL.1', person: 'registrar', by: 'head' },
      });
    as('head', '2025-04-21')
      .given(...late().does('head', '2025-04-21', responsible('registrar')).events)
      .when(responsible('registrar'))
      .thenNothing();
    as('head', '2025-04-16')
      .given(...new Journey().registered('2025-04-15').events)
      .when(responsible('registrar'))
      .thenRefused('clock-was-kept');
  });

  it('H17: nobody records that about himself', () => {
    as('head', '2025-04-21')
      .given(...new Journey().registered('2025-04-15').ringsUntil('2025-04-21').events)
      .when(responsible('head'))
      .thenRefused('record-about-oneself');
  });
});
