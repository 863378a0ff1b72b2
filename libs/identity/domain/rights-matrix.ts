import { OPERATOR_RIGHTS } from './operator-rights.js';
import type { About, Cell, Right } from './right.js';

type Row = readonly [
  hotlineAgent: Cell,
  registrar: Cell,
  officer: Cell,
  sectionHead: Cell,
  leader: Cell,
  bureauLeader: Cell,
  auditor: Cell,
  administrator: Cell,
];

function right(about: About, ...row: Row): Right {
  const [hotlineAgent, registrar, officer, sectionHead, leader, bureauLeader, auditor, administrator] = row;
  return {
    about,
    cells: {
      'hotline-agent': hotlineAgent,
      registrar,
      officer,
      'section-head': sectionHead,
      leader,
      'bureau-leader': bureauLeader,
      auditor,
      administrator,
      operator: 'none',
      'operator-manager': 'none',
    },
  };
}

/** A case in which the person has a call to make counts among the own ones: he reads what he has to talk about (H02). */
function called(...row: Row): Right {
  return { ...right('case', ...row), callers: true };
}

/**
 * Roles × actions. What is not here is refused. Who does what follows the procedure's rules G01–G35; the
 * auditor only reads and never sees contacts; the administrator runs the system and never sees a case (separation of duties).
 * Duties that depend on the case (the leader who decides did not review, who issues did not draft, only who
 * has a case in hand draws up its documents) are kept by the case itself.
 */
// prettier-ignore
const RIGHTS_DATA = {
  //                                                  坐席          受理员    承办人      科长      分管领导  主管领导  审计      管理员
  'complaint.register':               right('office', 'office',     'office', 'none',     'none',   'none',   'none',   'never',  'never'),
  'complaint.list':                   right('office', 'registered', 'office', 'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'complaint.read':                   called(       'registered', 'office', 'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'complaint.read-history':           right('case',   'none',       'none',   'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'complaint.read-clocks':            called(       'registered', 'office', 'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'complaint.reveal-contact':         called(       'registered', 'office', 'assigned', 'office', 'office', 'none',   'never',  'never'),
  'complaint.begin-review':           right('case',   'none',       'office', 'none',     'none',   'none',   'none',   'never',  'never'),
  'complaint.request-supplement':     right('case',   'none',       'office', 'none',     'none',   'none',   'none',   'never',  'never'),
  'complaint.receive-supplement':     right('case',   'none',       'office', 'none',     'none',   'none',   'none',   'never',  'never'),
  'complaint.complete-review':        right('case',   'none',       'office', 'none',     'none',   'none',   'none',   'never',  'never'),
  'complaint.return-review':          right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.decide-acceptance':      right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.move-to-rulebooks':      right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.assign-handlers':        right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'complaint.request-filing':         right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.approve-filing':         right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.record-agent':           right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-representatives': right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.request-recusal':        right('case',   'none',       'office', 'assigned', 'office', 'office', 'none',   'never',  'never'),
  'complaint.decide-recusal':         right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'complaint.pause':                  right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'document.draft':                   right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'document.issue':                   right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'document.record-service':          right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-reply':           right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.identify-respondent':    right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-referral-report': right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-transfer-result': right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.investigate':            right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.establish-facts':        right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-settlement':      right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.check-settlement':       right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.mediate':                right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.issue-ruling':           right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.terminate-mediation':    right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-withdrawal':      right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-waiver':          right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.revoke-filing':          right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.record-immediate-action':right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.close-transfer':         right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.record-finding':         right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.link':                   right('case',   'none',       'office', 'assigned', 'office', 'none',   'none',   'never',  'never'),
  'complaint.record-responsibility':  right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'complaint.request-closing':        right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.approve-closing':        right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.archive':                right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.reopen':                 right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.propose-destruction':    right('case',   'none',       'none',   'none',     'office', 'none',   'none',   'never',  'never'),
  'complaint.approve-destruction':    right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'deposit.assess':                   right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'deposit.submit-decision':          right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'deposit.sign-decision':            right('case',   'none',       'none',   'none',     'none',   'none',   'office', 'never',  'never'),
  'attachment.add':                   right('case',   'registered', 'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'attachment.read':                  right('case',   'registered', 'office', 'assigned', 'office', 'office', 'office', 'never',  'never'),
  'attachment.strike':                right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'callback.promise':                 called(         'registered', 'office', 'assigned', 'office', 'none',   'none',   'never',  'never'),
  'callback.require':                 right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'callback.assign':                  right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'callback.make':                    called(         'registered', 'office', 'assigned', 'office', 'none',   'none',   'never',  'never'),
  'callback.cancel':                  right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'callback.decline-reopening':       right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'callback.list':                    right('office', 'registered', 'office', 'assigned', 'office', 'office', 'office', 'office', 'never'),
  'complaint.record-transfer-receipt': right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.record-handover-return': right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.return-referral-report': right('case',   'none',       'none',   'assigned', 'none',   'office', 'none',   'never',  'never'),
  'complaint.answer-more-time':       right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.report-to-referrer':     right('case',   'none',       'office', 'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.return-to-sender':       right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.request-more-time':      right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.seek-designation':       right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.designate':              right('case',   'none',       'none',   'none',     'none',   'sub',    'none',   'never',  'never'),
  'complaint.urge':                   right('case',   'none',       'none',   'none',     'sub',    'sub',    'none',   'never',  'never'),
  'complaint.answer-urge':            right('case',   'none',       'office', 'assigned', 'office', 'office', 'none',   'never',  'never'),
  'complaint.recall':                 right('case',   'none',       'none',   'none',     'none',   'sub',    'none',   'never',  'never'),
  'complaint.reassign':               right('case',   'none',       'none',   'none',     'none',   'sub',    'none',   'never',  'never'),
  'complaint.request-extension':      right('case',   'none',       'none',   'assigned', 'none',   'none',   'none',   'never',  'never'),
  'complaint.answer-extension':       right('case',   'none',       'none',   'none',     'none',   'sub',    'none',   'never',  'never'),
  'complaint.decide-extension':       right('case',   'none',       'none',   'none',     'none',   'office', 'none',   'never',  'never'),
  'complaint.record-extension-answer': right('case',  'none',       'none',   'assigned', 'office', 'none',   'none',   'never',  'never'),
  'complaint.correct-record':         right('case',   'none',       'none',   'none',     'office', 'office', 'none',   'never',  'never'),
  'supervision.list':                 right('office', 'none',       'none',   'none',     'sub',    'sub',    'none',   'none',   'never'),
  'escalation.list':                  right('office', 'none',       'assigned', 'assigned', 'office', 'office', 'office', 'none',   'never'),
  'deadline.list':                    right('office', 'none', 'office', 'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'rulebook.read-dry-run':            right('office', 'none',       'none',   'none',     'office', 'office', 'none',   'office', 'never'),
  'worklist.read':                    right('office', 'none', 'office', 'assigned', 'office+sub', 'office+sub', 'office', 'office', 'never'),
  'report.list-timers':               right('office', 'none',       'none',   'none',     'office', 'office', 'office', 'office', 'never'),
  'statistics.read':                  right('office', 'none',       'office', 'office',   'office+sub', 'office+sub', 'office+sub', 'office', 'never'),
  'quarterly-report.read':            right('office', 'none',       'office', 'none',     'office', 'office', 'office', 'office', 'never'),
  'quarterly-report.draft':           right('office', 'none',       'office', 'none',     'office', 'none',   'none',   'never',  'never'),
  'quarterly-report.publish':         right('office', 'none',       'none',   'none',     'none',   'office', 'office', 'never',  'never'),
  'quarterly-report.read-published':  right('public', 'none',       'none',   'none',     'none',   'none',   'none',   'none',   'none'),
  'deadline.calculate':               right('public', 'none',       'none',   'none',     'none',   'none',   'none',   'none',   'none'),
  'calendar.read':                    right('public', 'none',       'none',   'none',     'none',   'none',   'none',   'none',   'none'),
  'calendar.add-notice':              right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'never',  'system'),
  'calendar.read-rescheduling':       right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'system', 'system'),
  'clock.read-evaluation':            right('system', 'system',     'system', 'system',   'system', 'system', 'system', 'system', 'system'),
  'clock.move-evaluation':            right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'never',  'system'),
  'projection.status':                right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'none',   'system'),
  'projection.rebuild':               right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'never',  'system'),
  'queue.status':                     right('system', 'none',       'none',   'none',     'none',   'none',   'none',   'none',   'system'),
} as const satisfies Record<string, Right>;

/** Everything anybody can ask the system to do or show. */
export type Action = keyof typeof RIGHTS_DATA | keyof typeof OPERATOR_RIGHTS;

export const RIGHTS: Readonly<Record<Action, Right>> = { ...RIGHTS_DATA, ...OPERATOR_RIGHTS };
export const ACTIONS = Object.keys(RIGHTS) as readonly Action[];
