import type { Instant } from '#kernel';
import type { Context } from '../case/context.js';
import type { ComplaintEvent, ComplaintEventType, ComplaintFacts } from '../case/events.js';
import { UNDECIDED, OPEN_CASE } from '../case/phases.js';
import type { Complaint, Phase, RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { cancelClocks } from '../clocks/ledger.js';
import { ownersOf } from '../clocks/owners.js';
import { stopping } from '../case/happenings.js';
import { representativesOf } from '../people/joint.js';
import { recusedOf } from '../people/recusal.js';
import type { Callback, CallbackEnd } from './facts.js';
import { requiredByRule } from './required-by-rule.js';
import { isOfRule, isOpen } from './standing.js';

type Moment<Data> = (data: Data) => Instant | undefined;

/**
 * What the complainant has to be told, with when it came about. His own withdrawal is nothing new to him, and what
 * another office of this installation reports it tells him itself: it has a case of its own about it (H01).
 */
const RESULTS: { readonly [Type in ComplaintEventType]?: Moment<ComplaintFacts[Type]> } = {
  AcceptanceDecided: ({ outcome, decidedAt }) => (outcome === 'reject' ? decidedAt : undefined),
  SettlementChecked: ({ upheld, checkedAt }) => (upheld ? checkedAt : undefined),
  MediationAgreed: ({ agreedAt }) => agreedAt,
  MediationTerminated: ({ terminatedAt }) => terminatedAt,
  RulingIssued: ({ decidedAt }) => decidedAt,
  DepositDecisionSigned: ({ signedAt }) => signedAt,
  CaseFilingRevoked: ({ revokedAt }) => revokedAt,
  ImmediateActionRecorded: ({ actedAt }) => actedAt,
  ReferralReported: ({ reportedAt, from }) => (from === undefined ? reportedAt : undefined),
  TransferResultReceived: ({ receivedAt, from }) => (from === undefined ? receivedAt : undefined),
  TransferClosed: ({ decidedAt }) => decidedAt,
};

/** In these there is no result, or none any more. */
const WITHOUT_RESULT: readonly Phase[] = [
  ...UNDECIDED,
  'awaiting-approval',
  'awaiting-designation',
  ...OPEN_CASE,
  'transferred-out',
  'referred-down',
  'handed-over',
];

/**
 * H07: the result is told at once. Whatever a command decided is followed, in the same append, by the call that it makes
 * due: so no outcome comes without it, and none is told twice. A call of which nothing is left to tell falls away.
 */
export function withResultCall(
  before: RegisteredComplaint,
  events: readonly ComplaintEvent[],
  context: Context,
): readonly ComplaintEvent[] {
  const [at] = events.flatMap((event) => resultAt(event) ?? []);
  if (at !== undefined) return unfold(before, events, owed(at, context));
  return events.length > 0 && waiting(before).length > 0
    ? unfold(before, events, nothingToTell(events, context))
    : events;
}

function resultAt({ type, data }: ComplaintEvent): Instant | undefined {
  return (RESULTS[type] as Moment<ComplaintEvent['data']> | undefined)?.(data);
}

function owed(at: Instant, context: Context) {
  return (state: Complaint): readonly ComplaintEvent[] => {
    if (state.phase === 'unregistered' || isTold(state, at)) return [];
    const place = 1 + (state.callbacks ?? []).length;
    const callbackId = context.idOf(state.registration.complaintId, `result-call-${String(place)}`);
    const assignee = whoTells(state, context);
    const call = { callbackId, kind: 'result', ...(assignee === undefined ? {} : { assignee }) } as const;
    const required = requiredByRule('result-known', at, call, context)(state);
    if (required.length === 0 || hasTelephone(state)) return required;
    return [{ type: 'CallbackNotPossible', data: { kind: 'result', at, because: 'no-telephone' } }];
  };
}

/** H01: who has the case in hand, and of several the one who brought the result. */
function whoTells(state: RegisteredComplaint, { actor }: Context): string | undefined {
  const owners = ownersOf(state).filter((person) => !recusedOf(state).includes(person));
  return owners.find((person) => person === actor.id) ?? owners[0];
}

/** Somebody is to call about it already, by promise or by order, or has called since. */
function isTold(state: RegisteredComplaint, at: Instant): boolean {
  const { complainants } = state.registration;
  const speakers = [
    ...representativesOf(state),
    ...(complainants.length === 1 ? complainants : []).map(({ subject }) => subject),
  ];
  return (state.callbacks ?? []).some(
    (one) =>
      one.kind === 'result' &&
      (one.subject === undefined || speakers.includes(one.subject)) &&
      (isOpen(one) || (one.completed !== undefined && one.completed.completedAt >= at)),
  );
}

/** Whoever speaks for the complaint, or somebody for him, can be called. */
function hasTelephone(state: RegisteredComplaint): boolean {
  const representatives = representativesOf(state);
  const speakers = state.registration.complainants.filter(
    ({ subject }) => representatives.length === 0 || representatives.includes(subject),
  );
  const agents = (state.agents ?? []).filter(({ revokedAt }) => revokedAt === undefined);
  return [...speakers, ...agents].some(({ phone }) => phone !== undefined);
}

/** Calls about a result that a rulebook requires and nobody has made. */
function waiting({ callbacks = [] }: RegisteredComplaint): readonly Callback[] {
  return callbacks.filter((one) => one.kind === 'result' && isOfRule(one) && isOpen(one));
}

/** The complainant was told in person, or the outcome does not stand: the case is decided anew, or elsewhere. */
function nothingToTell(events: readonly ComplaintEvent[], context: Context) {
  const toldAt = events.flatMap(({ type, data }) =>
    type === 'OralNoticeRecorded' && data.kind === 'D06' ? [data.toldAt] : [],
  )[0];
  return (state: Complaint): readonly ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    if (toldAt === undefined && !WITHOUT_RESULT.includes(state.phase)) return [];
    const end: CallbackEnd = toldAt === undefined ? 'result-undone' : 'told-in-person';
    const at = toldAt ?? context.now;
    return unfold(
      state,
      ...waiting(state).flatMap(({ callbackId }) => [
        toldAt === undefined
          ? cancelClocks(
              state.clocks.filter(({ about }) => about === callbackId),
              end,
              at,
            )
          : stopping(['result-told'], at, { about: callbackId }),
        [{ type: 'CallbackCancelled' as const, data: { callbackId, by: context.actor.id, at, end } }],
      ]),
    );
  };
}
