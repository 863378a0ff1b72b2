import type { Instant, Sealed } from '#kernel';

/** A superior's reminder to get on with a case (催办), and what was answered. */
export interface Urge {
  readonly urgeId: string;
  readonly by: string;
  readonly byOffice: string;
  readonly at: Instant;
  readonly text: Sealed;
  readonly answer?: { readonly by: string; readonly at: Instant; readonly text: Sealed };
}
