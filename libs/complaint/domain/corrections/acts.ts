import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { CorrectionsCommands } from './commands.js';
import { correctRecord } from './correcting.js';

/** What is put away, or went on elsewhere, stays as it was. */
const CORRECTED = PHASES.filter((phase) => phase !== 'archived' && phase !== 'handed-over');

export const correctionsActs: Acts<CorrectionsCommands> = {
  CorrectRecord: {
    from: CORRECTED,
    // A pause that was longer than recorded can show that the time for mediation was not over.
    to: { 'mediation-failed': ['same', 'facts-established', 'mediating'] },
    decide: correctRecord,
  },
};
