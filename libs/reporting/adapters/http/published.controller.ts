import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Quarter } from '#kernel';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  ListCursors,
  ProblemError,
  Public,
  revised,
  sendPage,
  sendTable,
  type Page,
} from '#platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublishedReport } from '../../domain/index.js';
import { ListPublished, type PublishedCursor, type PublishedReportRow } from '../../read-models/index.js';
import { QuarterlyReports, ReportingOffices, type Asked } from '../../use-cases/index.js';
import { QuarterParam } from './quarter-param.js';
import { PublishedPageDto, PublishedQuery, PublishedReportDto } from './reports.dto.js';
import {
  fileName,
  headOf,
  printedFigures,
  PUBLICATION_TITLE,
  publicationNotes,
  publishedView,
} from './views.js';

const PATH = 'v1/published/quarterly-reports';
const OFFICE = { name: 'office', schema: { type: 'string' } } as const;

/** Complaint information that was published (G59): open to everybody, and nothing of it is about a person. */
@ApiTags('published')
@Controller(PATH)
@Public()
export class PublishedController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly queries: QueryBus,
    private readonly reports: QuarterlyReports,
    private readonly offices: ReportingOffices,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get()
  @ApiOperation({ summary: 'The quarters that are published, the latest first' })
  @Answers(200, PublishedPageDto, { description: 'A page of them' })
  async list(
    @CheckedQuery(PublishedQuery) query: PublishedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const { office } = query;
    const list = this.cursors.open('published-quarterly-reports', query, { office }, {});
    const found = await this.queries.execute(
      new ListPublished(list.limit, { office }, list.after as PublishedCursor | undefined),
    );
    const items = found.rows.map((row) => this.entry(row));
    return this.cursors.page(request, reply, items, found, list);
  }

  @Get(':office/:quarter')
  @ApiOperation({ summary: 'A published quarter, with every earlier version of it' })
  @ApiParam(OFFICE)
  @Answers(200, PublishedReportDto, { description: 'The figures', etag: true })
  async read(
    @Param('office') office: string,
    @QuarterParam() quarter: Quarter,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const { asked, versions } = await this.find(office, quarter);
    const view = () => publishedView(headOf(asked, this.offices), versions);
    return revised(request, reply, versions.length, view);
  }

  @Get(':office/:quarter/table.csv')
  @ApiOperation({ summary: 'The figures that hold, as a table for a spreadsheet' })
  @ApiParam(OFFICE)
  @ApiResponse({
    status: 200,
    description: 'CSV (RFC 4180), UTF-8',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  async table(
    @Param('office') office: string,
    @QuarterParam() quarter: Quarter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendTable(reply, `published-${fileName(office, quarter)}`, await this.print(office, quarter));
  }

  @Get(':office/:quarter/page.html')
  @ApiOperation({ summary: 'The figures that hold, as a page for printing' })
  @ApiParam(OFFICE)
  @ApiResponse({
    status: 200,
    description: 'A page',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async page(
    @Param('office') office: string,
    @QuarterParam() quarter: Quarter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, await this.print(office, quarter));
  }

  private async print(office: string, quarter: Quarter) {
    const { asked, current } = await this.find(office, quarter);
    const head = headOf(asked, this.offices);
    return printedFigures(PUBLICATION_TITLE, head, current.figures, publicationNotes(current));
  }

  /** What is not published is not there, whatever waits for its approval. */
  private async find(
    office: string,
    quarter: Quarter,
  ): Promise<{ asked: Asked; versions: readonly PublishedReport[]; current: PublishedReport }> {
    const asked = { office, quarter };
    const { published: versions } = (await this.reports.read(asked)).state;
    const current = versions.at(-1);
    if (!current) throw new ProblemError('not-found');
    return { asked, versions, current };
  }

  private entry(row: PublishedReportRow): object {
    const { office, quarter, version, published_at, first_published_at } = row;
    return {
      office: { id: office, ...this.offices.nameOf(office) },
      ...{ quarter, version },
      publishedAt: published_at,
      firstPublishedAt: first_published_at,
      href: `/${PATH}/${office}/${quarter}`,
    };
  }
}
