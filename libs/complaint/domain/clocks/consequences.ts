import type { Instant } from '#kernel';
import type { ComplaintEvent } from '../case/events.js';
import { isDecided, type Phase, type RegisteredComplaint } from '../case/state.js';
import type { Clock, EscalatedTo } from './clock.js';

/**
 * A clock ran out: the miss, and what the rule says follows from it (deadlines.md 5, breach effect).
 * @param endedAt when the case came to its end, if that is how it was noticed
 */
export function miss(clocks: readonly Clock[], clock: Clock, endedAt?: Instant): ComplaintEvent[] {
  const missed: ComplaintEvent = {
    type: 'ClockMissed',
    data: {
      clock: clock.clock,
      code: clock.code,
      dueOn: clock.dueOn,
      at: clock.dueAt,
      consequence: clock.onMiss,
      ...(endedAt === undefined ? {} : { endedAt }),
      open: clock.open,
      revision: clock.revision,
    },
  };
  return [missed, ...consequence(clocks, clock)];
}

function consequence(clocks: readonly Clock[], clock: Clock): ComplaintEvent[] {
  switch (clock.onMiss) {
    case 'note-silence-and-continue':
      return isLongest(clocks, clock)
        ? [{ type: 'RespondentReplyOverdue', data: { at: clock.dueAt } }]
        : [escalated(clock, ['handler'])];
    case 'return-to-review':
      return isLongest(clocks, clock)
        ? [{ type: 'SupplementOverdue', data: { at: clock.dueAt } }]
        : [escalated(clock, ['handler'])];
    case 'escalate-to-section-head':
      return [escalated(clock, ['section-head'])];
    case 'escalate-to-superior-of-approver':
      return [escalated(clock, ['superior-of-approver'])];
    case 'statutory-breach':
      return [escalated(clock, ['leader', 'superior-office'])];
    case 'supervise':
    case 'enforcement-lead':
      return [escalated(clock, ['leader'])];
    case 'escalate-to-superior-office':
      return [escalated(clock, ['leader', 'superior-office'])];
    case 'start-mediation':
      return isLongest(clocks, clock)
        ? [
            { type: 'SettlementReportOverdue', data: { at: clock.dueAt } },
            escalated(clock, ['handler', 'section-head']),
          ]
        : [escalated(clock, ['handler'])];
    case 'end-mediation':
      return [escalated(clock, ['handler', 'section-head'])];
    case 'deem-served':
      // The document is served by it, which moves the case on: see `ring`.
      return [];
  }
}

/**
 * A respondent's silence is noted when the longest term given has run out: an earlier term of another
 * rulebook (perhaps an unverified one) warns, but takes nothing from the respondent (G19). The terms started
 * by one fact are compared whatever has become of them, so that late rings in any order note it once.
 */
export function isLongest(clocks: readonly Clock[], clock: Clock): boolean {
  return !clocks.some(
    (other) =>
      other.code === clock.code &&
      other.status !== 'cancelled' &&
      other.startAt === clock.startAt &&
      (other.dueAt > clock.dueAt || (other.dueAt === clock.dueAt && other.clock > clock.clock)),
  );
}

function escalated(clock: Clock, to: readonly EscalatedTo[]): ComplaintEvent {
  return { type: 'Escalated', data: { clock: clock.clock, to, consequence: clock.onMiss } };
}

/** A date that was thought to be kept proves to be missed: those are told whom the rule names; nothing is undone. */
export function breach(clock: Clock): ComplaintEvent[] {
  switch (clock.onMiss) {
    case 'escalate-to-section-head':
    case 'escalate-to-superior-of-approver':
    case 'statutory-breach':
    case 'supervise':
    case 'enforcement-lead':
    case 'escalate-to-superior-office':
      return consequence([], clock);
    default:
      return [escalated(clock, ['handler'])];
  }
}

/** What followed from a miss that proves to be none is taken back, as far as the case still rests on it. */
export function undone(state: RegisteredComplaint, clock: Clock, at: Instant): ComplaintEvent[] {
  if (!isDecided(state) || !isLongest(state.clocks, clock)) return [];
  const { clock: name, onMiss: consequence } = clock;
  const withdrawn = (backTo?: Phase): ComplaintEvent => ({
    type: 'ConsequenceWithdrawn',
    data: {
      clock: name,
      consequence,
      ...(backTo ? { backTo } : {}),
      ...(consequence === 'note-silence-and-continue' && state.reply ? { replied: true } : {}),
    },
  });
  switch (consequence) {
    case 'note-silence-and-continue':
      return state.replyOverdueAt !== undefined ? [withdrawn()] : [];
    case 'start-mediation':
      return state.settlementOverdueAt !== undefined ? [withdrawn()] : [];
    case 'end-mediation':
      return state.phase === 'mediation-failed' && state.mediation?.failure?.reason === 'term-over'
        ? [withdrawn(state.mediation.openedAt ? 'mediating' : 'facts-established'), ...rulings(state, at)]
        : [];
    default:
      return [];
  }
}

/** A08: mediation goes on, so no ruling is due. */
function rulings({ clocks }: RegisteredComplaint, at: Instant): ComplaintEvent[] {
  return clocks
    .filter(
      ({ start, status }) => start === 'mediation-failed' && (status === 'running' || status === 'paused'),
    )
    .map(({ clock, open, revision }) => ({
      type: 'ClockCancelled',
      data: { clock, reason: 'mediation-goes-on', at, open, revision },
    }));
}
