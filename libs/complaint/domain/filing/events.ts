import type { Instant, Sealed } from '#kernel';

/** Handlers and the filing (承办、立案). */
export interface FilingEvents {
  HandlersAssigned: { readonly handlers: readonly string[]; readonly by: string; readonly at: Instant };
  CaseFilingRequested: { readonly by: string; readonly at: Instant; readonly report: Sealed };
  CaseFiled: { readonly approvedBy: string; readonly at: Instant };
}
