import { TERM_STANDINGS } from './counted.js';
import type { QuarterFigures } from './figures.js';
import { ALL, type Balance, type Count, type Cross } from './tally.js';

/** One figure with its place: a chapter, what in it is counted, and what of that. Codes; words are given to them elsewhere. */
export interface FigureLine {
  readonly chapter: Chapter;
  readonly item: string;
  readonly detail: string;
  readonly figure: number | null;
}

/** The chapters of a report, in their order. */
export const CHAPTERS = [
  'received',
  'received-by-channel',
  'received-by-respondent',
  'received-by-claim',
  'undecided',
  'undecided-left',
  'decisions',
  'rejected-on',
  'accepted-for',
  'work',
  'work-left',
  'outcomes',
  'outcomes-by-respondent',
  'outcomes-by-channel',
  'terms',
  'recusals',
  'satisfaction',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** Every figure, one by one, in a settled order: what a table shows, and by what two reports are compared. */
export function linesOf(figures: QuarterFigures): FigureLine[] {
  const { received, undecided, decisions, work, outcomes, terms, recusals, satisfaction } = figures;
  return [
    line('received', ALL, received.total),
    line('received', 'from-other-offices', received.fromOtherOffices),
    line('received', 'repeated', received.repeated),
    ...counts('received-by-channel', received.byChannel),
    ...counts('received-by-respondent', received.byRespondent),
    ...counts('received-by-claim', received.byClaim),
    ...balance('undecided', 'undecided-left', undecided),
    line('decisions', ALL, decisions.total),
    ...counts('decisions', decisions.byOutcome),
    ...counts('rejected-on', decisions.rejectedOn),
    ...counts('accepted-for', decisions.acceptedFor),
    ...balance('work', 'work-left', work),
    ...[outcomes.all, ...outcomes.byOutcome].flatMap(({ code, count, medianDays, ninetiethDays }) => [
      line('outcomes', code, count),
      line('outcomes', code, medianDays, 'median-days'),
      line('outcomes', code, ninetiethDays, 'ninetieth-days'),
    ]),
    ...crossed('outcomes-by-respondent', outcomes.byRespondent),
    ...crossed('outcomes-by-channel', outcomes.byChannel),
    ...terms.flatMap((term) =>
      (['due', ...TERM_STANDINGS, 'unverified'] as const).map((detail) =>
        line('terms', `${term.code} ${term.basis}`, term[detail], detail),
      ),
    ),
    line('recusals', 'requested', recusals.requested),
    line('recusals', 'granted', recusals.granted),
    line('recusals', 'refused', recusals.refused),
    ...counts('satisfaction', satisfaction),
  ];
}

/** A figure that is another in a later version; null where one of the two does not have it. */
export interface FigureChange extends Omit<FigureLine, 'figure'> {
  readonly was: number | null;
  readonly is: number | null;
}

/** What is otherwise in the later figures; empty when they say the same. */
export function changesBetween(earlier: QuarterFigures, later: QuarterFigures): FigureChange[] {
  const before = byPlace(earlier);
  const after = byPlace(later);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((place) => {
    const [old, now] = [before.get(place), after.get(place)];
    const there = now ?? old;
    if (!there || (old?.figure === now?.figure && old && now)) return [];
    const { chapter, item, detail } = there;
    return [{ chapter, item, detail, was: old?.figure ?? null, is: now?.figure ?? null }];
  });
}

function byPlace(figures: QuarterFigures): ReadonlyMap<string, FigureLine> {
  return new Map(linesOf(figures).map((one) => [`${one.chapter}/${one.item}/${one.detail}`, one]));
}

function line(chapter: Chapter, item: string, figure: number | null, detail = ''): FigureLine {
  return { chapter, item, detail, figure };
}

function counts(chapter: Chapter, list: readonly Count[]): FigureLine[] {
  return list.map(({ code, count }) => line(chapter, code, count));
}

function crossed(chapter: Chapter, list: readonly Cross[]): FigureLine[] {
  return list.flatMap(({ code, count, of }) => [
    line(chapter, code, count, ALL),
    ...of.map((second) => line(chapter, code, second.count, second.code)),
  ]);
}

function balance(chapter: Chapter, leaving: Chapter, figures: Balance): FigureLine[] {
  const { before, entered, left, after, leftAs } = figures;
  return [
    line(chapter, 'before', before),
    line(chapter, 'entered', entered),
    line(chapter, 'left', left),
    line(chapter, 'after', after),
    ...counts(leaving, leftAs),
  ];
}
