import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { play, type Step } from '../fixture/playing.js';
import { contextAt } from '../fixture/complaint.js';
import { randomJourney } from '../fixture/random-journey.js';
import type { ComplaintEvent } from './events.js';
import { DISPOSED } from './phases.js';
import { procedureOfCase } from './rulebooks.js';
import type { RegisteredComplaint } from './state.js';

type Of<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { readonly type: Type }>;

/** The events of one type since the case was last reopened. */
function since<Type extends ComplaintEvent['type']>(
  history: readonly ComplaintEvent[],
  type: Type,
): Of<Type>['data'][] {
  const from = history.findLastIndex((event) => event.type === 'CaseReopened') + 1;
  return history
    .slice(from)
    .filter((event): event is Of<Type> => event.type === type)
    .map(({ data }) => data as Of<Type>['data']);
}

interface Look extends Step {
  readonly after: RegisteredComplaint;
}

/** What holds for each event of the part from the reply to the outcome, whoever asked for it. */
const HOLDS: Readonly<Partial<Record<ComplaintEvent['type'], (step: Look, data: never) => void>>> = {
  /** G22 */
  InvestigationRecorded: (_step, { investigators }: Of<'InvestigationRecorded'>['data']) => {
    expect(new Set(investigators).size).toBeGreaterThan(1);
  },
  /** G23 */
  FactsEstablished: ({ after }, { records }: Of<'FactsEstablished'>['data']) => {
    const known = new Set(decided(after).investigation?.records.map(({ recordId }) => recordId));
    expect(records.length > 0 && records.every((id) => known.has(id))).toBe(true);
  },
  /** G28 */
  MediationOpened: factsFirst,
  MediationSessionHeld: factsFirst,
  MediationFailed: factsFirst,
  MediationAgreed: (step, { complainants }: Of<'MediationAgreed'>['data']) => {
    factsFirst(step);
    signedByAll(step, complainants);
  },
  /** G26, G53 */
  SettlementSigned: (step, { complainants }: Of<'SettlementSigned'>['data']) => {
    signedByAll(step, complainants);
  },
  /** A09: what the parties do among themselves neither stops nor pauses mediation or disposal. */
  SettlementReported: ({ events }) => {
    const clocks = events.flatMap(({ type, data }) =>
      type.startsWith('Clock') ? [(data as Clocked).clock] : [],
    );
    expect(clocks.filter((clock) => !clock.startsWith('DL-SETTLE-REPORT'))).toEqual([]);
  },
  /** G30, A08 */
  RulingIssued: ({ history, after, now, by }, { remedies, decidedBy }: Of<'RulingIssued'>['data']) => {
    const procedure = procedureOfCase(after, contextAt(now, by));
    expect(procedure.failedMediation.value).toBe('ruling');
    expect(remedies).toEqual(procedure.remedies.value);
    expect(since(history, 'MediationFailed')).toHaveLength(1);
    expect(involved(after)).not.toContain(decidedBy);
  },
  /** G57 */
  MediationTerminated: ({ history, after, now, by }, { remedies }: Of<'MediationTerminated'>['data']) => {
    const procedure = procedureOfCase(after, contextAt(now, by));
    expect(procedure.failedMediation.value).toBe('termination');
    expect(remedies).toEqual(procedure.remedies.value);
    expect(since(history, 'MediationFailed')).toHaveLength(1);
  },
  /** G31, G33 */
  DepositDecisionSigned: (
    { history, after },
    { signedBy, submissionId }: Of<'DepositDecisionSigned'>['data'],
  ) => {
    expect(since(history, 'MediationFailed')).toHaveLength(1);
    const submitted = since(history, 'DepositDecisionSubmitted').at(-1);
    expect(submitted?.submissionId).toBe(submissionId);
    expect(submitted?.submittedBy).not.toBe(signedBy);
    expect(involved(after)).not.toContain(signedBy);
    expect(since(history, 'DepositEligibilityAssessed').at(-1)?.eligible).toBe(true);
  },
};

interface Clocked {
  readonly clock: string;
}

function decided(state: RegisteredComplaint) {
  if (!('decision' in state)) throw new Error('not decided');
  return state;
}

function factsFirst({ history }: Look): void {
  expect(since(history, 'FactsEstablished').length).toBeGreaterThan(0);
}

function signedByAll({ after }: Look, signers: readonly string[]): void {
  const byAgents = (after.agents ?? [])
    .filter(({ agentId, powers }) => signers.includes(agentId) && powers.includes('settle'))
    .flatMap(({ principals }) => principals);
  const signed = new Set([...signers, ...byAgents]);
  expect(after.registration.complainants.filter(({ subject }) => !signed.has(subject))).toEqual([]);
}

/** Who worked on the matter itself. */
function involved(state: RegisteredComplaint): string[] {
  const { handlers, investigation, mediation } = decided(state);
  const records = investigation?.records.flatMap(({ investigators }) => investigators) ?? [];
  return [...handlers, ...records, ...(mediation?.mediators ?? [])];
}

const OUTCOMES = ['MediationAgreed', 'RulingIssued', 'MediationTerminated', 'DepositDecisionSigned'] as const;

function looked(step: Step): void {
  const { events, after, history } = step;
  if (events.length === 0 || after.phase === 'unregistered') return;
  const look: Look = { ...step, after };
  for (const event of events) HOLDS[event.type]?.(look, event.data as never);
  const settled = since(history, 'SettlementChecked').filter(({ upheld }) => upheld).length;
  const outcomes = settled + OUTCOMES.reduce((sum, type) => sum + since(history, type).length, 0);
  expect(outcomes).toBeLessThanOrEqual(1);
  if ((DISPOSED as readonly string[]).includes(after.phase)) {
    expect(outcomes).toBe(1);
    const open = after.clocks.filter(
      ({ status, onMiss }) => status === 'running' && onMiss !== 'deem-served',
    );
    expect(open.map(({ clock }) => clock)).toEqual([]);
  }
}

describe('random cases between the reply and the outcome', () => {
  it('G22, G23, G26, G28, G30, G31, G33, G53, G57, A08, A09: hold at every step, and there is one outcome at most', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(randomJourney(50), (journey) => {
        play(journey, (step) => {
          looked(step);
          reached.add(step.after.phase);
        });
      }),
      { numRuns: 250 },
    );
    // The property speaks of something: every outcome came about in these cases.
    expect(DISPOSED.filter((phase) => !reached.has(phase))).toEqual([]);
  });
});
