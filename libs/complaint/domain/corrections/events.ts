import type { Correction } from './facts.js';

export interface CorrectionsEvents {
  /** H17: nothing is edited; what was recorded wrongly is put right by a record of its own, with the reason. */
  RecordCorrected: Correction;
}
