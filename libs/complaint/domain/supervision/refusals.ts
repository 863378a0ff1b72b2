/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const SUPERVISION_REFUSALS = {
  'record-of-another-office': [],
  'not-a-superior-office': [],
  'only-the-installation-notes-this': [],
  'nothing-urged': [],
  'reassignment-unfit': ['G50'],
} as const;
