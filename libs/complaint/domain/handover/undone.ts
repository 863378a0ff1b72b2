import type { DecidedComplaint, RegisteredComplaint } from '../case/state.js';
import { partedForReopening, standingDocuments } from '../closing/earlier-course.js';
import type { CaseDocument } from '../documents/documents.js';
import type { Round, Undone } from './facts.js';

/** The case before its decision again; the decision and what was done by it are kept as an earlier round. */
export function withoutDecision(state: DecidedComplaint, undone: Undone): RegisteredComplaint {
  const { decision, handlers, concludedAt, result, handover, documents, jurisdiction, oralNotices } = state;
  const byDecision = (one: CaseDocument) => !standingDocuments('under-review').includes(one.kind);
  const round: Round = {
    ...{ review: state.review, decision, handlers, documents: documents.filter(byDecision), undone },
    ...{ jurisdiction, handover, concludedAt, result, oralNotices },
  };
  const { standing } = partedForReopening(state, 'under-review');
  return {
    ...standing,
    documents: documents.filter((one) => !byDecision(one)),
    earlier: [...(state.earlier ?? []), round],
  };
}
