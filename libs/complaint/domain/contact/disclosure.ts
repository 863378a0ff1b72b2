import { dayInChina } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';

/**
 * Seeing a contact in full is an act with a purpose, and is recorded. One record stands for a person, a
 * complainant and a day: looking again on that day adds none.
 */
export function discloseContact(
  state: RegisteredComplaint,
  { subject, purpose }: CommandOf<'DiscloseContact'>['data'],
  { actor, now }: Context,
): ComplaintEvent[] | ComplaintRefusal {
  if (!state.registration.complainants.some((one) => one.subject === subject)) {
    return no('complainant-not-in-case', { subject });
  }
  return isDisclosed(state, actor.id, subject, now)
    ? []
    : [{ type: 'ContactDisclosed', data: { by: actor.id, at: now, subject, purpose } }];
}

/** The contact may be shown while this day's record stands: an old request sent again opens nothing. */
export function contactIsOpen(
  state: RegisteredComplaint,
  by: string,
  subject: string,
  now: string,
): ComplaintRefusal | null {
  return isDisclosed(state, by, subject, now) ? null : no('disclosure-of-another-day', { subject });
}

function isDisclosed(state: RegisteredComplaint, by: string, subject: string, now: string): boolean {
  const day = dayInChina(now);
  return (state.disclosures ?? []).some((one) => one.by === by && one.subject === subject && one.day === day);
}
