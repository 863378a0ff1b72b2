import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  ListCursors,
  sendPage,
  sendTable,
  type Page,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import {
  ListFirings,
  SumFirings,
  type FiringCursor,
  type FiringEntry,
  type FiringPeriod,
  type FiringSummary,
} from '../../../read-models/index.js';
import { Cases, Offices } from '../../../use-cases/index.js';
import { FiringsDto } from '../answers/firings.dto.js';
import { ownScope } from '../own-scope.js';
import { linesOf, printedReport } from './firings-report.js';
import { COLUMNS } from './firings-words.js';
import { FiringsQuery, momentsOf, ReportDays } from './firings.query.js';

/** Lines that are read at once for a report that is sent whole. */
const PIECE = 500;

/** Reconciliation of timers: what was to ring, what rang, when, how late and why; the whole office's (deadlines.md 6). */
@ApiTags('reports')
@Controller('v1/reports')
export class FiringsController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly queries: QueryBus,
    private readonly cases: Cases,
    private readonly offices: Offices,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get('timers')
  @ApiOperation({ summary: 'What was to ring in these days, and what did: sums, and line by line' })
  @Answers(200, FiringsDto, { description: 'A page of the report' })
  async report(
    @CheckedQuery(FiringsQuery) query: FiringsQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const period = this.period(request, query);
    const { from, to } = query;
    const list = this.cursors.open('firings', query, { from, to }, period.scope);
    const found = await this.queries.execute(
      new ListFirings(period, list.limit, list.after as FiringCursor | undefined),
    );
    const summary = summaryView(await this.queries.execute(new SumFirings(period)));
    const page = this.cursors.page(request, reply, found.rows.map(firingView), found, list);
    return { from, to, now: period.now, summary, ...page } as Page<object>;
  }

  @Get('timers.csv')
  @ApiOperation({ summary: 'The same whole, as a table for a spreadsheet' })
  @ApiResponse({
    status: 200,
    description: 'CSV (RFC 4180), UTF-8',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  async table(
    @CheckedQuery(ReportDays) query: ReportDays,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const period = this.period(request, query);
    const name = `timers-${query.from}-${query.to}.csv`;
    await sendTable(reply, name, { columns: COLUMNS, pages: linesOf(this.pieces(period)) });
  }

  @Get('timers.html')
  @ApiOperation({ summary: 'The same whole, as a page for printing' })
  @ApiResponse({
    status: 200,
    description: 'A page',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async print(
    @CheckedQuery(ReportDays) query: ReportDays,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const period = this.period(request, query);
    const office = this.offices.office(period.scope.officeId).name;
    const summary = await this.queries.execute(new SumFirings(period));
    const head = { office, from: query.from, to: query.to, now: period.now, summary };
    await sendPage(reply, printedReport(head, this.pieces(period)));
  }

  private period(request: SignedIn, days: ReportDays): FiringPeriod {
    const scope = ownScope(request, 'report.list-timers');
    return { scope, ...momentsOf(days), now: this.cases.now() };
  }

  private async *pieces(period: FiringPeriod): AsyncGenerator<readonly FiringEntry[]> {
    let after: FiringCursor | undefined;
    do {
      const { rows, next } = await this.queries.execute(new ListFirings(period, PIECE, after));
      yield rows;
      after = next ?? undefined;
    } while (after);
  }
}

function firingView(entry: FiringEntry): object {
  const { complaint_id, number, clock, code, rulebook, rung, revision, at, status, extra } = entry;
  const rang = status === 'rang';
  return {
    complaintId: complaint_id,
    ...{ number, clock, code, rulebook, rung, revision, at, status },
    knownAt: entry.known_at,
    rangAt: rang ? entry.ended_at : null,
    calledOffAt: rang ? null : entry.ended_at,
    calledOff: entry.called_off,
    ...(entry.late_ms === null ? {} : { lateMs: Math.round(entry.late_ms) }),
    lateBecause: entry.late_because,
    extra,
  };
}

function summaryView({ late, latestMs, ...counts }: FiringSummary): object {
  const { all, rang, outstanding, overtaken, early, twice } = counts;
  return {
    ...{ all, rang, outstanding, overtaken, early, twice },
    calledOff: counts['called-off'],
    toCome: counts['to-come'],
    late: { recordedLate: late['recorded-late'], workerLate: late['worker-late'] },
    latestMs: Math.round(latestMs),
  };
}
