import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, concluding, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import { currentDocument, isDecided, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { ORAL_KINDS, type OralKind } from './documents.js';
import { documentFits } from './drafting.js';
import { STOPS } from './serving.js';

/** G52: whether the rules that govern the case let a simple matter be told by word of mouth. */
export function oralFormIsKnown(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const { rulebook, oralForms } = procedureOfCase(state, context);
  return oralForms.value ? null : no('oral-form-not-in-rulebook', { rulebook });
}

/**
 * G52: the complainant is told by word of mouth, and it is recorded who told whom, when and in what words. It does
 * what the service of the written notice would do. The grounds and remedies that a rejection names are the decision's.
 */
export function recordOralNotice(
  state: RegisteredComplaint,
  data: CommandOf<'RecordOralNotice'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const misfit = documentFits(state, data.kind) ?? isNotYetTold(state, data.kind);
  if (misfit) return misfit;
  if (!isDecided(state)) return no('document-not-for-this-case', { kind: data.kind, phase: state.phase });
  const toldAt = data.toldAt ?? context.now;
  const wrong = checkWhen('toldAt', toldAt, state.decision.decidedAt, context);
  if (wrong) return wrong;
  const { rulebook, oralForms } = procedureOfCase(state, context);
  const toldBy = data.toldBy ?? context.actor.id;
  return unfold(
    state,
    [
      {
        type: 'OralNoticeRecorded',
        data: { ...data, toldAt, toldBy, rulebook, article: oralForms.article },
      },
    ],
    stopping(STOPS[data.kind], toldAt),
    (reached: Complaint) => (reached.phase === 'rejection-served' ? concluding(toldAt)(reached) : []),
  );
}

/** G52: what is to be told in this phase has been neither told nor issued in writing. */
export function oralNoticeIsOpen(state: RegisteredComplaint): ComplaintRefusal | null {
  const kind = ORAL_KINDS.find((one) => documentFits(state, one) === null);
  return kind === undefined ? null : isNotYetTold(state, kind);
}

function isNotYetTold(state: RegisteredComplaint, kind: OralKind): ComplaintRefusal | null {
  const told = (state.oralNotices ?? []).find((one) => one.kind === kind);
  if (told) return no('document-already-served', { servedAt: told.toldAt });
  const { number } = currentDocument(state, kind) ?? {};
  return number === undefined ? null : no('document-already-issued', { kind, number });
}
