import { checkCourse, type Transition } from '#kernel';
import type { DirectComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

export type From = Phase | 'unreceived';

const LIVING = PHASES.filter((phase) => phase !== 'destroyed');

/**
 * What may be done in which phase: checked at start-up (every phase reachable, each with a way on), obeyed by the
 * decider, and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<DirectComplaintCommandType, Transition<From>>> = {
  ReceiveComplaint: { from: ['unreceived'], to: ['received'] },
  NotifyAcceptance: {
    from: ['received', 'items-awaited'],
    to: ['accepted', 'declined', 'items-awaited'],
  },
  ReceiveSupplement: { from: ['items-awaited'], to: ['received'] },
  /** What came by phone or with a visit can be taken in hand at once; a letter has to be answered first (B04). */
  AssignCase: {
    from: ['received', 'accepted', 'in-hand', 'investigated'],
    to: { received: ['in-hand'], accepted: ['in-hand'] },
  },
  RecordInvestigation: { from: ['in-hand', 'investigated'], to: ['investigated'] },
  MediateInternally: { from: ['investigated'], to: ['same'] },
  RecordOutcome: { from: ['investigated'], to: ['resolved'] },
  ArchiveCase: { from: ['resolved', 'declined'], to: ['archived'] },
  ProposeDestruction: { from: ['archived'], to: ['destruction-proposed'] },
  RefuseDestruction: { from: ['destruction-proposed'], to: ['archived'] },
  ApproveDestruction: { from: ['destruction-proposed'], to: ['destroyed'] },
  CorrectRecord: { from: LIVING, to: ['same'] },
  DiscloseContact: { from: LIVING, to: ['same'] },
};

/** Nothing more leads on from here. */
export const ENDS: readonly Phase[] = ['destroyed'];

/** Throws when nothing leads to a phase, or nothing leads on from one that is no end. */
export function checkTransitions(table: Readonly<Record<string, Transition<From>>> = TRANSITIONS): void {
  checkCourse({ start: 'unreceived', phases: PHASES, ends: ENDS, table });
}
