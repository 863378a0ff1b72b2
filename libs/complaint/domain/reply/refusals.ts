/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const REPLY_REFUSALS = {
  'reply-not-awaited': ['G17'],
  'reply-already-received': ['G17'],
  'reply-incomplete': ['G18', 'A10'],
} as const;
