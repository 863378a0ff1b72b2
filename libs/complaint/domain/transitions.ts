import type { ComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

type From = Phase | 'unregistered';

/** Phases that follow; `same` where the case stays where it is. */
type Next = readonly (Phase | 'same')[];

interface Transition {
  readonly from: readonly From[];
  /** What can follow, from every phase alike or phase by phase; a phase not named is not left. */
  readonly to: Next | Readonly<Partial<Record<From, Next>>>;
}

const UNDECIDED = ['registered', 'under-review', 'awaiting-supplement'] as const;
const OPEN_CASE = ['accepted', 'filed', 'awaiting-reply', 'under-investigation'] as const;
const DECIDED = [...OPEN_CASE, 'rejected', 'transferred-out', 'referred-down'] as const;
/** What has documents of its own still to come. */
const DRAFTING = [
  'awaiting-supplement',
  'accepted',
  'filed',
  'rejected',
  'transferred-out',
  'referred-down',
] as const;
/** Proof of a service can come when the case has gone on. */
const DELIVERY = ['awaiting-supplement', 'under-review', 'awaiting-approval', ...DECIDED] as const;

/**
 * What may be done in which phase: checked at start-up (every phase reachable), obeyed by the decider,
 * and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<ComplaintCommandType, Transition>> = {
  RegisterComplaint: { from: ['unregistered'], to: ['registered'] },
  BeginReview: { from: UNDECIDED, to: { registered: ['under-review'] } },
  RequestSupplement: { from: ['under-review'], to: ['awaiting-supplement'] },
  ReceiveSupplement: {
    from: ['awaiting-supplement', 'under-review'],
    to: { 'awaiting-supplement': ['under-review'] },
  },
  CompleteReview: { from: ['under-review'], to: ['awaiting-approval'] },
  ReturnReview: { from: ['awaiting-approval'], to: ['under-review'] },
  DecideAcceptance: {
    from: ['awaiting-approval'],
    to: ['accepted', 'filed', 'rejected', 'transferred-out', 'referred-down'],
  },
  AssignHandlers: { from: DECIDED, to: ['same'] },
  RequestFiling: { from: ['accepted'], to: ['same'] },
  ApproveFiling: { from: ['accepted'], to: ['filed'] },
  DraftDocument: { from: DRAFTING, to: ['same'] },
  /** In `accepted` the answer is that the case has to be filed first (G14). */
  IssueDocument: { from: DRAFTING, to: { accepted: [] } },
  SendDocument: { from: DELIVERY, to: ['same'] },
  RecordService: {
    from: DELIVERY,
    to: { filed: ['same', 'awaiting-reply', 'under-investigation'], rejected: ['same', 'rejection-served'] },
  },
  RecordReply: {
    from: ['filed', 'awaiting-reply', 'under-investigation'],
    to: { 'awaiting-reply': ['under-investigation'] },
  },
  RecordReferralReport: { from: ['referred-down'], to: ['referral-concluded'] },
  RecordTransferResult: { from: ['transferred-out'], to: ['transfer-concluded'] },
  DiscloseContact: { from: PHASES, to: ['same'] },
  RingClock: {
    from: PHASES,
    to: {
      'awaiting-supplement': ['same', 'under-review'],
      'awaiting-reply': ['same', 'under-investigation'],
    },
  },
};

/** Nothing more leads on from here; under investigation, the part of the procedure that is modelled ends. */
export const ENDS: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
  'under-investigation',
];

/** Phases that can follow when that is done in that phase. */
export function nextPhases({ from, to }: Transition, phase: From): From[] {
  if (!from.includes(phase)) return [];
  const next: Next = isList(to) ? to : (to[phase] ?? ['same']);
  return next.map((one) => (one === 'same' ? phase : one));
}

function isList(to: Transition['to']): to is Next {
  return Array.isArray(to);
}

/**
 * Throws when nothing leads to a phase, or nothing leads on from one that is no end: a fault of the program,
 * seen at start-up. That time runs out is no way on: a case must never have to wait for it.
 */
export function checkTransitions(table: Readonly<Record<string, Transition>> = TRANSITIONS): void {
  const reached = reachedBy(table);
  const unreachable = PHASES.filter((phase) => !reached.has(phase));
  if (unreachable.length > 0) throw new Error(`phases that nothing leads to: ${unreachable.join(', ')}`);
  const wrong = PHASES.filter((phase) => ENDS.includes(phase) === leadsOn(table, phase));
  if (wrong.length > 0) throw new Error(`phases with no way on, or ends that go on: ${wrong.join(', ')}`);
}

function reachedBy(table: Readonly<Record<string, Transition>>): ReadonlySet<From> {
  const reached = new Set<From>(['unregistered']);
  for (const phase of reached) {
    for (const transition of Object.values(table)) {
      for (const next of nextPhases(transition, phase)) reached.add(next);
    }
  }
  return reached;
}

function leadsOn(table: Readonly<Record<string, Transition>>, phase: Phase): boolean {
  return Object.entries(table).some(
    ([command, transition]) =>
      command !== 'RingClock' && nextPhases(transition, phase).some((next) => next !== phase),
  );
}
