import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accessFor,
  authorise,
  isDenial,
  operatorScope,
  principalOf,
  type Action,
  type SignedIn,
} from '#identity';
import {
  Answers,
  AsOf,
  CheckedQuery,
  CommandBody,
  HistoryDto,
  historyEntry,
  HttpSecret,
  IdempotencyKey,
  IsCode,
  IsDay,
  ListCursors,
  MayBeMissing,
  PageQuery,
  ProblemError,
  RefusalError,
  revised,
  throwDenied,
  toInstant,
  UuidParam,
  type AsOfPoint,
  type Page,
} from '#platform/http';
import { ERASED, maskName, PersonalData, PersonalView } from '#platform/personal-data';
import type { FastifyReply } from 'fastify';
import { contactIsOpen, PHASES, WAYS, type Phase, type Way } from '../../domain/index.js';
import { ListDirect, type DirectCursor, type DirectRow } from '../../read-models/index.js';
import { CarryOutDirect, DirectComplaints, ReceiveComplaint } from '../../use-cases/index.js';
import {
  DirectActionsDto,
  DirectAnswerDto,
  DirectComplaintDto,
  DirectContactDto,
  DirectPageDto,
} from './answers.dto.js';
import { DirectDisclosureDto, ReceiveComplaintDto } from './bodies.dto.js';
import { DIRECT_PATH, DirectEndpoint } from './endpoint.js';
import { contactView, destroyedView, directView } from './view.js';

export class DirectQuery extends PageQuery {
  @MayBeMissing() @IsCode(PHASES) phase?: Phase;
  @MayBeMissing() @IsCode(WAYS) way?: Way;
  /** Files whose last day of keeping is this day or earlier. */
  @MayBeMissing() @IsDay() keepUntilTo?: string;
}

/** An operator's own register of the complaints that are brought to it: one operator never sees another's. */
@ApiTags('operator-register')
@Controller(DIRECT_PATH)
export class DirectComplaintsController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly endpoint: DirectEndpoint,
    private readonly complaints: DirectComplaints,
    private readonly personal: PersonalData,
    private readonly queries: QueryBus,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Enter a complaint that came by phone, with a visit or by letter (B01–B04)' })
  @Answers(201, DirectAnswerDto, { description: 'Entered', etag: true })
  async receive(
    @IdempotencyKey() key: string,
    @CommandBody(ReceiveComplaintDto) body: ReceiveComplaintDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const right = authorise(principalOf(request), 'operator.register');
    if (!right.allowed) throw new ProblemError('forbidden', { facts: { reason: right.reason } });
    const input = { ...body, receivedAt: body.receivedAt && toInstant(body.receivedAt) };
    const answer = await this.endpoint.run(
      { key, action: 'operator.register', body, request, reply },
      (asked) => new ReceiveComplaint(asked, input),
    );
    void reply.header('location', `/${DIRECT_PATH}/${(answer as { id: string }).id}`);
    return answer;
  }

  @Get()
  @ApiOperation({ summary: "The operator's own register, newest receipt first" })
  @Answers(200, DirectPageDto, { description: 'A page of the register' })
  async list(
    @CheckedQuery(DirectQuery) query: DirectQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = operatorScope(principalOf(request), 'operator.list');
    if (isDenial(scope)) throw new ProblemError('forbidden', { facts: { reason: scope.reason } });
    const { phase, way, keepUntilTo } = query;
    const filter = { phase, way, keepUntilTo };
    const list = this.cursors.open('operator-register', query, filter, scope);
    const found = await this.queries.execute(
      new ListDirect(scope.operatorId, list.limit, filter, list.after as DirectCursor | undefined),
    );
    const items = await Promise.all(found.rows.map((row) => this.entry(row)));
    return this.cursors.page(request, reply, items, found, list);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A direct complaint, with what can be done now; `asOf` shows it as it was' })
  @Answers(200, DirectComplaintDto, { description: 'The complaint', etag: true })
  async read(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const { state, revision, isDestroyed } = await this.load(id, 'operator.read', request, asOf);
    const view = isDestroyed
      ? destroyedView(state, revision)
      : await directView(state, revision, new PersonalView(this.personal, true));
    const actions = asOf === undefined ? this.endpoint.actions(state, principalOf(request)) : [];
    return revised(request, reply, revision, () => ({ ...view, actions }));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Every event of the complaint: when it happened, when it was recorded, by whom' })
  @Answers(200, HistoryDto, { description: 'The history', etag: true })
  async history(
    @UuidParam('id') id: string,
    @AsOf() asOf: AsOfPoint | undefined,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const { revision, records } = await this.load(id, 'operator.read-history', request, asOf);
    return revised(request, reply, revision, () => ({ id, events: records.map(historyEntry) }));
  }

  @Get(':id/actions')
  @ApiOperation({ summary: 'What can be done now, and for everything else the rule that stands against it' })
  @Answers(200, DirectActionsDto, { description: 'What can be done now' })
  async actions(@UuidParam('id') id: string, @Req() request: SignedIn): Promise<object> {
    const { state, revision } = await this.load(id, 'operator.read', request);
    const actions = this.endpoint.actions(state, principalOf(request));
    return { id, revision, phase: state.phase, actions };
  }

  @Post(':id/contact-disclosures')
  @HttpCode(200)
  @ApiOperation({ summary: "See the complainant's contact in full, for a purpose that is recorded" })
  @Answers(200, DirectContactDto, { description: 'The contact in full', etag: true })
  async disclose(
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @CommandBody(DirectDisclosureDto) body: DirectDisclosureDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const action = 'operator.reveal-contact';
    await this.endpoint.run(
      { id, key, action, body, request, reply },
      (asked) => new CarryOutDirect(asked, 'DiscloseContact', body),
    );
    const { state } = await this.load(id, action, request);
    const closed = contactIsOpen(state, principalOf(request).id, this.complaints.now());
    if (closed) throw new RefusalError(closed);
    return contactView(state, new PersonalView(this.personal, true));
  }

  /** A file that has been destroyed shows nothing of what it said, at no moment of its history. */
  private async load(id: string, action: Action, request: SignedIn, asOf?: AsOfPoint) {
    const until = asOf === undefined ? {} : 'revision' in asOf ? asOf : { recordedAt: asOf.instant };
    const access = accessFor(principalOf(request), action);
    const present = await this.complaints.read(id, access);
    if ('denial' in present) return throwDenied(present.denial);
    const isDestroyed = present.loaded.state.phase === 'destroyed';
    if (asOf === undefined) return { ...present.loaded, isDestroyed };
    const then = await this.complaints.read(id, access, until);
    return 'denial' in then ? throwDenied(then.denial) : { ...then.loaded, isDestroyed };
  }

  private async entry(row: DirectRow): Promise<object> {
    const name = row.complainant ? await this.personal.reveal(row.complainant) : null;
    return {
      id: row.complaint_id,
      number: row.number,
      revision: row.revision,
      phase: row.phase,
      way: row.way,
      receivedAt: row.received_at,
      registeredAt: row.registered_at,
      complainant: name === ERASED ? { erased: true } : name && maskName(name),
      unit: row.unit,
      responsible: row.responsible,
      outcome: row.outcome,
      keepUntil: row.keep_until,
    };
  }
}
