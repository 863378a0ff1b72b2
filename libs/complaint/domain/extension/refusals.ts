/** Why more time is not asked for, or not granted, with the rules that each reason rests on. */
export const EXTENSION_REFUSALS = {
  'term-not-found': [],
  'no-term-can-be-longer': ['A11'],
  'no-extension-in-rulebook': ['A11'],
  'extension-asked-already': ['A11'],
  'extension-granted-already': ['A11'],
  'extension-not-found': [],
  'extension-answered-already': ['A11'],
  'extension-ended-by-move': ['A11'],
  'extension-is-for-another-to-grant': ['A11'],
  'extension-approver-is-author': ['A11'],
  'superior-answers-itself': ['A11'],
} as const;
