import type { Instant, Sealed } from '#kernel';

interface Said {
  readonly extensionId: string;
  readonly granted: boolean;
  readonly decidedAt?: Instant;
  readonly reason?: Sealed;
}

/** More time for a term (延期, G34, A11). */
export interface ExtensionCommands {
  /** @property days in the term's own unit */
  RequestExtension: {
    readonly extensionId: string;
    readonly clock: string;
    readonly days: number;
    readonly reason: Sealed;
    readonly requestedAt?: Instant;
  };
  /** By the superior office. */
  AnswerExtension: Said;
  /** By the office's own head, where a local rule leaves it to him. */
  DecideExtension: Said;
  /** What a superior office that is not of this installation wrote. @property letter 文号 */
  RecordExtensionAnswer: Said & { readonly letter: string };
}
