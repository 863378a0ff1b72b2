/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const ARCHIVE_REFUSALS = {
  'closing-form-needed': ['G37'],
  'clocks-still-run': ['G37', 'G38'],
  'issued-documents-unserved': ['G38'],
  'complainant-not-told': ['G12', 'G13', 'G38'],
  'retention-class-unknown': ['A16'],
  'volume-still-kept': ['A16'],
  'destruction-already-proposed': ['A16'],
  'destruction-not-proposed': ['A16'],
  'destruction-approver-is-proposer': ['A16'],
  'destruction-not-approved': ['A16'],
  'case-destroyed': ['A16'],
} as const;
