import { boundsOf, dayInChina, daysBetween, type Quarter } from '#kernel';
import type { Counted, CountedCase, CountedOutcome, CountedTerms, TermStanding } from './counted.js';
import {
  ALL,
  balanceOf,
  countsOf,
  crossOf,
  isIn,
  lastingOf,
  type Balance,
  type Bounds,
  type Count,
  type Cross,
  type Lasting,
} from './tally.js';

/** The way in which these figures are counted and told; raised with every change of it. */
export const TEXT_VERSION = 1;

/** What was received (H21: volume, category, repeat). */
export interface ReceivedFigures {
  readonly total: number;
  readonly fromOtherOffices: number;
  readonly repeated: number;
  readonly byChannel: readonly Count[];
  readonly byRespondent: readonly Count[];
  /** By what is asked for; a complaint can ask for several things, so this adds up to more. */
  readonly byClaim: readonly Count[];
}

/** What was decided on acceptance. */
export interface DecisionFigures {
  readonly total: number;
  readonly byOutcome: readonly Count[];
  /** A rejection can rest on several grounds. */
  readonly rejectedOn: readonly Count[];
  /** What was accepted, by the heads of the scope; there can be several. */
  readonly acceptedFor: readonly Count[];
}

/** How matters came out; the same outcomes by kind of operator and by channel, so that bias would show (G39). */
export interface OutcomeFigures {
  /** Days run from the receipt, or from being taken up again, to the outcome (G39, efficient). */
  readonly all: Lasting;
  readonly byOutcome: readonly Lasting[];
  readonly byRespondent: readonly Cross[];
  readonly byChannel: readonly Cross[];
}

/** Terms of one kind that fell due in the quarter (G39, no delaying; H21, on time). The standings add up to `due`. */
export interface TermFigures extends Readonly<Record<TermStanding, number>> {
  readonly code: string;
  readonly basis: string;
  readonly due: number;
  /** How many of them rest on a term that is not verified. */
  readonly unverified: number;
}

/** Requests that somebody stand aside (回避, G62, G39). */
export interface RecusalFigures {
  readonly requested: number;
  readonly granted: number;
  readonly refused: number;
}

/** The figures of an office for a quarter (投诉信息, G59, H21). Counts alone: nothing in them is about a person or an operator. */
export interface QuarterFigures {
  readonly received: ReceivedFigures;
  readonly undecided: Balance;
  readonly decisions: DecisionFigures;
  readonly work: Balance;
  readonly outcomes: OutcomeFigures;
  readonly terms: readonly TermFigures[];
  readonly recusals: RecusalFigures;
  /** What complainants said when they were called (H10). */
  readonly satisfaction: readonly Count[];
}

const UNKNOWN = 'unknown';

/** Counts. The same facts give the same figures, in whatever order they come. */
export function figuresOf({ cases, terms }: Counted, quarter: Quarter): QuarterFigures {
  const bounds = boundsOf(quarter);
  const all = [...cases];
  return {
    received: receivedOf(all, bounds),
    undecided: balanceOf(
      all.flatMap(({ undecided }) => undecided),
      bounds,
    ),
    decisions: decisionsOf(all, bounds),
    work: balanceOf(
      all.flatMap(({ work }) => work),
      bounds,
    ),
    outcomes: outcomesOf(all, bounds),
    terms: termsOf(terms),
    recusals: recusalsOf(all, bounds),
    satisfaction: countsOf(
      all.flatMap(({ satisfaction }) =>
        satisfaction.filter(({ at }) => isIn(at, bounds)).map(({ said }) => said),
      ),
    ),
  };
}

function receivedOf(all: readonly CountedCase[], bounds: Bounds): ReceivedFigures {
  const received = all.filter(({ receivedAt }) => isIn(receivedAt, bounds));
  return {
    total: received.length,
    fromOtherOffices: received.filter(({ fromOffice }) => fromOffice).length,
    repeated: received.filter(({ repeated }) => repeated).length,
    byChannel: countsOf(received.map(({ channel }) => channel)),
    byRespondent: countsOf(received.map(respondentOf)),
    byClaim: countsOf(received.flatMap(({ claims }) => claims)),
  };
}

function decisionsOf(all: readonly CountedCase[], bounds: Bounds): DecisionFigures {
  const made = all.flatMap(({ decisions }) => decisions.filter(({ at }) => isIn(at, bounds)));
  const those = (wanted: string) => made.filter(({ outcome }) => outcome === wanted);
  return {
    total: made.length,
    byOutcome: countsOf(made.map(({ outcome }) => outcome)),
    rejectedOn: countsOf(those('reject').flatMap(({ grounds }) => grounds)),
    acceptedFor: countsOf(those('accept').flatMap(({ scope }) => scope)),
  };
}

function outcomesOf(all: readonly CountedCase[], bounds: Bounds): OutcomeFigures {
  const reached = all.flatMap((one) =>
    one.outcomes.filter(({ at }) => isIn(at, bounds)).map((outcome) => ({ one, outcome })),
  );
  const daysOf = (as?: string) =>
    reached
      .filter(({ outcome }) => as === undefined || outcome.as === as)
      .map(({ outcome }) => daysTo(outcome));
  return {
    all: lastingOf(ALL, daysOf()),
    byOutcome: countsOf(reached.map(({ outcome }) => outcome.as)).map(({ code }) =>
      lastingOf(code, daysOf(code)),
    ),
    byRespondent: crossOf(reached.map(({ one, outcome }) => [respondentOf(one), outcome.as])),
    byChannel: crossOf(reached.map(({ one, outcome }) => [one.channel, outcome.as])),
  };
}

function termsOf(terms: Iterable<CountedTerms>): TermFigures[] {
  const found = new Map<string, TermFigures>();
  for (const { code, basis, standing, unverified, count } of terms) {
    const key = `${code} ${basis}`;
    const known = found.get(key) ?? { ...NONE_DUE, code, basis };
    found.set(key, {
      ...known,
      due: known.due + count,
      unverified: known.unverified + (unverified ? count : 0),
      [standing]: known[standing] + count,
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figures]) => figures);
}

const NONE_DUE = { due: 0, met: 0, late: 0, missed: 0, running: 0, cancelled: 0, unverified: 0 };

function recusalsOf(all: readonly CountedCase[], bounds: Bounds): RecusalFigures {
  const recusals = all.flatMap((one) => one.recusals);
  const decided = recusals.filter(({ decidedAt }) => decidedAt !== undefined && isIn(decidedAt, bounds));
  return {
    requested: recusals.filter(({ requestedAt }) => isIn(requestedAt, bounds)).length,
    granted: decided.filter(({ granted }) => granted).length,
    refused: decided.filter(({ granted }) => !granted).length,
  };
}

function respondentOf({ respondent }: CountedCase): string {
  return respondent ?? UNKNOWN;
}

/** Whole calendar days in China; on the day of the receipt: 0. */
function daysTo({ since, at }: CountedOutcome): number {
  return Math.max(0, daysBetween(dayInChina(since), dayInChina(at)));
}
