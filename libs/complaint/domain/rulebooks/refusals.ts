/** Why a case is not moved to other rulebooks. */
export const RULEBOOKS_REFUSALS = {
  'rulebook-not-known': [],
  'rulebook-of-another-kind': [],
  'rulebook-not-in-force': [],
  'rulebook-cannot-govern': [],
} as const;
