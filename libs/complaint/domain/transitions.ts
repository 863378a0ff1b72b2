import type { ComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

type From = Phase | 'unregistered';

interface Transition {
  readonly from: readonly From[];
  /** Phases it can lead to; `same` where the phase stays. */
  readonly to: readonly (Phase | 'same')[];
}

const UNDECIDED = ['registered', 'under-review', 'awaiting-supplement'] as const;
const OPEN_CASE = ['accepted', 'filed', 'awaiting-reply', 'under-investigation'] as const;
const DECIDED = [...OPEN_CASE, 'rejected', 'transferred-out', 'referred-down'] as const;
/** Proof of a service can come when the case has gone on. */
const DELIVERY = ['awaiting-supplement', 'under-review', 'awaiting-approval', ...DECIDED] as const;

/**
 * What may be done in which phase: checked at start-up (every phase reachable), obeyed by the decider,
 * and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<ComplaintCommandType, Transition>> = {
  RegisterComplaint: { from: ['unregistered'], to: ['registered'] },
  BeginReview: { from: UNDECIDED, to: ['under-review', 'same'] },
  RequestSupplement: { from: ['under-review'], to: ['awaiting-supplement'] },
  ReceiveSupplement: { from: ['awaiting-supplement', 'under-review'], to: ['under-review', 'same'] },
  CompleteReview: { from: ['under-review'], to: ['awaiting-approval'] },
  ReturnReview: { from: ['awaiting-approval'], to: ['under-review'] },
  DecideAcceptance: {
    from: ['awaiting-approval'],
    to: ['accepted', 'filed', 'rejected', 'transferred-out', 'referred-down'],
  },
  AssignHandlers: { from: DECIDED, to: ['same'] },
  RequestFiling: { from: ['accepted'], to: ['same'] },
  ApproveFiling: { from: ['accepted'], to: ['filed'] },
  DraftDocument: { from: ['awaiting-supplement', ...DECIDED], to: ['same'] },
  IssueDocument: { from: ['awaiting-supplement', ...DECIDED], to: ['same'] },
  SendDocument: { from: DELIVERY, to: ['same'] },
  RecordService: {
    from: DELIVERY,
    to: ['same', 'awaiting-reply', 'under-investigation', 'rejection-served'],
  },
  RecordReply: {
    from: ['filed', 'awaiting-reply', 'under-investigation'],
    to: ['same', 'under-investigation'],
  },
  RecordReferralReport: { from: ['referred-down'], to: ['referral-concluded'] },
  RecordTransferResult: { from: ['transferred-out'], to: ['transfer-concluded'] },
  RingClock: { from: PHASES, to: ['same', 'under-review', 'under-investigation'] },
};

/** Throws when a phase cannot be reached or the table names one twice: a fault of the program, seen at start-up. */
export function checkTransitions(table: Readonly<Record<string, Transition>> = TRANSITIONS): void {
  const reached = new Set<From>(['unregistered']);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of Object.values(table)) {
      if (!from.some((phase) => reached.has(phase))) continue;
      for (const phase of to) if (phase !== 'same') reached.add(phase);
    }
  }
  const unreachable = PHASES.filter((phase) => !reached.has(phase));
  if (unreachable.length > 0) throw new Error(`phases that nothing leads to: ${unreachable.join(', ')}`);
}
