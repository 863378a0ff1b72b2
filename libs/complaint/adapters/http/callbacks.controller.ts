import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import {
  Answers,
  CheckedQuery,
  HttpSecret,
  IsCode,
  IsText,
  ListCursors,
  MayBeMissing,
  PageQuery,
  type Page,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { CALLBACK_KINDS, type CallbackKind } from '../../domain/index.js';
import { ListCallbacks, type CallbackCursor, type CallbackEntry } from '../../read-models/index.js';
import { CallbackPageDto } from './answers/callbacks.dto.js';
import { ownScope } from './own-scope.js';

export class CallbackQuery extends PageQuery {
  @MayBeMissing() @IsCode(CALLBACK_KINDS) kind?: CallbackKind;
  /** Account id of whose calls they are. */
  @MayBeMissing() @IsText({ max: 255 }) assignee?: string;
}

/** The callback work list (回访待办): what the person may see of it, and no more. */
@ApiTags('lists')
@Controller('v1/callbacks')
export class CallbacksController {
  private readonly cursors: ListCursors;

  constructor(
    private readonly queries: QueryBus,
    secret: HttpSecret,
  ) {
    this.cursors = new ListCursors(secret);
  }

  @Get()
  @ApiOperation({
    summary:
      'Calls that are owed, the most urgent first, with dissatisfied complainants who wait for a decision',
  })
  @Answers(200, CallbackPageDto, { description: 'A page of the callback work list' })
  async callbacks(
    @CheckedQuery(CallbackQuery) query: CallbackQuery,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<object>> {
    const scope = ownScope(request, 'callback.list');
    const { kind, assignee } = query;
    const list = this.cursors.open('callbacks', query, { kind, assignee }, scope);
    const found = await this.queries.execute(
      new ListCallbacks(scope, list.limit, { kind, assignee }, list.after as CallbackCursor | undefined),
    );
    return this.cursors.page(request, reply, found.rows.map(entryOf), found, list);
  }
}

function entryOf(row: CallbackEntry): object {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    phase: row.phase,
    respondent: row.respondent,
    callbackId: row.callback_id,
    kind: row.kind,
    origin: row.origin,
    setBy: row.set_by,
    setAt: row.set_at,
    assignee: row.assignee,
    toDo: row.asks_for,
    clock: row.clock,
    status: row.status,
    dueOn: row.due_on,
    dueAt: row.due_at,
    reminded: row.reminded,
    attempts: row.attempts,
    lastAttempt:
      row.last_attempt_at === null ? null : { outcome: row.last_outcome, attemptedAt: row.last_attempt_at },
  };
}
