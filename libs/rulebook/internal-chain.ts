import { dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import type { Calendar } from '#calendar';
import { ruledDueDate, type RuledDueDate } from './terms.js';
import type { ClockCode, Rulebook } from './types.js';

/** What the leader may decide on a complaint. */
export type Decision = 'accept' | 'reject' | 'transfer' | 'refer-down';

/** Internal steps up to what stops the statutory clock (A01, A04): service of a rejection, sending of a transfer. */
const STEPS: Record<Decision, readonly ClockCode[]> = {
  accept: ['DL-REVIEW', 'DL-APPROVE'],
  'refer-down': ['DL-REVIEW', 'DL-APPROVE'],
  reject: ['DL-REVIEW', 'DL-APPROVE', 'DL-REJECT-SERVE'],
  transfer: ['DL-REVIEW', 'DL-APPROVE', 'DL-TRANSFER'],
};

export interface InternalStep extends RuledDueDate {
  readonly startOn: Day;
}

/** The internal chain to one decision when each step takes all its time. */
export interface InternalPath {
  readonly decision: Decision;
  readonly steps: readonly InternalStep[];
  readonly endsOn: Day;
  /** The chain ends after the last day of the limit. */
  readonly overruns: boolean;
}

export interface ChainOverrun {
  /** The statutory DL-ACCEPT; undefined where the rulebook has none. */
  readonly statutory: RuledDueDate | undefined;
  /** The earlier of the statutory DL-ACCEPT and that of the overlay; without either nothing overruns. */
  readonly limit: RuledDueDate | undefined;
  readonly paths: readonly InternalPath[];
  /** Some path overruns. */
  readonly overruns: boolean;
}

/** The rulebooks of a case. */
export interface ChainRulebooks {
  readonly internal: Rulebook;
  readonly statutory: Rulebook;
  readonly overlay?: Rulebook;
}

/** The law's limit counts from the receipt; the office's own chain starts when the complaint is registered. */
export interface Intake {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
}

/**
 * Whether the office's own chain (review, approval, and service or dispatch) can end later than the law
 * or the local rule allows (A01, E9). Known on the day of registration, so the case can warn then.
 * @throws CalendarError as dueDate
 */
export function overrunOfInternalChain(
  calendar: Calendar,
  { receivedAt, registeredAt }: Intake,
  { internal, statutory, overlay }: ChainRulebooks,
): ChainOverrun {
  const law = due(calendar, statutory, 'DL-ACCEPT', receivedAt);
  const local = overlay && due(calendar, overlay, 'DL-ACCEPT', receivedAt);
  const limit = earlier(law, local);
  const decisions = Object.keys(STEPS) as Decision[];
  const paths = decisions.map((decision): InternalPath => {
    const steps = stepsOf(calendar, registeredAt, internal, decision);
    const endsOn = steps.at(-1)?.due.dueOn ?? dayInChina(registeredAt);
    return { decision, steps, endsOn, overruns: limit !== undefined && endsOn > limit.due.dueOn };
  });
  return { statutory: law, limit, paths, overruns: paths.some((path) => path.overruns) };
}

function earlier(law?: RuledDueDate, local?: RuledDueDate): RuledDueDate | undefined {
  if (law === undefined || local === undefined) return law ?? local;
  return local.due.dueAt < law.due.dueAt ? local : law;
}

function stepsOf(
  calendar: Calendar,
  registeredAt: Instant,
  internal: Rulebook,
  decision: Decision,
): readonly InternalStep[] {
  const steps: InternalStep[] = [];
  let startAt = registeredAt;
  for (const code of STEPS[decision]) {
    const step = due(calendar, internal, code, startAt);
    if (step === undefined) continue;
    steps.push({ ...step, startOn: dayInChina(startAt) });
    startAt = startOfDayInChina(step.due.dueOn);
  }
  return steps;
}

function due(
  calendar: Calendar,
  rulebook: Rulebook,
  code: ClockCode,
  startAt: Instant,
): RuledDueDate | undefined {
  const rule = rulebook.terms.find((term) => term.code === code && term.appliesTo === 'all');
  return rule === undefined ? undefined : ruledDueDate(calendar, rulebook, rule, { startAt });
}
