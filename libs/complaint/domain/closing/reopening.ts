import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { currentDocument, isDecided, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { reopened } from '../callbacks/following-up.js';
import { lastClosing } from './closing.js';
import type { Resumption } from './facts.js';

/**
 * H16: the leader takes up a case again, and says why and who answers for it. It goes on from where it had lawfully
 * come: an accepted one with its investigation, any other with a new review. Its term is a new one.
 */
export function reopenCase(
  state: RegisteredComplaint,
  data: CommandOf<'ReopenCase'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const { actor, now } = context;
  if (data.person === actor.id) return no('record-about-oneself', { person: data.person });
  if (wasRejected(state) && data.cause !== 'new-facts') {
    return no('reopening-needs-new-facts', { cause: data.cause });
  }
  const reopenedAt = data.reopenedAt ?? now;
  const wrong = checkWhen('reopenedAt', reopenedAt, restsSince(state), context);
  if (wrong) return wrong;
  return unfold(
    state,
    [{ type: 'CaseReopened', data: { ...data, reopenedAt, by: actor.id, into: resumptionOf(state) } }],
    starting('case-reopened', reopenedAt, context),
    reopened(reopenedAt, context),
  );
}

/** What went on elsewhere is taken up there. */
export function caseIsHere({ handedOver }: RegisteredComplaint): ComplaintRefusal | null {
  return handedOver === undefined ? null : no('case-went-elsewhere', { how: handedOver.how });
}

/** G51: what was rejected is heard again only on new facts. */
function wasRejected(state: RegisteredComplaint): boolean {
  return isDecided(state) && state.decision.outcome === 'reject';
}

function restsSince(state: RegisteredComplaint): string {
  const served = currentDocument(state, 'D06')?.service?.servedAt;
  return (
    state.archive?.archivedAt ?? lastClosing(state)?.approved?.at ?? served ?? state.registration.receivedAt
  );
}

function resumptionOf(state: RegisteredComplaint): Resumption {
  if (!isDecided(state) || state.decision.outcome !== 'accept') return 'under-review';
  if (currentDocument(state, 'D05')?.service) return 'under-investigation';
  return state.filing?.approvedBy === undefined ? 'accepted' : 'filed';
}
