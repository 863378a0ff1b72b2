import { addDays, dayInChina, isDay, type Day } from '#kernel';
import type { Answer } from './act.js';
import type { DirectComplaintCommands } from './commands.js';
import type { Context } from './context.js';
import { USUAL_RETENTION } from './facts.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** B12: one case, one file; kept for three years from the day it is archived unless said otherwise, never below two. */
export function archiveCase(
  _state: ReceivedComplaint,
  { archivedAt, retentionYears = USUAL_RETENTION }: DirectComplaintCommands['ArchiveCase'],
  { now, actor }: Context,
): Answer {
  const at = archivedAt ?? now;
  const keepUntil = sameDayYearsLater(dayInChina(at), retentionYears);
  return [{ type: 'OperatorArchived', data: { archivedAt: at, by: actor.id, retentionYears, keepUntil } }];
}

/**
 * The last day of a term of years that begins on that day: the same day, and where that year has none (29 February)
 * the last of the month (民法典 202).
 */
export function sameDayYearsLater(day: Day, years: number): Day {
  const later = `${String(+day.slice(0, 4) + years).padStart(4, '0')}${day.slice(4)}`;
  const exists: boolean = isDay(later);
  return exists ? later : `${later.slice(0, 8)}28`;
}

/** B12, A16: a file may be destroyed once its term has run out: from the day after its last day. */
export function retentionIsOver(
  { archive }: ReceivedComplaint,
  { now }: Context,
): DirectComplaintRefusal | null {
  if (!archive || dayInChina(now) > archive.keepUntil) return null;
  return no('retention-not-over', { keepUntil: archive.keepUntil, from: addDays(archive.keepUntil, 1) });
}

/** A16: destroying a file is an act of its own, proposed by one person … */
export function proposeDestruction(
  _state: ReceivedComplaint,
  { reason }: DirectComplaintCommands['ProposeDestruction'],
  { now, actor }: Context,
): Answer {
  return [{ type: 'OperatorDestructionProposed', data: { by: actor.id, at: now, reason } }];
}

/** … and approved by another, */
export function secondPerson(state: ReceivedComplaint, { actor }: Context): DirectComplaintRefusal | null {
  const proposer = state.destructions.at(-1)?.proposedBy;
  return proposer === actor.id ? no('destruction-needs-second-person', { proposer }) : null;
}

export function approveDestruction(
  state: ReceivedComplaint,
  _data: DirectComplaintCommands['ApproveDestruction'],
  { now, actor }: Context,
): Answer {
  const proposedBy = state.destructions.at(-1)?.proposedBy ?? '';
  return [{ type: 'OperatorFileDestroyed', data: { proposedBy, approvedBy: actor.id, at: now } }];
}

/** … or refused or taken back; the file then stays in the archive. */
export function refuseDestruction(
  _state: ReceivedComplaint,
  { reason }: DirectComplaintCommands['RefuseDestruction'],
  { now, actor }: Context,
): Answer {
  return [{ type: 'OperatorDestructionRefused', data: { by: actor.id, at: now, reason } }];
}
