import type { Answer } from './act.js';
import type { DirectComplaintCommands } from './commands.js';
import { noneConcerned } from './concerned.js';
import type { Context } from './context.js';
import type { Change } from './facts.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** H17: nothing is edited. What was wrong is put right by a new entry with its reason, held to the same rules. */
export function correctRecord(
  state: ReceivedComplaint,
  { correctionId, reason, change }: DirectComplaintCommands['CorrectRecord'],
  { actor, now }: Context,
): Answer {
  if (state.corrections.some((one) => one.correctionId === correctionId)) return [];
  const refusal = isThere(state, change);
  if (refusal) return refusal;
  return [{ type: 'OperatorRecordCorrected', data: { correctionId, by: actor.id, at: now, reason, change } }];
}

function isThere(state: ReceivedComplaint, change: Change): DirectComplaintRefusal | null {
  switch (change.of) {
    case 'intake':
      return Object.values(change.intake).every((value) => value === undefined)
        ? no('correction-changes-nothing')
        : null;
    case 'investigation':
      return found(state.investigations, change) ?? noneConcerned(state, change.investigation.investigators);
    case 'mediation':
      return found(state.mediations, change) ?? noneConcerned(state, [change.mediation.mediator]);
    case 'outcome':
      return state.outcome ? null : no('record-not-found', { of: 'outcome' });
  }
}

function found(
  records: readonly { readonly recordId: string }[],
  { of, recordId }: Extract<Change, { readonly recordId: string }>,
): DirectComplaintRefusal | null {
  return records.some((one) => one.recordId === recordId) ? null : no('record-not-found', { of, recordId });
}
