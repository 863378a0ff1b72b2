import { decidedCase, type Evolving } from '../case/evolving.js';
import type { DecidedComplaint, RegisteredComplaint } from '../case/state.js';
import type { InvestigationEvents } from './events.js';
import type { Investigation } from './facts.js';

export const investigationEvolve: Evolving<InvestigationEvents> = {
  InvestigationOpened: (state, { investigators, openedAt }) => {
    const decided = decidedCase(state, 'InvestigationOpened');
    const begun = decided.investigation ?? {
      openedAt,
      summonses: [],
      commissions: [],
      points: [],
      records: [],
    };
    return { ...decided, investigation: { ...begun, investigators } };
  },
  PersonSummoned: (state, summons) =>
    investigated(state, 'PersonSummoned', ({ summonses }) => ({ summonses: [...summonses, summons] })),
  InvestigationCommissioned: (state, commission) =>
    investigated(state, 'InvestigationCommissioned', ({ commissions }) => ({
      commissions: [...commissions, commission],
    })),
  DisputePointsIdentified: (state, data) =>
    investigated(state, 'DisputePointsIdentified', ({ points }) => ({ points: [...points, ...data.points] })),
  InvestigationRecorded: (state, record) =>
    investigated(state, 'InvestigationRecorded', ({ records }) => ({ records: [...records, record] })),
  FactsEstablished: (state, found) =>
    investigated(state, 'FactsEstablished', ({ found: before, foundBefore = [] }) => ({
      found,
      ...(before ? { foundBefore: [...foundBefore, before] } : {}),
    })),
};

function investigated(
  state: RegisteredComplaint,
  event: string,
  change: (investigation: Investigation) => Partial<Investigation>,
): DecidedComplaint {
  const decided = decidedCase(state, event);
  if (!decided.investigation) throw new Error(`${event} before the investigation`);
  return { ...decided, investigation: { ...decided.investigation, ...change(decided.investigation) } };
}
