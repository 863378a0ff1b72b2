/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const PAUSES_REFUSALS = {
  'pause-needs-both-parties': ['G55', 'A09'],
  'case-already-paused': ['G55', 'A09'],
  'case-not-paused': ['G55', 'A09'],
  'pause-beyond-statutory-time': ['A09'],
  'pause-ends-before-it-begins': ['A09'],
  'pause-stops-no-clock': ['G55', 'A09'],
} as const;
