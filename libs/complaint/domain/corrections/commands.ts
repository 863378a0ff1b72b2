import type { Sealed } from '#kernel';
import type { CorrectedFields, Target } from './facts.js';

export interface CorrectionsCommands {
  /** Something was recorded wrongly (更正, H17). */
  CorrectRecord: {
    readonly correctionId: string;
    /** Place of the record in the history. */
    readonly revision: number;
    /** The record that stands there; absent where it is none that can be corrected. */
    readonly target?: Target;
    /** Who recorded it. */
    readonly recordedBy?: string;
    readonly is: CorrectedFields;
    readonly reason: Sealed;
    /** Subjects of complainants named in it whose texts can be read by nobody any more. */
    readonly erased?: readonly string[];
    /** The law in force on the corrected day of receipt. */
    readonly statutory?: string;
  };
}
