import type { Instant, Sealed } from '#kernel';

/** A superior office watches over a lower office's case (督办): it urges, takes up, gives to another; it never edits. */
export interface SupervisionEvents {
  CaseUrged: {
    readonly urgeId: string;
    readonly by: string;
    readonly byOffice: string;
    readonly at: Instant;
    readonly text: Sealed;
  };
  /** One answer for everything that was urged and not answered. */
  UrgeAnswered: {
    readonly urges: readonly string[];
    readonly by: string;
    readonly at: Instant;
    readonly answer: Sealed;
  };
  /** 提级 */
  CaseRecalled: {
    readonly by: string;
    readonly byOffice: string;
    readonly at: Instant;
    readonly reason: Sealed;
  };
  /** 改派 */
  CaseReassigned: {
    readonly by: string;
    readonly byOffice: string;
    readonly at: Instant;
    readonly to: string;
    readonly reason: Sealed;
  };
}
