import type { Day } from '#kernel';
import { inForce, type Shelf } from '#rulebook';
import type { Office, PinnedRulebooks } from '../domain/index.js';

/**
 * What a case of the office is kept by: the law, its own stages, and what its profile says; a local rule only if it was
 * in force on the day of receipt.
 * @param statutory the law of the day on which the complaint was first received
 */
export function pinnedRulebooks(
  rulebooks: Shelf,
  { internalRulebook, overlay, procedure }: Office,
  receivedOn: Day,
  statutory: string,
): PinnedRulebooks {
  const local = overlay === undefined ? undefined : rulebooks.byId(overlay);
  return {
    internal: internalRulebook,
    statutory,
    ...(local && inForce(local, receivedOn) ? { overlay: local.id } : {}),
    ...(procedure === undefined ? {} : { procedure }),
  };
}
