import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { dayInChina, type Day } from '#kernel';
import { CalendarError, Calendars, type Calendar } from '#calendar';
import { Shelf } from '#rulebook';
import { Clock } from '#platform/clock';
import { Answers, CheckedQuery, Public } from '#platform/http';
import type { FastifyReply } from 'fastify';
import { Offices } from '../../../use-cases/index.js';
import { DueDateDto } from '../answers/clocks.dto.js';
import { reckoningInWords } from '../reckoning-words.js';
import { calendarFile } from './ics.js';
import { DueDateQuery, unfit } from './query.js';
import { reckon, sourceOf, wasInForce } from './reckoning.js';

/** When is it due? Open to everybody: the same counting that the cases use, day by day. */
@ApiTags('due-dates')
@Controller('v1')
@Public()
export class DueDateController {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly shelf: Shelf,
  ) {}

  @Get('due-date')
  @ApiOperation({ summary: 'When is it due, and how was that counted?' })
  @Answers(200, DueDateDto, { description: 'The due date and its reckoning' })
  dueDate(@CheckedQuery(DueDateQuery) query: DueDateQuery): object {
    const calendar = this.calendarFor(query);
    const reckoning = reckon(query, calendar, this.shelf);
    const { rulebook, rule, verification, explanation } = reckoning;
    return {
      ...(rule && {
        rulebook: rulebook?.id,
        inForce: wasInForce(reckoning),
        code: rule.code,
        article: rule.article,
        verification,
      }),
      ...explanation,
      knownOn: calendar.knownOn,
      ...(query.office === undefined ? {} : { office: query.office }),
      words: reckoningInWords(explanation, sourceOf(reckoning)),
    };
  }

  @Get('due-date.ics')
  @ApiOperation({ summary: "The same as an entry for one's own calendar" })
  @ApiResponse({
    status: 200,
    description: 'A calendar file (RFC 5545)',
    content: { 'text/calendar': { schema: { type: 'string' } } },
  })
  file(
    @CheckedQuery(DueDateQuery) query: DueDateQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const reckoning = reckon(query, this.calendarFor(query), this.shelf);
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="due-${reckoning.explanation.dueOn}.ics"`);
    return calendarFile(reckoning, this.clock.now(), query.office);
  }

  private calendarFor({ knownOn, office }: DueDateQuery): Calendar {
    const today = dayInChina(this.clock.now());
    const calendar = this.calendarOf(knownOn ?? today, office);
    // What will be known by then nobody knows yet.
    return (knownOn ?? today) > today ? unfit('/knownOn', 'in-the-future') : calendar;
  }

  private calendarOf(knownOn: Day, office?: string): Calendar {
    if (office !== undefined && !this.offices.knows(office)) return unfit('/office', 'not-known');
    try {
      return this.calendars.book.calendarOf(knownOn, office);
    } catch (error) {
      if (error instanceof CalendarError) return unfit('/knownOn', 'not-reckoned');
      throw error;
    }
  }
}
