import { boundsOf, type Instant } from '#kernel';
import type { Shelf } from '#rulebook';
import type { Clock } from '#platform/clock';
import type { Attempt, Loaded, Outcome, Streams } from '#platform/event-sourcing';
import {
  figuresOf,
  no,
  publicationBasis,
  type CorrectionCause,
  type QuarterFigures,
  type QuarterlyReport,
  type ReportCommand,
  type ReportEvent,
  type ReportRefusal,
} from '../domain/index.js';
import type { Asked, Countable } from './counting.js';
import { REPORT_STREAM, reportId } from './stream.js';

export type ReportOutcome = Outcome<ReportEvent, QuarterlyReport>;
export type ReportAttempt = Omit<Attempt, 'now'>;

/** The figures of an office for a quarter, as they are now. */
export interface Statistics {
  readonly figures: QuarterFigures;
  readonly countedTo: string;
  readonly countedAt: Instant;
}

/** Counts quarters, and writes to the streams of their reports. */
export class QuarterlyReports {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly countable: Countable,
    private readonly rulebooks: Shelf,
  ) {}

  /** H21: the figures of a quarter that has begun; of one that is not over, as far as it goes. */
  async statistics(asked: Asked): Promise<Statistics | ReportRefusal> {
    const now = await this.clock.read();
    const { from, firstDay } = boundsOf(asked.quarter);
    if (now < from) return no('quarter-not-begun', { quarter: asked.quarter, firstDay });
    return { ...(await this.count(asked)), countedAt: now };
  }

  /** Counts the quarter and puts the figures before who approves them. `because`: of a quarter that was published. */
  async draft(attempt: ReportAttempt, asked: Asked, because?: CorrectionCause): Promise<ReportOutcome> {
    return this.carryOut(attempt, asked, async () => {
      const { figures, countedTo } = await this.count(asked);
      return { type: 'DraftReport', data: { ...asked, figures, countedTo, because } };
    });
  }

  /** Publishes what was drafted, if that is still how it stands. */
  async publish(attempt: ReportAttempt, asked: Asked): Promise<ReportOutcome> {
    return this.carryOut(attempt, asked, async () => {
      const { figures } = await this.count(asked);
      return { type: 'PublishReport', data: { figures } };
    });
  }

  /** The report as it stands, or as it stood at a revision. */
  read(asked: Asked): Promise<Loaded<ReportEvent, QuarterlyReport>> {
    return this.streams.load(REPORT_STREAM, reportId(asked));
  }

  private async count(asked: Asked): Promise<Pick<Statistics, 'figures' | 'countedTo'>> {
    const { counted, countedTo } = await this.countable.now(asked);
    return { figures: figuresOf(counted, asked.quarter), countedTo };
  }

  private async carryOut(
    attempt: ReportAttempt,
    asked: Asked,
    command: () => Promise<ReportCommand>,
  ): Promise<ReportOutcome> {
    const now = await this.clock.read();
    const basis = publicationBasis(this.rulebooks.all, asked.quarter);
    const context = { now, actor: attempt.actor.id, basis };
    return this.streams.decide(
      REPORT_STREAM,
      reportId(asked),
      { ...attempt, now },
      { command: async () => ({ command: await command(), context }) },
    );
  }
}
