import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { ClocksEvents } from './events.js';
import { tick, type ClockEvent } from './tick.js';

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
  ClockMet: ticking('ClockMet'),
  ClockMissed: ticking('ClockMissed'),
  ClockCancelled: ticking('ClockCancelled'),
  Escalated: (state) => state,
};
