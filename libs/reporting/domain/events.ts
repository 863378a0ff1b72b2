import type { Instant, Quarter } from '#kernel';
import type { PublicationBasis } from './basis.js';
import type { QuarterFigures } from './figures.js';

/** Why a quarter that was published is published again. No free text: the publication is open to everybody. */
export const CORRECTION_CAUSES = ['recorded-late', 'record-corrected', 'counted-otherwise'] as const;
export type CorrectionCause = (typeof CORRECTION_CAUSES)[number];

/** The figures as they were counted, and everything that is needed to count them again. */
export interface CountedReport {
  readonly office: string;
  readonly quarter: Quarter;
  /** 1 for the first publication of the quarter, one more with every correction. */
  readonly version: number;
  readonly figures: QuarterFigures;
  /** Place in the log up to which was counted: up to there the same figures come out again. */
  readonly countedTo: string;
  /** The way of counting and telling; see `TEXT_VERSION`. */
  readonly textVersion: number;
  /** From the second version on. */
  readonly because?: CorrectionCause;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
}

/**
 * The publication of an office's complaint information for a quarter (季度投诉信息公布, G59). Counts alone: nothing of it is
 * about a person. Names and fields are stored for ever: never rename, never change a meaning.
 */
export interface ReportFacts {
  QuarterlyReportDrafted: CountedReport;
  /** Approved by somebody else than who drafted it, and open to everybody from then on. */
  QuarterlyReportPublished: CountedReport & {
    readonly basis: PublicationBasis;
    readonly approvedBy: string;
    readonly publishedAt: Instant;
  };
}

export type ReportEvent = {
  readonly [Type in keyof ReportFacts]: { readonly type: Type; readonly data: ReportFacts[Type] };
}[keyof ReportFacts];

/** Every event with the version it is written in. */
export const REPORT_EVENTS = {
  QuarterlyReportDrafted: { version: 1, upcasts: [] },
  QuarterlyReportPublished: { version: 1, upcasts: [] },
} as const satisfies Readonly<Record<keyof ReportFacts, object>>;
