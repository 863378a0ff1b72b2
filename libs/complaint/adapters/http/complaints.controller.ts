import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Calendars } from '#calendar';
import { authorise, principalOf, type Action, type SignedIn } from '#identity';
import {
  Answers,
  AsOf,
  CommandBody,
  HistoryDto,
  historyEntry,
  IdempotencyKey,
  ProblemError,
  revised,
  toInstant,
  UuidParam,
  type AsOfPoint,
} from '#platform/http';
import type { Loaded } from '#platform/event-sourcing';
import { PersonalData, PersonalView } from '#platform/personal-data';
import type { FastifyReply } from 'fastify';
import type { ComplaintEvent, RegisteredComplaint } from '../../domain/index.js';
import { Cases, RegisterComplaint, type RegisterComplaintInput } from '../../use-cases/index.js';
import { ActionsDto, CaseAnswerDto, ComplaintDto } from './answers/case.dto.js';
import { ClocksDto } from './answers/clocks.dto.js';
import { CaseAnswers } from './case-answers.js';
import { caseView } from './case-view.js';
import { clockExplanation } from './clock-view.js';
import { CaseEndpoint } from './endpoint.js';
import { claimOf } from './claim-of.js';
import { RegisterComplaintDto } from './registration.dto.js';
import { readCase } from './read-case.js';

/** Registering a complaint, and reading one: as it is, or as it was. */
@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly endpoint: CaseEndpoint,
    private readonly cases: Cases,
    private readonly answers: CaseAnswers,
    private readonly personal: PersonalData,
    private readonly calendars: Calendars,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Enter a complaint in the register (G01, G02)' })
  @Answers(201, CaseAnswerDto, { description: 'Registered', etag: true })
  async register(
    @IdempotencyKey() key: string,
    @CommandBody(RegisterComplaintDto) body: RegisterComplaintDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const right = authorise(principalOf(request), 'complaint.register');
    if (!right.allowed) throw new ProblemError('forbidden', { facts: { reason: right.reason } });
    const asked = { key, action: 'complaint.register' as const, body, request, reply };
    const answer = await this.endpoint.run(asked, (request) => new RegisterComplaint(request, inputOf(body)));
    void reply.header('location', `/v1/complaints/${(answer as { id: string }).id}`);
    return answer;
  }

  @Get(':id')
  @ApiOperation({ summary: 'A complaint, with what can be done now; `asOf` shows it as it was' })
  @Answers(200, ComplaintDto, { description: 'The complaint', etag: true })
  async read(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const loaded = await this.load(id, 'complaint.read', request, asOf);
    const principal = principalOf(request);
    const subject = this.cases.subjectOf(loaded.state);
    const opensText = authorise(principal, 'complaint.reveal-contact', subject).allowed;
    const reading = authorise(principal, 'complaint.read', subject);
    const supervises = reading.allowed && reading.scope === 'sub';
    const view = await caseView(
      loaded.state,
      loaded.revision,
      new PersonalView(this.personal, opensText),
      new PersonalView(this.personal, opensText || supervises),
    );
    const actions = asOf === undefined ? this.answers.actions(loaded.state, principal) : [];
    return revised(request, reply, loaded.revision, () => ({ ...view, actions }));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Every event of the case: when it happened, when it was recorded, by whom' })
  @Answers(200, HistoryDto, { description: 'The history', etag: true })
  async history(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const loaded = await this.load(id, 'complaint.read-history', request, asOf);
    return revised(request, reply, loaded.revision, () => ({ id, events: loaded.records.map(historyEntry) }));
  }

  @Get(':id/clocks')
  @ApiOperation({ summary: 'Every clock of the case, each with how its due date was counted' })
  @Answers(200, ClocksDto, { description: 'The clocks' })
  async clocks(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: SignedIn,
  ): Promise<object> {
    const loaded = await this.load(id, 'complaint.read-clocks', request, asOf);
    const present = this.cases.now();
    // Of the future nothing is known: asked for a later moment, the clocks stand as they do now.
    const now = asOf && 'instant' in asOf && asOf.instant < present ? asOf.instant : present;
    const { book } = this.calendars;
    const { office } = loaded.state.registration;
    return {
      id,
      revision: loaded.revision,
      now,
      clocks: loaded.state.clocks.map((clock) => clockExplanation(clock, now, book, office)),
    };
  }

  @Get(':id/actions')
  @ApiOperation({ summary: 'What can be done now, and for everything else the rule that stands against it' })
  @Answers(200, ActionsDto, { description: 'The actions' })
  async actions(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state, revision } = await this.load(id, 'complaint.read', request);
    return { id, revision, phase: state.phase, actions: this.answers.actions(state, principalOf(request)) };
  }

  private async load(
    id: string,
    action: Action,
    request: SignedIn,
    asOf?: AsOfPoint,
  ): Promise<Loaded<ComplaintEvent, RegisteredComplaint>> {
    const until = asOf === undefined ? {} : 'revision' in asOf ? asOf : { recordedAt: asOf.instant };
    return readCase(this.cases, id, action, request, until);
  }
}

function inputOf(body: RegisterComplaintDto): RegisterComplaintInput {
  return {
    ...body,
    receivedAt: body.receivedAt === undefined ? undefined : toInstant(body.receivedAt),
    claims: body.claims.map(claimOf),
  };
}
