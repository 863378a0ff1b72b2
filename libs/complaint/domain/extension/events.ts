import type { Extension, ExtensionAnswer } from './facts.js';

type Answered = Pick<Extension, 'extensionId' | 'clock' | 'days'> & Omit<ExtensionAnswer, 'granted'>;

/** More time for a term (延期, G34, A11). What it does to the clock, the clock's own event says. */
export interface ExtensionEvents {
  ExtensionRequested: Omit<Extension, 'answer'>;
  ExtensionApproved: Answered;
  ExtensionRefused: Answered;
}
