/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const CALLBACKS_REFUSALS = {
  'callback-not-found': [],
  'callback-not-open': [],
  'callback-due-impossible': ['H05', 'H23'],
  'result-promised-before-facts': ['H05'],
  'callback-of-another': ['H01'],
  'follow-up-by-handler': ['H10'],
  'recused-cannot-call': ['G62'],
  'follow-up-term-stands': ['H07', 'H10'],
  'no-delay-to-announce': ['H23'],
  'delay-of-another-term': ['H23'],
  'callback-record-incomplete': ['H10', 'H15', 'H19'],
  'callback-not-tried-enough': ['H07'],
  'callback-cancelled-by-caller': ['H17'],
  'reopening-not-offered': ['H16'],
  'declined-by-handler': ['H16', 'H17'],
} as const;
