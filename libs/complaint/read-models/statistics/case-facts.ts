import type { Instant } from '#kernel';
import {
  advance,
  ENDS_WITHOUT_FORM,
  isEnding,
  isPutAway,
  UNDECIDED,
  type ComplaintEvent,
  type Correction,
  type Phase,
  type Progress,
  type Registration,
  type Scope,
} from '../../domain/index.js';

/** From a moment on, up to another; `to` is absent while it lasts, `as`: the phase that ended it. */
interface Stretch {
  readonly from: Instant;
  readonly to?: Instant;
  readonly as?: Phase;
}

/** What statistics need of one case (H21, G59): codes and moments. Nothing says who complained, or of whom. */
export interface CaseFacts {
  readonly receivedAt: Instant;
  readonly channel: string;
  readonly respondent: string | null;
  readonly claims: readonly string[];
  readonly fromOffice: boolean;
  readonly repeated: boolean;
  readonly undecided: readonly Stretch[];
  readonly work: readonly Stretch[];
  readonly decisions: readonly {
    readonly at: Instant;
    readonly outcome: string;
    readonly grounds: readonly string[];
    readonly scope: readonly string[];
  }[];
  readonly outcomes: readonly { readonly at: Instant; readonly since: Instant; readonly as: Phase }[];
  readonly recusals: readonly {
    readonly recusalId: string;
    readonly requestedAt: Instant;
    readonly decidedAt?: Instant;
    readonly granted?: boolean;
  }[];
  readonly satisfaction: readonly { readonly at: Instant; readonly said: string }[];
}

/** What the next event is folded into, besides the facts. */
export interface CaseCourse {
  readonly progress: Progress;
  /** Of the review that stands. */
  readonly scope: readonly Scope[];
  /** Links to an earlier complaint that this one repeats. */
  readonly duplicates: readonly string[];
}

export interface CountedCase {
  readonly facts: CaseFacts;
  readonly course: CaseCourse;
}

/** A case on the day of its receipt. */
export function received(registration: Registration): CountedCase {
  const { receivedAt, channel, respondent, claims, origin } = registration;
  return {
    facts: {
      receivedAt,
      channel,
      respondent: respondent.kind ?? null,
      claims: [...new Set(claims.map(({ kind }) => kind))],
      fromOffice: origin !== undefined,
      repeated: false,
      undecided: [{ from: receivedAt }],
      work: [{ from: receivedAt }],
      decisions: [],
      outcomes: [],
      recusals: [],
      satisfaction: [],
    },
    course: { progress: { phase: 'registered', served: [], answered: false }, scope: [], duplicates: [] },
  };
}

/** The case after one more event, which happened at that moment. */
export function after(counted: CountedCase, event: ComplaintEvent, at: Instant): CountedCase {
  const { facts, course } = told(counted, event);
  const progress = advance(course.progress, event);
  return {
    facts: moved(facts, course.progress.phase, progress.phase, at),
    course: { ...course, progress },
  };
}

/** Whether nothing is to come of the case that would count, but calls. */
export function isOver({ undecided, work }: CaseFacts): boolean {
  return [...undecided, ...work].every(({ to }) => to !== undefined);
}

/** The latest moment of anything that counts. */
export function lastOf({ receivedAt, ...facts }: CaseFacts): Instant {
  const moments = [
    ...[...facts.undecided, ...facts.work].flatMap(({ from, to = from }) => [from, to]),
    ...[...facts.decisions, ...facts.outcomes, ...facts.satisfaction].map(({ at }) => at),
    ...facts.recusals.map(({ requestedAt, decidedAt = requestedAt }) => decidedAt),
  ];
  return moments.reduce((latest, at) => (at > latest ? at : latest), receivedAt);
}

/** What the event says itself, wherever it leads. */
function told({ facts, course }: CountedCase, event: ComplaintEvent): CountedCase {
  const fact = (more: Partial<CaseFacts>): CountedCase => ({ facts: { ...facts, ...more }, course });
  switch (event.type) {
    case 'PreliminaryReviewCompleted':
      return { facts, course: { ...course, scope: event.data.scope } };
    case 'AcceptanceDecided': {
      const { decidedAt: at, outcome, reasons: grounds } = event.data;
      return fact({ decisions: [...facts.decisions, { at, outcome, grounds, scope: course.scope }] });
    }
    case 'RecusalRequested': {
      const { recusalId, requestedAt } = event.data;
      return fact({ recusals: [...facts.recusals, { recusalId, requestedAt }] });
    }
    case 'RecusalDecided': {
      const { recusalId, decidedAt, granted } = event.data;
      return fact({
        recusals: facts.recusals.map((one) =>
          one.recusalId === recusalId ? { ...one, decidedAt, granted } : one,
        ),
      });
    }
    case 'CallbackCompleted': {
      const { completedAt: at, satisfaction: said } = event.data;
      return said ? fact({ satisfaction: [...facts.satisfaction, { at, said }] }) : { facts, course };
    }
    case 'ComplaintLinked':
      return event.data.kind === 'duplicate'
        ? repeats({ facts, course }, [...course.duplicates, event.data.linkId])
        : { facts, course };
    case 'ComplaintUnlinked':
      return repeats(
        { facts, course },
        course.duplicates.filter((link) => link !== event.data.linkId),
      );
    case 'RecordCorrected':
      return fact(corrected(facts, event.data));
    default:
      return { facts, course };
  }
}

function repeats({ facts, course }: CountedCase, duplicates: readonly string[]): CountedCase {
  return { facts: { ...facts, repeated: duplicates.length > 0 }, course: { ...course, duplicates } };
}

/** What was recorded wrongly and put right (H17): with the receipt, all that runs from it; with the service of a rejection, the end. */
function corrected(facts: CaseFacts, { record, kind, is }: Correction): Partial<CaseFacts> {
  if (record === 'ComplaintRegistered') {
    const { receivedAt = facts.receivedAt, channel = facts.channel } = is;
    const anew = (at: Instant) => (at === facts.receivedAt ? receivedAt : at);
    return {
      ...{ receivedAt, channel },
      undecided: facts.undecided.map((one) => ({ ...one, from: anew(one.from) })),
      work: facts.work.map((one) => ({ ...one, from: anew(one.from) })),
      outcomes: facts.outcomes.map((one) => ({ ...one, since: anew(one.since) })),
    };
  }
  const [ended, last] = [facts.work.at(-1), facts.outcomes.at(-1)];
  const isEnd = record === 'DocumentServed' && kind === 'D06' && ended?.as === 'rejection-served';
  if (!isEnd || !is.servedAt || !last) return {};
  return {
    work: facts.work.with(-1, { ...ended, to: is.servedAt }),
    outcomes: facts.outcomes.with(-1, { ...last, at: is.servedAt }),
  };
}

/** What follows from the phase that the case has come to. */
function moved(facts: CaseFacts, was: Phase, is: Phase, at: Instant): CaseFacts {
  if (was === is) return facts;
  const work = stretched(facts.work, has(LEFT, was), has(LEFT, is), at, is);
  const undecided = stretched(facts.undecided, !has(WAITING, was), !has(WAITING, is), at, is);
  return { ...facts, undecided, work, outcomes: cameOut(facts, is, at) };
}

/** Before the leader's decision. */
const WAITING: readonly Phase[] = [...UNDECIDED, 'awaiting-approval', 'awaiting-designation'];
/** No work of this office any more. */
const LEFT: readonly Phase[] = [...ENDS_WITHOUT_FORM, 'closed', 'archived'];

function has(phases: readonly Phase[], phase: Phase): boolean {
  return phases.includes(phase);
}

/** The stretches after a step from inside (or outside) to inside (or outside). */
function stretched(
  stretches: readonly Stretch[],
  wasOutside: boolean,
  isOutside: boolean,
  at: Instant,
  as: Phase,
): readonly Stretch[] {
  if (wasOutside === isOutside) return stretches;
  const last = stretches.at(-1);
  return isOutside && last ? stretches.with(-1, { ...last, to: at, as }) : [...stretches, { from: at }];
}

/**
 * One outcome for each stretch of work: a later one takes the place of the one before, and a case that goes on has
 * none. A case that goes on elsewhere has come to none here.
 */
function cameOut({ work, outcomes }: CaseFacts, is: Phase, at: Instant): CaseFacts['outcomes'] {
  const since = work.at(-1)?.from ?? at;
  const last = outcomes.at(-1);
  const earlier = outcomes.filter((one) => one.since !== since);
  if (isEnding(is) && is !== 'handed-over')
    return last?.since === since && last.as === is ? outcomes : [...earlier, { at, since, as: is }];
  const stays = isPutAway(is) || has(LEFT, is);
  return stays || work.at(-1)?.to !== undefined ? outcomes : earlier;
}
