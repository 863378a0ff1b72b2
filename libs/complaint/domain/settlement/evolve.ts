import { decidedCase, type Evolving } from '../case/evolving.js';
import type { DecidedComplaint, RegisteredComplaint } from '../case/state.js';
import type { SettlementEvents } from './events.js';
import type { Settlement } from './facts.js';

export const settlementEvolve: Evolving<SettlementEvents> = {
  SettlementReported: (state, report) => {
    const decided = decidedCase(state, 'SettlementReported');
    return { ...decided, settlements: [...(decided.settlements ?? []), { report }] };
  },
  SettlementSigned: (state, signature) =>
    settled(state, 'SettlementSigned', signature.settlementId, { signature }),
  SettlementChecked: (state, check) => settled(state, 'SettlementChecked', check.settlementId, { check }),
  SettlementReportOverdue: (state, { at }) => ({
    ...decidedCase(state, 'SettlementReportOverdue'),
    settlementOverdueAt: at,
  }),
};

function settled(
  state: RegisteredComplaint,
  event: string,
  settlementId: string,
  change: Partial<Settlement>,
): DecidedComplaint {
  const decided = decidedCase(state, event);
  const { settlements = [] } = decided;
  if (settlements.at(-1)?.report.settlementId !== settlementId) throw new Error(`${event} before its report`);
  return {
    ...decided,
    settlements: settlements.map((one, index) =>
      index === settlements.length - 1 ? { ...one, ...change } : one,
    ),
  };
}
