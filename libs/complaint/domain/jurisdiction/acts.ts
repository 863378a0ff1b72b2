import type { Acts } from '../case/act.js';
import { UNDECIDED } from '../case/phases.js';
import type { JurisdictionCommands } from './commands.js';
import { designateJurisdiction, disputeIsOpen, seekDesignation } from './designation.js';

export const jurisdictionActs: Acts<JurisdictionCommands> = {
  SeekDesignation: {
    from: [...UNDECIDED, 'awaiting-approval'],
    to: ['awaiting-designation'],
    guard: disputeIsOpen,
    decide: seekDesignation,
  },
  DesignateJurisdiction: {
    by: 'superior',
    from: [...UNDECIDED, 'awaiting-approval', 'awaiting-designation'],
    to: {
      registered: ['same', 'handed-over'],
      'under-review': ['same', 'handed-over'],
      'awaiting-supplement': ['same', 'handed-over'],
      'awaiting-approval': ['under-review', 'handed-over'],
      'awaiting-designation': ['under-review', 'handed-over'],
    },
    guard: disputeIsOpen,
    decide: designateJurisdiction,
  },
};
