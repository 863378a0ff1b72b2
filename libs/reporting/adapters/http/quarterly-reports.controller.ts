import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Quarter } from '#kernel';
import { permit, principalOf, type Action, type SignedIn } from '#identity';
import {
  Answers,
  CommandBody,
  commandKeysOf,
  done,
  HttpSecret,
  IdempotencyKey,
  IfMatch,
  NoFields,
  ProblemError,
  revised,
  type AskedCommand,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import {
  DraftReport,
  PublishReport,
  QuarterlyReports,
  ReportingOffices,
  type Asked,
  type ReportAttempt,
  type ReportOutcome,
} from '../../use-cases/index.js';
import { QuarterParam } from './quarter-param.js';
import { DraftReportDto, OwnReportDto, ReportDoneDto } from './reports.dto.js';
import { headOf, ownView } from './views.js';

/** The publication of a quarter (G59), from the draft to the approval by somebody else. Each office has its own. */
@ApiTags('reports')
@Controller('v1/quarterly-reports')
export class QuarterlyReportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reports: QuarterlyReports,
    private readonly offices: ReportingOffices,
    private readonly secret: HttpSecret,
  ) {}

  @Get(':quarter')
  @ApiOperation({
    summary: "The own office's report of a quarter: what waits for approval, what is published",
  })
  @Answers(200, OwnReportDto, { description: 'The report', etag: true })
  async read(
    @QuarterParam() quarter: Quarter,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const asked = this.asked(request, 'quarterly-report.read', quarter);
    const { state, revision } = await this.reports.read(asked);
    if (revision < 0) throw new ProblemError('not-found');
    return revised(request, reply, revision, () => ownView(headOf(asked, this.offices), state, revision));
  }

  @Post(':quarter/draft')
  @HttpCode(200)
  @ApiOperation({ summary: 'Count a quarter that is over, for somebody else to approve' })
  @Answers(200, ReportDoneDto, { description: 'Counted', etag: true })
  draft(
    @QuarterParam() quarter: Quarter,
    @IdempotencyKey() key: string,
    @CommandBody(DraftReportDto) body: DraftReportDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked = this.asked(request, 'quarterly-report.draft', quarter);
    return this.run(
      { key, body, request, reply },
      asked,
      (attempt) => new DraftReport(attempt, asked, body.because),
    );
  }

  @Post(':quarter/publication')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve the draft as it was read, and open it to everybody (G59)' })
  @Answers(200, ReportDoneDto, { description: 'Published', etag: true })
  publish(
    @QuarterParam() quarter: Quarter,
    @IfMatch() revision: number,
    @IdempotencyKey() key: string,
    @CommandBody(NoFields) body: NoFields,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asked = this.asked(request, 'quarterly-report.publish', quarter);
    return this.run(
      { revision, key, body, request, reply },
      asked,
      (attempt) => new PublishReport(attempt, asked),
    );
  }

  private async run(
    command: AskedCommand<SignedIn>,
    asked: Asked,
    to: (attempt: ReportAttempt) => Command<ReportOutcome>,
  ): Promise<object> {
    const { id, roles, officeId: office } = principalOf(command.request);
    const attempt = { ...commandKeysOf(command, id, this.secret), actor: { id, roles, office } };
    const { state, revision, events } = done(await this.commands.execute(to(attempt)), command.reply);
    return {
      ...ownView(headOf(asked, this.offices), state, revision),
      events: events.map(({ type }) => type),
    };
  }

  private asked(request: SignedIn, action: Action, quarter: Quarter): Asked {
    permit(request, action);
    const { officeId: office } = principalOf(request);
    if (!this.offices.knows(office)) {
      throw new ProblemError('forbidden', { facts: { reason: 'office-not-served' } });
    }
    return { office, quarter };
  }
}
