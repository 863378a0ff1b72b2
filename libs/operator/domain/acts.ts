import type { Acts } from './act.js';
import {
  approveDestruction,
  archiveCase,
  proposeDestruction,
  refuseDestruction,
  retentionIsOver,
  secondPerson,
} from './archive.js';
import { isInvestigated } from './concerned.js';
import { correctRecord } from './correction.js';
import { discloseContact } from './disclosure.js';
import {
  assignCase,
  isResponsible,
  letterIsAnswered,
  mediateInternally,
  notifyAcceptance,
  receiveSupplement,
  recordInvestigation,
  recordOutcome,
} from './handling.js';
import { PHASES } from './state.js';

const LIVING = PHASES.filter((phase) => phase !== 'destroyed');

/**
 * The rule of everything that can be asked of a direct complaint: obeyed by the decider, checked at start-up, and
 * served to clients as "what can be done now". A command needs a line here.
 */
export const ACTS: Acts = {
  NotifyAcceptance: {
    from: ['received', 'items-awaited'],
    to: ['accepted', 'declined', 'items-awaited'],
    decide: notifyAcceptance,
  },
  ReceiveSupplement: { from: ['items-awaited'], to: ['received'], decide: receiveSupplement },
  AssignCase: {
    from: ['received', 'accepted', 'in-hand', 'investigated'],
    to: { received: ['in-hand'], accepted: ['in-hand'] },
    guard: letterIsAnswered,
    decide: assignCase,
  },
  RecordInvestigation: {
    from: ['in-hand', 'investigated'],
    to: ['investigated'],
    guard: isResponsible,
    decide: recordInvestigation,
  },
  MediateInternally: {
    from: ['investigated'],
    to: ['same'],
    guard: isResponsible,
    decide: mediateInternally,
  },
  RecordOutcome: {
    from: ['investigated'],
    to: ['resolved'],
    guard: (state, context) => isResponsible(state, context) ?? isInvestigated(state),
    decide: recordOutcome,
  },
  ArchiveCase: { from: ['resolved', 'declined'], to: ['archived'], decide: archiveCase },
  ProposeDestruction: {
    from: ['archived'],
    to: ['destruction-proposed'],
    guard: retentionIsOver,
    decide: proposeDestruction,
  },
  RefuseDestruction: { from: ['destruction-proposed'], to: ['archived'], decide: refuseDestruction },
  ApproveDestruction: {
    from: ['destruction-proposed'],
    to: ['destroyed'],
    guard: secondPerson,
    decide: approveDestruction,
  },
  CorrectRecord: { from: LIVING, to: ['same'], decide: correctRecord },
  DiscloseContact: { from: LIVING, to: ['same'], decide: discloseContact },
};
