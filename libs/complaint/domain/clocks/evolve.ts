import { decidedCase, type Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { ClocksEvents } from './events.js';
import type { ClockEvent } from './standing.js';
import { tick } from './tick.js';

const ticking =
  <Type extends ClockEvent['type']>(type: Type) =>
  (state: RegisteredComplaint, data: ClocksEvents[Type]): RegisteredComplaint => ({
    ...state,
    clocks: tick(state.clocks, { type, data } as ClockEvent),
  });

export const clocksEvolve: Evolving<ClocksEvents> = {
  ClockStarted: ticking('ClockStarted'),
  ClockReminded: ticking('ClockReminded'),
  ClockPaused: ticking('ClockPaused'),
  ClockResumed: ticking('ClockResumed'),
  ClockRescheduled: ticking('ClockRescheduled'),
  ClockNotMoved: ticking('ClockNotMoved'),
  ClockReassessed: ticking('ClockReassessed'),
  ClockDelayAnnounced: ticking('ClockDelayAnnounced'),
  ClockMet: ticking('ClockMet'),
  ClockMissed: ticking('ClockMissed'),
  ClockCancelled: ticking('ClockCancelled'),
  ConsequenceWithdrawn: withdrawn,
  Escalated: (state) => state,
};

function withdrawn(
  state: RegisteredComplaint,
  { consequence }: ClocksEvents['ConsequenceWithdrawn'],
): RegisteredComplaint {
  const decided = decidedCase(state, 'ConsequenceWithdrawn');
  switch (consequence) {
    case 'note-silence-and-continue':
      return { ...decided, replyOverdueAt: undefined };
    case 'start-mediation':
      return { ...decided, settlementOverdueAt: undefined };
    case 'end-mediation':
      return decided.mediation
        ? { ...decided, mediation: { ...decided.mediation, failure: undefined } }
        : decided;
    default:
      return decided;
  }
}
