import type { Cell, Right } from './right.js';

/** People of an office do nothing here; auditor and administrator not even when they have another role. */
function right(about: 'operator-case' | 'operator', operator: Cell, manager: Cell): Right {
  return {
    about,
    cells: {
      'hotline-agent': 'none',
      registrar: 'none',
      officer: 'none',
      'section-head': 'none',
      leader: 'none',
      'bureau-leader': 'none',
      auditor: 'never',
      administrator: 'never',
      operator,
      'operator-manager': manager,
    },
  };
}

/**
 * What people of an operator may do (B01–B12): with the complaints brought to it, and with those that an office handles
 * against it. Only for the own operator; a case of an office is there only once its notice has been served (G16).
 */
// prettier-ignore
export const OPERATOR_RIGHTS = {
  //                                                       经营者       负责人
  'operator.register':             right('operator',      'operator', 'operator'),
  'operator.list':                 right('operator',      'operator', 'operator'),
  'operator.read':                 right('operator-case', 'operator', 'operator'),
  'operator.read-history':         right('operator-case', 'operator', 'operator'),
  'operator.reveal-contact':       right('operator-case', 'operator', 'operator'),
  'operator.notify-acceptance':    right('operator-case', 'operator', 'operator'),
  'operator.receive-supplement':   right('operator-case', 'operator', 'operator'),
  'operator.assign':               right('operator-case', 'none',     'operator'),
  'operator.investigate':          right('operator-case', 'operator', 'operator'),
  'operator.mediate':              right('operator-case', 'operator', 'operator'),
  'operator.record-outcome':       right('operator-case', 'operator', 'operator'),
  'operator.archive':              right('operator-case', 'operator', 'operator'),
  'operator.correct':              right('operator-case', 'operator', 'operator'),
  'operator.propose-destruction':  right('operator-case', 'operator', 'operator'),
  'operator.decide-destruction':   right('operator-case', 'none',     'operator'),
  // Complaints that an office handles against the operator
  'operator.list-cases':           right('operator',      'operator', 'operator'),
  'operator.read-case':            right('operator-case', 'operator', 'operator'),
  'operator.assign-case':          right('operator-case', 'none',     'operator'),
  'operator.investigate-case':     right('operator-case', 'operator', 'operator'),
  'operator.reply':                right('operator-case', 'operator', 'operator'),
  'operator.report-settlement':    right('operator-case', 'operator', 'operator'),
  'operator.attach-evidence':      right('operator-case', 'operator', 'operator'),
  'operator.read-attachment':      right('operator-case', 'operator', 'operator'),
} as const satisfies Record<string, Right>;
