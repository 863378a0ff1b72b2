import type { Evolving } from '../case/evolving.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { CorrectionsEvents } from './events.js';
import { RECORDS } from './records.js';

export const correctionsEvolve: Evolving<CorrectionsEvents> = {
  RecordCorrected: (state, correction) => {
    const corrected = RECORDS[correction.record].write(state, correction, correction.is);
    const told = { ...corrected, corrections: [...(state.corrections ?? []), correction] };
    return correction.replyLate === undefined ? told : withLateness(told, correction.replyLate);
  },
};

function withLateness(state: RegisteredComplaint, late: boolean): RegisteredComplaint {
  return isDecided(state) && state.reply ? { ...state, reply: { ...state.reply, late } } : state;
}
