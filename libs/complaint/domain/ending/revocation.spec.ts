import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { requestClosing, revoke } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const manual = () => Journey.accepted('2025-04-15', { procedure: 'internal' }).investigated('2025-04-21');
const byLaw = () => Journey.accepted('2025-04-15').investigated('2025-04-21');

describe('revocation of a filing', () => {
  it.each(['complainant-fault', 'force-majeure'] as const)(
    'G36: under the manual the leader revokes it for %s on proof',
    (ground) => {
      as('leader', '2025-04-25')
        .given(...manual().events)
        .when(revoke(ground))
        .thenAmongOthers({
          type: 'CaseFilingRevoked',
          data: { by: 'leader', revokedAt: cn('2025-04-25'), ground, rulebook: 'RB-MANUAL' },
        });
      const journey = manual().does('leader', '2025-04-25', revoke(ground));
      expect(journey.state.phase).toBe('revoked');
      expect(journey.clock('DL-DISPOSE.RB-2010.1').status).toBe('met');
    },
  );

  it('G36: not without proof, not before the facts, and not by who handled the case', () => {
    as('leader', '2025-04-25')
      .given(...manual().events)
      .when(revoke('force-majeure', { evidence: [] }))
      .thenRefused('revocation-without-proof');
    as('leader', '2025-04-25')
      .given(...manual().events)
      .when(revoke('force-majeure', { revokedAt: cn('2025-04-20') }))
      .thenRefused('happened-too-early');
    as('leader', '2025-04-25')
      .given(...manual().withHandlers('2025-04-25', 'officer', 'leader').events)
      .when(revoke())
      .thenRefused('decider-handled-the-case');
  });

  it('G23: only on established facts, and as long as there is no outcome', () => {
    as('leader', '2025-04-25')
      .given(
        ...Journey.accepted('2025-04-15', { procedure: 'internal' })
          .notified('2025-04-18')
          .replied('2025-04-21').events,
      )
      .when(revoke())
      .thenRefused('action-not-in-this-phase');
    const mediating = Journey.accepted('2025-04-15', { procedure: 'internal' }).mediating('2025-04-21');
    expect(mediating.does('leader', '2025-04-25', revoke()).state.phase).toBe('revoked');
  });

  it('A13: the law knows no ground of revocation; that is said before anybody tries', () => {
    as('leader', '2025-04-25')
      .given(...byLaw().events)
      .when(revoke())
      .thenRefused('revocation-not-in-rulebook', { rulebook: 'RB-2010', grounds: [] });
    const shown = possibleActions(byLaw().state, contextAt(cn('2025-04-25'), 'leader'));
    expect(shown.find(({ action }) => action === 'RevokeFiling')?.refusal).toMatchObject({
      refused: 'revocation-not-in-rulebook',
      rules: ['G36', 'A13'],
    });
  });

  it('G36: the complainant is told of ground, evidence and day by D18 before the case can be closed', () => {
    const journey = manual().does('leader', '2025-04-25', revoke());
    as('officer', '2025-04-25')
      .given(...journey.events)
      .when(requestClosing())
      .thenRefused('closing-before-notice', { kind: 'D18' });
    journey.issued('D18', '2025-04-25');
    expect(journey.state.documents.at(-1)?.contents).toMatchObject({
      ground: 'force-majeure',
      revokedAt: cn('2025-04-25'),
      evidence: [sealedFor('revocation.evidence')],
      reason: sealedFor('revocation.reason'),
    });
    journey.served('D18', '2025-04-28');
    expect(journey.does('officer', '2025-04-28', requestClosing()).state.phase).toBe('closing-requested');
  });

  it('D18 belongs to a revoked filing only, and to it no notice of acceptance', () => {
    const draft = (kind: 'D18' | 'D04') =>
      ({ type: 'DraftDocument', data: { documentId: `new ${kind}`, kind } }) as const;
    as('officer', '2025-04-17')
      .given(...Journey.accepted('2025-04-15', { procedure: 'internal' }).events)
      .when(draft('D18'))
      .thenRefused('document-not-for-this-case');
    as('officer', '2025-04-25')
      .given(...manual().does('leader', '2025-04-25', revoke()).events)
      .when(draft('D04'))
      .thenRefused('document-not-for-this-case');
  });
});
