import type { Sealed } from '#kernel';
import type { VolumeItem } from './facts.js';

/** Putting a case away, and the end of its volume (归档、销毁). */
export interface ArchiveCommands {
  ArchiveCase: {
    /** Drawn up from the history as it stands. */
    readonly contents: readonly VolumeItem[];
    /** One of the office's classes of retention; its first when absent. */
    readonly retention?: string;
    readonly pages?: number;
    readonly unserved?: Sealed;
  };
  ProposeDestruction: { readonly reason: Sealed };
  ApproveDestruction: Record<never, never>;
  /** Sent when the keys are gone, never by a person. Harmless when repeated. */
  RecordDestruction: { readonly keys: number };
}
