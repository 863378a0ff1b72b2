import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { isOpen } from './ledger.js';

/** G37, G38: nothing is closed or put away while a term of it runs. */
export function clocksRest({ clocks }: RegisteredComplaint): ComplaintRefusal | null {
  const open = clocks.filter(isOpen);
  return open.length > 0 ? no('clocks-still-run', { clocks: open.map(({ clock }) => clock) }) : null;
}
