/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const PEOPLE_REFUSALS = {
  'agent-for-nobody-in-the-case': ['G53'],
  'agent-has-no-power': ['G53'],
  'agent-not-found': ['G53'],
  'agent-already-revoked': ['G53'],
  'not-a-joint-complaint': ['G53'],
  'consent-of-all-missing': ['G53'],
  'recusal-not-found': ['G62'],
  'recusal-already-requested': ['G62'],
  'recusal-already-decided': ['G62'],
  'recusal-decided-by-the-person': ['G62', 'H17'],
  'recusal-decided-by-who-asked': ['G62'],
  'record-about-oneself': ['H17'],
  'recused-from-case': ['G62'],
  'recused-cannot-handle': ['G62'],
} as const;
