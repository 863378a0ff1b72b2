import { all, type Acts } from '../case/act.js';
import { ENDS_WITHOUT_FORM } from '../case/phases.js';
import { clocksRest } from '../clocks/resting.js';
import { archiveCase, isArchivist, isClosedWhereNeeded } from './archive.js';
import type { ArchiveCommands } from './commands.js';
import {
  approveDestruction,
  destructionCanBeApproved,
  destructionCanBeProposed,
  proposeDestruction,
  recordDestruction,
} from './destruction.js';

export const archiveActs: Acts<ArchiveCommands> = {
  ArchiveCase: {
    from: ['closed', 'withdrawn', ...ENDS_WITHOUT_FORM],
    to: ['archived'],
    guard: all(isClosedWhereNeeded, isArchivist, clocksRest),
    decide: archiveCase,
  },
  ProposeDestruction: {
    from: ['archived'],
    to: ['same'],
    guard: destructionCanBeProposed,
    decide: proposeDestruction,
  },
  ApproveDestruction: {
    from: ['archived'],
    to: ['same'],
    guard: destructionCanBeApproved,
    decide: approveDestruction,
  },
  RecordDestruction: { by: 'system', from: ['archived'], to: ['same'], decide: recordDestruction },
};
