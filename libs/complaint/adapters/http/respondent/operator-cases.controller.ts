import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Calendars } from '#calendar';
import { dayInChina } from '#kernel';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { isDenial, operatorScope, principalOf, type SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  ListCursors,
  MayBeMissing,
  PageQuery,
  ProblemError,
  revised,
  UuidParam,
  type Page,
} from '#platform/http';
import { PersonalData } from '#platform/personal-data';
import type { FastifyReply } from 'fastify';
import {
  ListRespondentCases,
  RESPONDENT_CLOCKS,
  type RespondentCaseCursor,
} from '../../../read-models/index.js';
import { Cases } from '../../../use-cases/index.js';
import { ClocksDto } from '../answers/clocks.dto.js';
import { clockExplanation, clockView } from '../clock-view.js';
import { OperatorCaseActionsDto, OperatorCaseDto, OperatorCasePageDto } from './answers.dto.js';
import { OPERATOR_CASES_PATH, OperatorCaseEndpoint } from './endpoint.js';
import { operatorCaseView } from './view.js';
import { readCase } from '../read-case.js';

export class OperatorCaseQuery extends PageQuery {
  /** Only those that have been answered, or only those that have not. */
  @MayBeMissing() @IsBoolean() replied?: boolean;
}

/** Complaints that offices handle against an operator, as it sees them: from their service on, and no more than its own. */
@ApiTags('operator-cases')
@Controller(OPERATOR_CASES_PATH)
export class OperatorCasesController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly endpoint: OperatorCaseEndpoint,
    private readonly cases: Cases,
    private readonly personal: PersonalData,
    private readonly queries: QueryBus,
    private readonly calendars: Calendars,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get()
  @ApiOperation({ summary: 'Complaints against the operator that have been served on it, the newest first' })
  @Answers(200, OperatorCasePageDto, { description: 'A page of complaints' })
  async list(
    @CheckedQuery(OperatorCaseQuery) query: OperatorCaseQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = operatorScope(principalOf(request), 'operator.list-cases');
    if (isDenial(scope)) throw new ProblemError('forbidden', { facts: { reason: scope.reason } });
    const { replied } = query;
    const list = this.cursors.open('operator-cases', query, { replied }, scope);
    const after = list.after as RespondentCaseCursor | undefined;
    const found = await this.queries.execute(
      new ListRespondentCases(scope.operatorId, list.limit, { answered: replied }, after),
    );
    const now = this.cases.now();
    const calendarOf = (office: string) => this.calendars.book.calendarOf(dayInChina(now), office);
    const items = found.rows.map((row) => ({
      id: row.complaint_id,
      number: row.number,
      revision: row.revision,
      office: row.office,
      phase: row.phase,
      receivedAt: row.received_at,
      servedAt: row.served_at,
      responsible: row.responsible,
      replied: row.replied_at !== null,
      repliedAt: row.replied_at,
      clocks: row.clocks.map((clock) => clockView(clock, now, calendarOf(row.office))),
    }));
    return this.cursors.page(request, reply, items, found, list);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A complaint against the operator, with what it can do now' })
  @Answers(200, OperatorCaseDto, { description: 'The complaint', etag: true })
  async read(
    @UuidParam('id') id: string,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const { state, revision } = await readCase(this.cases, id, 'operator.read-case', request);
    const view = await operatorCaseView(state, revision, this.personal);
    const actions = this.endpoint.actions(state, principalOf(request));
    return revised(request, reply, revision, () => ({ ...view, actions }));
  }

  @Get(':id/clocks')
  @ApiOperation({ summary: "The operator's own clocks, each with how its due date was counted" })
  @Answers(200, ClocksDto, { description: 'The clocks' })
  async clocks(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state, revision } = await readCase(this.cases, id, 'operator.read-case', request);
    const now = this.cases.now();
    const own = state.clocks.filter(({ code }) => RESPONDENT_CLOCKS.includes(code));
    const { book } = this.calendars;
    const { office } = state.registration;
    return { id, revision, now, clocks: own.map((clock) => clockExplanation(clock, now, book, office)) };
  }

  @Get(':id/actions')
  @ApiOperation({ summary: 'What the operator can do now, and for everything else the rule against it' })
  @Answers(200, OperatorCaseActionsDto, { description: 'What can be done now' })
  async actions(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state, revision } = await readCase(this.cases, id, 'operator.read-case', request);
    const actions = this.endpoint.actions(state, principalOf(request));
    return { id, revision, phase: state.phase, actions };
  }
}
