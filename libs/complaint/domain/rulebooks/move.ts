import { dayInChina, type Sealed } from '#kernel';
import {
  inForce,
  START_FACTS,
  termsStartedBy,
  type Rulebook,
  type RulebookKind,
  type StartFact,
  type TermRule,
} from '#rulebook';
import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { isEnded } from '../case/phases.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { pinnedOf, rulebooksOf } from '../case/rulebooks.js';
import { isDecided, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { isOfCall, outlivesTheEnd } from '../callbacks/promise-clock.js';
import { clockFromThen } from '../clocks/from-then.js';
import { inTime, isRunning } from '../clocks/ledger.js';
import { recounted } from '../clocks/reschedule.js';
import type { PinnedRulebooks } from '../intake/facts.js';
import { rulingFollows } from '../mediation/failure.js';
import { carrying, delaysTold, extensionsEnding } from './carrying.js';
import { isOver, momentsOf, type Happening } from './known-facts.js';

/** The reason of the clock event by which a clock of a left rulebook ends. */
const MIGRATED = 'rulebook-migrated';

/**
 * Moves an open case to other rulebooks, or to the present version of its own (deadlines.md 1): the leader says why.
 * Moved there already: nothing happens.
 */
export function moveToRulebooks(
  state: RegisteredComplaint,
  { to, reason }: CommandOf<'MoveToRulebooks'>['data'],
  context: Context,
): Answer {
  return checkTarget(state, to, context) ?? moved(state, to, reason, context);
}

/**
 * What the move does. Clocks that run under a rulebook left, or under an earlier version, are superseded, except those
 * that have run out, by the calendar as it is known now, and are only waiting to be noticed. The terms of the rulebooks joined run from their original
 * moments, as far as what they wait for is still open; one that would have run out already is missed at its first ring.
 * @param correctionId the correction that the move follows
 */
export function moved(
  state: RegisteredComplaint,
  to: PinnedRulebooks,
  reason: Sealed,
  context: Context,
  correctionId?: string,
): ComplaintEvent[] {
  const from = pinnedOf(state);
  const rulebooks = rulebooksOf(to, context);
  const left = clocksLeft(state, to, rulebooks, context);
  const joined = rulebooks.filter(
    ({ id }) => !idsOf(from).includes(id) || left.some(({ rulebook }) => rulebook === id),
  );
  if (joined.length === 0 && left.length === 0 && isSame(from, to)) return [];
  const versions = Object.fromEntries(rulebooks.map(({ id, version }) => [id, version]));
  const { now, actor } = context;
  const ended = extensionsEnding(state, left, joined, context);
  const why = {
    ...(ended.length > 0 ? { extensionsEnded: ended } : {}),
    ...(correctionId === undefined ? {} : { correctionId }),
    reason,
  };
  return unfold(
    state,
    left.map(superseded),
    [
      {
        type: 'RulebookMigrated',
        data: { from, to, versions, ...why, by: actor.id, at: now },
      },
    ],
    ...joined.flatMap((rulebook) => START_FACTS.map((fact) => joining(state, rulebook, fact, context))),
    // Whose procedure governs decides whether a ruling has a term, in rulebooks that the case had before as well.
    ...rulebooks.map((rulebook) => joining(state, rulebook, 'mediation-failed', context)),
  );
}

/** Still open, and of a rulebook or a version under which the case will not run any more. */
function clocksLeft(
  state: RegisteredComplaint,
  to: PinnedRulebooks,
  rulebooks: readonly Rulebook[],
  context: Context,
): readonly Clock[] {
  // A call that is owed stays owed in its time, whatever governs (H05, H07).
  const stays = (clock: Clock) =>
    isOfCall(clock) ||
    (rulebooks.some(({ id, version }) => id === clock.rulebook && version === clock.rulebookVersion) &&
      (clock.start !== 'mediation-failed' || rulingFollows(to, context)));
  return state.clocks.filter((clock) => !stays(clock) && hasTimeLeft(state, clock, context));
}

/** Whether it has not run out; a clock that the calendar moves, and that was not reached yet, goes by its new date. */
function hasTimeLeft(state: RegisteredComplaint, clock: Clock, context: Context): boolean {
  if (clock.status === 'paused') return true;
  if (!isRunning(clock)) return false;
  const anew = recounted(state, clock, context);
  return inTime(anew?.type === 'ClockRescheduled' ? anew.data : clock, context.now);
}

function superseded({ clock, open, revision }: Clock): ComplaintEvent {
  return { type: 'ClockCancelled', data: { clock, reason: MIGRATED, open, revision } };
}

/** The clocks that a fact of the past starts under a rulebook that the case has joined. @param before the move */
function joining(before: RegisteredComplaint, rulebook: Rulebook, fact: StartFact, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    if (fact === 'mediation-failed' && !rulingFollows(pinnedOf(state), context)) return [];
    const caseClass = isDecided(state) ? state.decision.caseClass : 'all';
    const rules = termsStartedBy(rulebook, fact, caseClass);
    const startable = momentsOf(fact, state, rulebook.kind).flatMap((from) =>
      rules
        .filter((rule) => isOpenTo(rule, state) && !isOver(rule.stop, state, from.about))
        .map((rule) => ({ rule, from })),
    );
    const missing = startable.filter(({ rule, from }) => !runs(state, rulebook, rule.code, from));
    return unfold(
      state,
      ...missing.map(({ rule, from }) => (reached: Complaint) => {
        if (reached.phase === 'unregistered') return [];
        const { code, start } = rule;
        const delays = delaysTold(before, { code, start, basis: rulebook.kind, startAt: from.at, ...from });
        const begun = clockFromThen(reached, rulebook, rule, { ...from, delays }, context);
        const [started] = begun;
        return started?.type === 'ClockStarted'
          ? unfold(reached, begun, carrying(before, started.data.clock, context))
          : begun;
      }),
    );
  };
}

/** A case that has its outcome takes no term up again, except what is owed all the same. */
function isOpenTo({ code, onMiss }: TermRule, { phase }: RegisteredComplaint): boolean {
  return !isEnded(phase) || onMiss === 'deem-served' || outlivesTheEnd({ code });
}

/** Whether the case has that clock already: it came late to this version of its rulebook, and was moved before. */
function runs(
  state: RegisteredComplaint,
  { id, version }: Rulebook,
  code: string,
  { at, about }: Happening,
): boolean {
  return state.clocks.some(
    (clock) =>
      clock.rulebook === id &&
      clock.rulebookVersion === version &&
      clock.code === code &&
      clock.startAt === at &&
      (about === undefined || clock.about === about) &&
      clock.status !== 'cancelled',
  );
}

function idsOf({ internal, statutory, overlay }: PinnedRulebooks): readonly string[] {
  return [internal, statutory, ...(overlay === undefined ? [] : [overlay])];
}

function isSame(a: PinnedRulebooks, b: PinnedRulebooks): boolean {
  const governs = ({ procedure = 'statutory' }: PinnedRulebooks) => procedure;
  return (
    a.internal === b.internal &&
    a.statutory === b.statutory &&
    a.overlay === b.overlay &&
    governs(a) === governs(b)
  );
}

/** What stands against the move: each rulebook must be known, of its kind, and in force on the day of receipt or now. */
export function checkTarget(
  state: RegisteredComplaint,
  to: PinnedRulebooks,
  context: Context,
): ComplaintRefusal | null {
  const asked = (['internal', 'statutory', 'overlay'] as const).flatMap((kind) => {
    const id = to[kind];
    return id === undefined ? [] : [{ kind, id }];
  });
  for (const { kind, id } of asked) {
    const refusal = checkRulebook(state, kind, id, context);
    if (refusal) return refusal;
  }
  const governs = to.procedure === 'internal' ? context.rulebook(to.internal) : undefined;
  return governs && governs.procedure === undefined
    ? no('rulebook-cannot-govern', { rulebook: governs.id })
    : null;
}

function checkRulebook(
  { registration }: RegisteredComplaint,
  kind: RulebookKind,
  id: string,
  context: Context,
): ComplaintRefusal | null {
  if (!context.knowsRulebook(id)) return no('rulebook-not-known', { rulebook: id });
  const rulebook = context.rulebook(id);
  if (rulebook.kind !== kind)
    return no('rulebook-of-another-kind', { rulebook: id, kind: rulebook.kind, needed: kind });
  const days = [dayInChina(registration.receivedAt), dayInChina(context.now)];
  return days.some((day) => inForce(rulebook, day))
    ? null
    : no('rulebook-not-in-force', { rulebook: id, days });
}
