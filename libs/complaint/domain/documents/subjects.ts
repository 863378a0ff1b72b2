import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { DocumentKind } from './documents.js';

/**
 * The things that a case can have several documents of one kind about: people summoned (D10), offices
 * commissioned (D11), sessions called (D12). `null`: one document of the kind, about the case.
 */
export function subjectsOf(state: RegisteredComplaint, kind: DocumentKind): readonly string[] | null {
  const { investigation, mediation } = isDecided(state) ? state : {};
  switch (kind) {
    case 'D10':
      return investigation?.summonses.map(({ summonsId }) => summonsId) ?? [];
    case 'D11':
      return investigation?.commissions.map(({ commissionId }) => commissionId) ?? [];
    case 'D12':
      return mediation?.calls.map(({ sessionId }) => sessionId) ?? [];
    default:
      return null;
  }
}

/** A document of several says which it is; one about the case says nothing. */
export function subjectFits(
  state: RegisteredComplaint,
  kind: DocumentKind,
  about?: string,
): ComplaintRefusal | null {
  const subjects = subjectsOf(state, kind);
  const fits = subjects === null ? about === undefined : about !== undefined && subjects.includes(about);
  return fits ? null : no('document-subject-unknown', { kind, subjects: subjects && [...subjects] });
}
