import type { DirectComplaintFacts } from './events.js';
import type { Change } from './facts.js';
import type { Correction, ReceivedComplaint, Recorded } from './state.js';

/** The record as it reads now. What it said before is in the history. */
export function corrected(state: ReceivedComplaint, change: Change): ReceivedComplaint {
  switch (change.of) {
    case 'intake':
      return { ...state, registration: { ...state.registration, ...change.intake } };
    case 'investigation':
      return { ...state, investigations: replaced(state.investigations, change, change.investigation) };
    case 'mediation':
      return { ...state, mediations: replaced(state.mediations, change, change.mediation) };
    case 'outcome':
      if (!state.outcome) throw new Error('an outcome was corrected before there was one');
      return { ...state, outcome: { ...change.outcome, by: state.outcome.by } };
  }
}

function replaced<Facts>(
  records: readonly Recorded<Facts>[],
  { recordId }: { readonly recordId: string },
  facts: Facts,
): Recorded<Facts>[] {
  return records.map((record) =>
    record.recordId === recordId ? { ...facts, recordId, by: record.by } : record,
  );
}

/** That a record was corrected, by whom and why, without what it says. */
export function noted({
  correctionId,
  by,
  at,
  reason,
  change,
}: DirectComplaintFacts['OperatorRecordCorrected']): Correction {
  const about = 'recordId' in change ? { recordId: change.recordId } : {};
  return { correctionId, by, at, reason, of: change.of, ...about };
}
