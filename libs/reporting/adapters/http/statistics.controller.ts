import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { isRefusal, type Quarter } from '#kernel';
import { isDenial, listScope, principalOf, type SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  IsQuarter,
  IsText,
  MayBeMissing,
  RefusalError,
  sendPage,
  sendTable,
  throwDenied,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { QuarterlyReports, ReportingOffices, type Asked, type Statistics } from '../../use-cases/index.js';
import { StatisticsDto } from './figures.dto.js';
import { countedNote, fileName, headOf, printedFigures, STATISTICS_TITLE, statisticsView } from './views.js';

/** Of which quarter, and of which office: the own one unless told. */
export class StatisticsQuery {
  @IsQuarter() quarter: Quarter;
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}

/** The figures of an office for a quarter, as they are now (H21, G39). */
@ApiTags('reports')
@Controller('v1')
export class StatisticsController {
  constructor(
    private readonly reports: QuarterlyReports,
    private readonly offices: ReportingOffices,
  ) {}

  @Get('statistics')
  @ApiOperation({ summary: 'The figures of a quarter: of the own office, or of one that it supervises' })
  @Answers(200, StatisticsDto, { description: 'The figures, and up to where they were counted' })
  async statistics(
    @CheckedQuery(StatisticsQuery) query: StatisticsQuery,
    @Req() request: SignedIn,
  ): Promise<object> {
    const { asked, found } = await this.count(query, request);
    return statisticsView(headOf(asked, this.offices), found);
  }

  @Get('statistics.csv')
  @ApiOperation({ summary: 'The same, as a table for a spreadsheet' })
  @ApiResponse({
    status: 200,
    description: 'CSV (RFC 4180), UTF-8',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  async table(
    @CheckedQuery(StatisticsQuery) query: StatisticsQuery,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { asked, printed } = await this.print(query, request);
    await sendTable(reply, `statistics-${fileName(asked.office, asked.quarter)}`, printed);
  }

  @Get('statistics.html')
  @ApiOperation({ summary: 'The same, as a page for printing' })
  @ApiResponse({
    status: 200,
    description: 'A page',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async page(
    @CheckedQuery(StatisticsQuery) query: StatisticsQuery,
    @Req() request: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, (await this.print(query, request)).printed);
  }

  private async print(query: StatisticsQuery, request: SignedIn) {
    const { asked, found } = await this.count(query, request);
    const head = headOf(asked, this.offices);
    const printed = printedFigures(STATISTICS_TITLE, head, found.figures, [countedNote(found)]);
    return { asked, printed };
  }

  private async count(
    { quarter, office }: StatisticsQuery,
    request: SignedIn,
  ): Promise<{ readonly asked: Asked; readonly found: Statistics }> {
    const superiors = office === undefined ? [] : this.offices.superiorsOf(office);
    const elsewhere = office === undefined ? undefined : { officeId: office, superiors };
    const scope = listScope(principalOf(request), 'statistics.read', elsewhere);
    if (isDenial(scope)) return throwDenied(scope);
    const asked = { office: scope.officeId, quarter };
    const found = await this.reports.statistics(asked);
    if (isRefusal(found)) throw new RefusalError(found);
    return { asked, found };
  }
}
