import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { permit, principalOf, type SignedIn } from '#identity';
import {
  Answers,
  CommandBody,
  commandKeysOf,
  done,
  HttpSecret,
  IdempotencyKey,
  RefusalError,
} from '#platform/http';
import type { FastifyReply } from 'fastify';
import { sameNotice, type NoticeInput } from '../../domain/index.js';
import {
  AddNotice,
  AffectedClocks,
  HolidayRecords,
  LiveCalendars,
  previewOf,
} from '../../use-cases/index.js';
import { AddedNoticeDto, DryRunDto } from './answers.dto.js';
import { noticeView } from './calendar-view.js';
import { HolidayNoticeDto, noticeInputOf } from './notice.dto.js';

/** How many clocks a dry run lists; it counts all of them. */
const LISTED = 500;

/** Entering a notice on public holidays, and what it would do before that is done. */
@ApiTags('calendar')
@Controller('v1/calendar/notices')
export class CalendarAdministrationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: HolidayRecords,
    private readonly calendars: LiveCalendars,
    private readonly affected: AffectedClocks,
    private readonly secret: HttpSecret,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Enter a notice of the State Council; running clocks that it moves are counted anew',
  })
  @Answers(200, AddedNoticeDto, { description: 'Known already', etag: true })
  @Answers(201, AddedNoticeDto, { description: 'Entered', etag: true })
  async add(
    @IdempotencyKey() key: string,
    @CommandBody(HolidayNoticeDto) body: HolidayNoticeDto,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    permit(request, 'calendar.add-notice');
    const { id, roles, officeId } = principalOf(request);
    const notice = noticeInputOf(body);
    const keys = commandKeysOf({ key, body, request, reply }, id, this.secret);
    const attempt = { ...keys, actor: { id, roles, office: officeId } };
    const { events } = done(await this.commands.execute(new AddNotice(attempt, notice)), reply);
    return this.added(notice, events.length > 0, reply);
  }

  @Post('dry-run')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a notice would do: every running clock that would move. Nothing is kept' })
  @Answers(200, DryRunDto, { description: 'What it would do' })
  async dryRun(
    @CommandBody(HolidayNoticeDto) body: HolidayNoticeDto,
    @Req() request: SignedIn,
  ): Promise<object> {
    permit(request, 'calendar.add-notice');
    const notice = noticeInputOf(body);
    const after = await this.records.trial(notice);
    if (isRefusal(after)) throw new RefusalError(after);
    const { book } = this.calendars;
    return {
      known: sameNotice(book.notices, notice) !== undefined,
      ...(await previewOf(this.affected, book, after, LISTED)),
    };
  }

  private added(notice: NoticeInput, isNew: boolean, reply: FastifyReply): object {
    const { book } = this.calendars;
    const found = sameNotice(book.notices, notice);
    if (!found) throw new Error('the notice that was recorded is not in the book');
    void reply.header('location', `/v1/calendar/notices/${found.id}`);
    if (!isNew) void reply.code(200);
    return { added: isNew, notice: noticeView(found, book.recordedAt(found.id)) };
  }
}
