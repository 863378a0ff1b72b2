import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayInChina } from '#kernel';
import { Calendars } from '#calendar';
import {
  isDenial,
  listScope,
  principalOf,
  supervisedOffices,
  type Denial,
  type ListAction,
  type ListScope,
  type SignedIn,
} from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  IsCode,
  IsDay,
  IsText,
  ListCursors,
  MayBeMissing,
  PageQuery,
  ProblemError,
  type Page,
} from '#platform/http';
import { ERASED, maskName, PersonalData } from '#platform/personal-data';
import { CLOCK_CODES } from '#rulebook';
import type { FastifyReply } from 'fastify';
import { CLOCK_STATUSES, PHASES, type Clock, type Phase } from '../../domain/index.js';
import {
  ListDeadlines,
  ListRegister,
  ListSupervision,
  ListWork,
  NOTHING_URGENT,
  type DeadlineCursor,
  type DeadlineEntry,
  type RegisterCursor,
  type RegisterEntry,
  type WorkCursor,
} from '../../read-models/index.js';
import { Cases, Offices } from '../../use-cases/index.js';
import { DeadlinePageDto, RegisterPageDto, SupervisionPageDto, WorkPageDto } from './answers/lists.dto.js';
import { clockView } from './clock-view.js';

/** A list of the own office, or of one below it that the person supervises. */
export class OfficeQuery extends PageQuery {
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}

export class RegisterQuery extends OfficeQuery {
  @MayBeMissing() @IsCode(PHASES) phase?: Phase;
  /** Part of the respondent's name. */
  @MayBeMissing() @IsText({ max: 100 }) respondent?: string;
}

/** Those of rulebooks, and that of promises to call. */
const LISTED_CODES = [...CLOCK_CODES, 'DL-CALLBACK'] as const;

export class DeadlineQuery extends OfficeQuery {
  @MayBeMissing() @IsCode(CLOCK_STATUSES) status?: (typeof CLOCK_STATUSES)[number];
  @MayBeMissing() @IsCode(LISTED_CODES) code?: Clock['code'];
  @MayBeMissing() @IsDay() dueFrom?: string;
  @MayBeMissing() @IsDay() dueTo?: string;
}

/** The lists of an office: each holds what the person may see, and no more. */
@ApiTags('lists')
@Controller('v1')
export class ListsController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly queries: QueryBus,
    private readonly cases: Cases,
    private readonly personal: PersonalData,
    private readonly calendars: Calendars,
    private readonly offices: Offices,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get('complaints')
  @ApiOperation({ summary: 'The register of complaints, newest receipt first' })
  @Answers(200, RegisterPageDto, { description: 'A page of the register' })
  async register(
    @CheckedQuery(RegisterQuery) query: RegisterQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const { phase, respondent } = query;
    const scope = this.scope(request, 'complaint.list', query.office);
    const list = this.cursors.open('register', query, { phase, respondent }, scope);
    const found = await this.queries.execute(
      new ListRegister(scope, list.limit, { phase, respondent }, list.after as RegisterCursor | undefined),
    );
    const items = await Promise.all(found.rows.map((row) => this.registerEntry(row)));
    return this.cursors.page(request, reply, items, found, list);
  }

  @Get('work-list')
  @ApiOperation({
    summary: 'Cases with open clocks, the most urgent first; last those that wait for their closing',
  })
  @Answers(200, WorkPageDto, { description: 'A page of the work list' })
  async work(
    @CheckedQuery(OfficeQuery) query: OfficeQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = this.scope(request, 'worklist.read', query.office);
    const list = this.cursors.open('work', query, {}, scope);
    const found = await this.queries.execute(
      new ListWork(scope, list.limit, list.after as WorkCursor | undefined),
    );
    const now = this.cases.now();
    const calendar = this.calendars.book.calendarOf(dayInChina(now), scope.officeId);
    const items = found.rows.map(
      ({ complaint_id, number, phase, respondent, handlers, reviewer, overdue, urgent_at, clocks }) => ({
        id: complaint_id,
        number,
        phase,
        respondent,
        handlers,
        reviewer,
        overdue,
        toDo: clocks.some(offersMediation) ? ['offer-mediation'] : [],
        urgentAt: urgent_at === NOTHING_URGENT ? null : urgent_at,
        clocks: clocks.map((clock) => clockView(clock, now, calendar)),
      }),
    );
    return this.cursors.page(request, reply, items, found, list);
  }

  @Get('deadlines')
  @ApiOperation({ summary: 'Every clock of the office, the earliest due first' })
  @Answers(200, DeadlinePageDto, { description: 'A page of deadlines' })
  async deadlines(
    @CheckedQuery(DeadlineQuery) query: DeadlineQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const { status, code, dueFrom, dueTo } = query;
    const filter = { status, code, dueFrom, dueTo };
    const scope = this.scope(request, 'deadline.list', query.office);
    const list = this.cursors.open('deadlines', query, filter, scope);
    const found = await this.queries.execute(
      new ListDeadlines(scope, list.limit, filter, list.after as DeadlineCursor | undefined),
    );
    return this.cursors.page(request, reply, found.rows.map(deadlineEntry), found, list);
  }

  @Get('supervision')
  @ApiOperation({
    summary:
      'Of the offices below: what ran out, was brought before their superior, or waits for him; oldest first',
  })
  @Answers(200, SupervisionPageDto, { description: 'A page of what a superior office has to look at' })
  async supervision(
    @CheckedQuery(OfficeQuery) query: OfficeQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const principal = principalOf(request);
    const below = supervisedOffices(principal, (office) => this.offices.tree.subtreeOf(office));
    if (isDenial(below)) return denied(below);
    const { office } = query;
    if (office !== undefined && !below.includes(office)) throw new ProblemError('not-found');
    const scope = { offices: office === undefined ? below : [office], person: principal.id };
    const list = this.cursors.open('supervision', query, {}, scope);
    const found = await this.queries.execute(
      new ListSupervision(scope, list.limit, list.after as DeadlineCursor | undefined),
    );
    const items = found.rows.map((row) => ({
      ...deadlineEntry(row),
      office: row.office,
      phase: row.phase,
      escalatedTo: row.escalated_to,
      extensionAskedAt: row.extension_asked_at,
    }));
    return this.cursors.page(request, reply, items, found, list);
  }

  /** @param office of whom the list is asked, if not of the own one */
  private scope(request: SignedIn, action: ListAction, office?: string): ListScope {
    const asked =
      office === undefined
        ? undefined
        : { officeId: office, superiors: this.offices.tree.superiorsOf(office) };
    const scope = listScope(principalOf(request), action, asked);
    return isDenial(scope) ? denied(scope) : scope;
  }

  private async registerEntry(row: RegisterEntry): Promise<object> {
    const name = row.complainant ? await this.personal.reveal(row.complainant) : null;
    return {
      id: row.complaint_id,
      number: row.number,
      revision: row.revision,
      phase: row.phase,
      outcome: row.outcome,
      endedAs: row.ended_as,
      endedAt: row.ended_at,
      channel: row.channel,
      receivedAt: row.received_at,
      registeredAt: row.registered_at,
      registeredBy: row.registered_by,
      office: row.office,
      origin: row.origin,
      complainant: name === ERASED ? { erased: true } : name && maskName(name),
      complainants: row.complainants,
      respondent: row.respondent,
      respondentKind: row.respondent_kind,
      handlers: row.handlers,
      statutoryRulebook: row.statutory_rulebook,
    };
  }
}

/** G24: nobody reported a settlement in time, so mediation is to be offered. */
function offersMediation({ status, onMiss }: Clock): boolean {
  return status === 'missed' && onMiss === 'start-mediation';
}

/** One clock of one case, as every list of clocks shows it. */
export function deadlineEntry(row: DeadlineEntry): object {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    respondent: row.respondent,
    clock: row.clock,
    code: row.code,
    rulebook: row.rulebook,
    basis: row.basis,
    status: row.status,
    startedAt: row.started_at,
    dueOn: row.due_on,
    dueAt: row.due_at,
    metAt: row.met_at,
    missedAt: row.missed_at,
    verification: row.verification,
    provisional: row.provisional,
  };
}

/** An office that is none of the person's business is not there. */
function denied({ kind, reason }: Denial): never {
  throw kind === 'not-visible'
    ? new ProblemError('not-found')
    : new ProblemError('forbidden', { facts: { reason } });
}
