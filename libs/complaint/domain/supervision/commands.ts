import type { Sealed } from '#kernel';

/** What a superior office does about a lower office's case (督办), and the lower office's answer. */
export interface SupervisionCommands {
  UrgeCase: { readonly urgeId: string; readonly text: Sealed };
  AnswerUrge: { readonly answer: Sealed };
  RecallCase: { readonly reason: Sealed };
  /** @property office id of the lower office that gets it */
  ReassignCase: { readonly office: string; readonly reason: Sealed };
}
