/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const OUTCOME_REFUSALS = {
  'ruling-not-under-this-rulebook': ['G30', 'A08'],
  'termination-not-under-this-rulebook': ['G30', 'G57', 'A08'],
  'remedies-not-as-in-the-rulebook': ['G57'],
  'decider-handled-the-case': ['G30', 'G31'],
  'ruling-payment-day-missing': ['G30'],
} as const;
