import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type Phase, type RegisteredComplaint } from '../case/state.js';
import { requiringFollowUp } from '../callbacks/following-up.js';
import { clocksRest } from '../clocks/resting.js';
import { unfold } from '../case/unfold.js';
import type { DocumentKind } from '../documents/documents.js';
import type { Closing } from './facts.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** What has to reach the parties before the case can be closed. */
const NOTICE_OF: Readonly<Partial<Record<Phase, DocumentKind>>> = {
  agreed: 'D14',
  terminated: 'D15',
  ruled: 'D15R',
  'deposit-decided': 'D16',
  revoked: 'D18',
};

/** Ends in which somebody had to do something. */
const TO_BE_PERFORMED: readonly Phase[] = ['agreed', 'settled', 'ruled', 'deposit-decided'];

/** The filing was approved: from then on a case ends with a closing form only (G37). */
export function isFiled(state: RegisteredComplaint): boolean {
  return isDecided(state) && state.filing?.approvedBy !== undefined;
}

/** The closing form that was written last. */
export function lastClosing(state: RegisteredComplaint): Closing | undefined {
  return isDecided(state) ? state.closings?.at(-1) : undefined;
}

/** G37: every filed case is closed by a form; one withdrawn before its filing needs none (A14). */
export function closingCanBeRequested(state: RegisteredComplaint): ComplaintRefusal | null {
  if (!isFiled(state)) return no('closing-form-not-needed', { phase: state.phase });
  const kind = NOTICE_OF[state.phase];
  return kind !== undefined && !isServedOnAll(state, kind)
    ? no('closing-before-notice', { kind })
    : clocksRest(state);
}

/** Every copy of it has been served; a draft to be served anew holds nothing up. */
function isServedOnAll({ documents }: RegisteredComplaint, kind: DocumentKind): boolean {
  const copies = documents.filter((document) => document.kind === kind && !document.superseded);
  const needed = copies.filter(({ inPlaceOf, number }) => inPlaceOf === undefined || number !== undefined);
  return needed.length > 0 && needed.every(({ service }) => service !== undefined);
}

/** G37: the handler's closing form (结案审批表, D20). */
export function requestClosing(
  state: RegisteredComplaint,
  data: CommandOf<'RequestClosing'>['data'],
  context: Context,
): Answer {
  if (TO_BE_PERFORMED.includes(state.phase) && data.performance === undefined) {
    return no('closing-form-incomplete', { missing: ['performance'], way: state.phase });
  }
  return [
    {
      type: 'ClosingRequested',
      data: { ...data, by: context.actor.id, at: context.now, way: state.phase },
    },
  ];
}

/** G37: another person than the author decides on the closing. */
export function closerIsNotAuthor(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const author = lastClosing(state)?.requestedBy;
  return author === context.actor.id ? no('closing-approver-is-author', { author }) : null;
}

/** G37, G38: closed with the approval, and only then; from then on a follow-up call is owed (H10). */
export function approveClosing(
  state: RegisteredComplaint,
  { followUpId, ...data }: CommandOf<'ApproveClosing'>['data'],
  context: Context,
): Answer {
  const { actor, now } = context;
  return unfold(
    state,
    [
      { type: 'ClosingApproved', data: { ...data, by: actor.id, at: now } },
      { type: 'CaseClosed', data: { at: now } },
    ],
    requiringFollowUp(followUpId, now, context),
  );
}

/** G37: the form goes back with a reason, and the case to exactly where it stood. */
export function returnClosing(
  state: RegisteredComplaint,
  { reason }: CommandOf<'ReturnClosing'>['data'],
  { actor, now }: Context,
): Answer {
  const asked = lastClosing(state);
  if (!asked) throw new Error('a closing was asked for without a form');
  return [{ type: 'ClosingReturned', data: { by: actor.id, at: now, reason, to: asked.way } }];
}
