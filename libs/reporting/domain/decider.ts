import { boundsOf, hasEnded, type Decider, type Instant, type Quarter } from '#kernel';
import type { PublicationBasis } from './basis.js';
import type { CorrectionCause, CountedReport, ReportEvent, ReportFacts } from './events.js';
import { TEXT_VERSION, type QuarterFigures } from './figures.js';
import { changesBetween } from './lines.js';
import { no, type ReportRefusal, type ReportRefusalCode } from './refusals.js';

/** What can be asked of the report of a quarter. The figures are counted by who asks, never told by a person. */
export type ReportCommand =
  | {
      readonly type: 'DraftReport';
      readonly data: Pick<CountedReport, 'office' | 'quarter' | 'figures' | 'countedTo'> & {
        readonly because?: CorrectionCause;
      };
    }
  /** `figures`: as they are counted now. */
  | { readonly type: 'PublishReport'; readonly data: { readonly figures: QuarterFigures } };

export type PublishedReport = ReportFacts['QuarterlyReportPublished'];

/** The report of an office for a quarter: what was published, oldest first, and what waits for its approval. */
export interface QuarterlyReport {
  readonly published: readonly PublishedReport[];
  readonly draft: CountedReport | null;
}

export interface ReportContext {
  readonly now: Instant;
  /** Account of who asks. */
  readonly actor: string;
  /** Null where the law asks for no publication. */
  readonly basis: PublicationBasis | null;
}

type Answer = readonly ReportEvent[] | ReportRefusal;
type DataOf<Type extends ReportCommand['type']> = Extract<ReportCommand, { readonly type: Type }>['data'];

function decide(command: ReportCommand, report: QuarterlyReport, context: ReportContext): Answer {
  return command.type === 'DraftReport'
    ? draft(command.data, report, context)
    : publish(command.data, report, context);
}

function draft(data: DataOf<'DraftReport'>, report: QuarterlyReport, context: ReportContext): Answer {
  const { quarter, figures, because } = data;
  const refusal = notDueYet(quarter, context) ?? notToBeCorrected(data, report);
  if (refusal) return refusal;
  const waits = report.draft;
  const same = waits?.because === because && waits?.textVersion === TEXT_VERSION;
  if (waits && same && saysTheSame(waits.figures, figures)) return [];
  const counted = {
    ...data,
    version: report.published.length + 1,
    textVersion: TEXT_VERSION,
    draftedBy: context.actor,
    draftedAt: context.now,
  };
  return [{ type: 'QuarterlyReportDrafted', data: counted }];
}

/** Only what is over is told of, and only where the law asks for it, or may. */
function notDueYet(quarter: Quarter, { now, basis }: ReportContext): ReportRefusal | null {
  if (!hasEnded(quarter, now)) return no('quarter-not-over', { quarter, lastDay: boundsOf(quarter).lastDay });
  return basis ? null : no('publication-not-asked-for', { quarter });
}

/** Nothing that was published is edited: it is published again, with its cause, where the figures are others. */
function notToBeCorrected(
  { figures, because }: DataOf<'DraftReport'>,
  { published }: QuarterlyReport,
): ReportRefusal | null {
  const last = published.at(-1);
  if (!last) return because ? no('report-cause-of-nothing') : null;
  const { version, textVersion } = last;
  if (textVersion === TEXT_VERSION && saysTheSame(last.figures, figures))
    return no('report-nothing-to-correct', { version });
  return because ? null : no('report-cause-missing', { version });
}

function publish(
  { figures }: DataOf<'PublishReport'>,
  report: QuarterlyReport,
  context: ReportContext,
): Answer {
  const { draft: waits, published } = report;
  const { actor, now, basis } = context;
  if (!waits) return published.at(-1)?.approvedBy === actor ? [] : no('report-no-draft');
  if (waits.draftedBy === actor) return no('report-approved-by-author', { version: waits.version });
  const refusal = notDueYet(waits.quarter, context);
  if (refusal) return refusal;
  const moved = changesBetween(waits.figures, figures).length;
  if (moved > 0 || waits.textVersion !== TEXT_VERSION) return no('report-figures-moved', { moved });
  if (!basis) return no('publication-not-asked-for', { quarter: waits.quarter });
  return [
    { type: 'QuarterlyReportPublished', data: { ...waits, basis, approvedBy: actor, publishedAt: now } },
  ];
}

function saysTheSame(some: QuarterFigures, others: QuarterFigures): boolean {
  return changesBetween(some, others).length === 0;
}

function evolve(report: QuarterlyReport, event: ReportEvent): QuarterlyReport {
  return event.type === 'QuarterlyReportDrafted'
    ? { ...report, draft: event.data }
    : { published: [...report.published, event.data], draft: null };
}

/** The report of one office for one quarter: a stream of its own. */
export const reportDecider: Decider<
  ReportCommand,
  ReportEvent,
  QuarterlyReport,
  ReportContext,
  ReportRefusalCode
> = { initial: { published: [], draft: null }, decide, evolve };
