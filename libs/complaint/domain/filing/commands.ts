import type { Sealed } from '#kernel';

/** Handlers and the filing (承办、立案). */
export interface FilingCommands {
  AssignHandlers: { readonly handlers: readonly string[] };
  RequestFiling: { readonly report: Sealed };
  ApproveFiling: Record<string, never>;
}
