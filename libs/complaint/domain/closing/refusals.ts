/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const CLOSING_REFUSALS = {
  'closing-form-not-needed': ['G37', 'A14'],
  'closing-before-notice': ['G37', 'G36', 'G57'],
  'closing-form-incomplete': ['G37'],
  'closing-approver-is-author': ['G37'],
  'reopening-needs-new-facts': ['G51', 'H16'],
} as const;
