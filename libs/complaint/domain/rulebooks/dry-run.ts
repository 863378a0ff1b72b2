import type { Day, Sealed } from '#kernel';
import type { Rulebook, Verification } from '#rulebook';
import type { Context } from '../case/context.js';
import { pinnedOf } from '../case/rulebooks.js';
import type { ComplaintRefusal } from '../case/refusals.js';
import type { Phase, RegisteredComplaint } from '../case/state.js';
import { evolve } from '../case/evolve.js';
import type { Clock } from '../clocks/clock.js';
import { inTime } from '../clocks/ledger.js';
import type { PinnedRulebooks } from '../intake/facts.js';
import { checkTarget, moved } from './move.js';

/** A clock as it stands, or as it would stand. */
export interface DryClock {
  readonly rulebook: string;
  readonly rulebookVersion: number;
  readonly dueOn: Day;
  /** It stands still; its due day moves on with every day of the pause. */
  readonly paused: boolean;
  /** It has run out, or would have run out already. */
  readonly overdue: boolean;
  readonly verification: Verification;
  readonly provisional: boolean;
}

/** What would become of one clock: replaced, ended (no `after`), or new (no `before`). */
export interface ClockChange {
  readonly code: Clock['code'];
  readonly before?: DryClock;
  readonly after?: DryClock;
}

/** What the move would do to one case. */
export interface CaseChange {
  readonly complaintId: string;
  readonly number: string;
  readonly phase: Phase;
  readonly from: PinnedRulebooks;
  readonly to: PinnedRulebooks;
  readonly clocks: readonly ClockChange[];
  /** A clock would have run out of which nothing had run out before. */
  readonly becomesOverdue: boolean;
  /** Why the move would be refused today; absent where it would not. */
  readonly refused?: ComplaintRefusal['refused'];
}

/** Nothing is stored: the reason that a real move needs. */
const NO_REASON: Sealed = { $sealed: 1, subject: '', field: '', iv: '', text: '', commitment: '' };

/** What would happen to an open case if it were moved to this rulebook today; null when nothing would. */
export function dryRun(state: RegisteredComplaint, rulebook: Rulebook, context: Context): CaseChange | null {
  const from = pinnedOf(state);
  const to = { ...from, [rulebook.kind]: rulebook.id };
  const events = moved(state, to, NO_REASON, context);
  if (events.length === 0) return null;
  const after = events.reduce(evolve, state) as RegisteredComplaint;
  const clocks = changesOf(state.clocks, after.clocks, context);
  const { complaintId, number } = state.registration;
  const becomesOverdue = clocks.some(
    (change) => change.after?.overdue && !wasOverdue(state, change, context),
  );
  const refusal = checkTarget(state, to, context);
  const refused = refusal === null ? {} : { refused: refusal.refused };
  return { complaintId, number, phase: state.phase, from, to, clocks, becomesOverdue, ...refused };
}

function changesOf(
  before: readonly Clock[],
  after: readonly Clock[],
  context: Context,
): readonly ClockChange[] {
  const ended = before.filter((clock, index) => clock.status !== after[index]?.status);
  const begun = after.slice(before.length);
  const codes = [...new Set([...ended, ...begun].map(({ code }) => code))];
  return codes.flatMap((code) => {
    const of = (clocks: readonly Clock[]) => clocks.filter((clock) => clock.code === code);
    const [olds, news] = [of(ended), of(begun)];
    return Array.from({ length: Math.max(olds.length, news.length) }, (_, index) => ({
      code,
      ...shown('before', olds[index], context),
      ...shown('after', news[index], context),
    }));
  });
}

function shown(name: 'before' | 'after', clock: Clock | undefined, context: Context): Partial<ClockChange> {
  if (clock === undefined) return {};
  const { rulebook, rulebookVersion, dueOn, verification, provisional } = clock;
  const paused = clock.status === 'paused';
  const overdue = !paused && !inTime(clock, context.now);
  return { [name]: { rulebook, rulebookVersion, dueOn, paused, overdue, verification, provisional } };
}

function wasOverdue({ clocks }: RegisteredComplaint, { code }: ClockChange, { now }: Context): boolean {
  return clocks.some(
    (clock) =>
      clock.code === code &&
      (clock.status === 'missed' || (clock.status === 'running' && !inTime(clock, now))),
  );
}
