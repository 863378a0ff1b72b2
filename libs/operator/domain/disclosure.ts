import { dayInChina } from '#kernel';
import type { Answer } from './act.js';
import type { DirectComplaintCommands } from './commands.js';
import type { Context } from './context.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** Seeing the contact in full is an act with a purpose. One record stands for a person and a day. */
export function discloseContact(
  state: ReceivedComplaint,
  { purpose }: DirectComplaintCommands['DiscloseContact'],
  { actor, now }: Context,
): Answer {
  if (isDisclosed(state, actor.id, now)) return [];
  return [{ type: 'OperatorContactDisclosed', data: { by: actor.id, at: now, purpose } }];
}

/** The contact may be shown while this day's record stands: an old request sent again opens nothing. */
export function contactIsOpen(
  state: ReceivedComplaint,
  by: string,
  now: string,
): DirectComplaintRefusal | null {
  return isDisclosed(state, by, now) ? null : no('disclosure-of-another-day');
}

function isDisclosed(state: ReceivedComplaint, by: string, now: string): boolean {
  const day = dayInChina(now);
  return state.disclosures.some((one) => one.by === by && one.day === day);
}
