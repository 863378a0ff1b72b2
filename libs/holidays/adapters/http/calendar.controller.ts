import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { dayInChina, type Day } from '#kernel';
import { CalendarError } from '#calendar';
import { Clock } from '#platform/clock';
import {
  Answers,
  CheckedQuery,
  fieldError,
  type FieldErrorCode,
  IsDay,
  IsText,
  MayBeMissing,
  ProblemError,
  Public,
} from '#platform/http';
import { LiveCalendars, OwnDays } from '../../use-cases/index.js';
import { KnownNoticeDto, KnownNoticesDto, YearDto } from './answers.dto.js';
import { noticeView, yearView } from './calendar-view.js';

const YEAR = /^(?:20\d\d|2100)$/;

/** Of which office, and what was known on which day. */
export class CalendarQuery {
  /** The day on which it is asked what could be known; today when absent. */
  @MayBeMissing() @IsDay() knownOn?: Day;
  /** With the own days of this office. */
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}

/** Which days work, and which notices say so. Open to everybody, as the notices are. */
@ApiTags('calendar')
@Controller('v1/calendar')
@Public()
export class CalendarController {
  constructor(
    private readonly calendars: LiveCalendars,
    private readonly clock: Clock,
    private readonly offices: OwnDays,
  ) {}

  @Get('notices')
  @ApiOperation({
    summary: 'The notices on public holidays that are known here, the latest publication first',
  })
  @Answers(200, KnownNoticesDto, { description: 'The notices' })
  notices(): object {
    const { book } = this.calendars;
    return {
      items: book.notices.toReversed().map((notice) => noticeView(notice, book.recordedAt(notice.id))),
    };
  }

  @Get('notices/:id')
  @ApiOperation({ summary: 'One notice' })
  @Answers(200, KnownNoticeDto, { description: 'The notice' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  notice(@Param('id') id: string): object {
    const { book } = this.calendars;
    const found = book.notices.find((notice) => notice.id === id);
    if (!found) throw new ProblemError('not-found');
    return noticeView(found, book.recordedAt(id));
  }

  @Get('years/:year')
  @ApiOperation({ summary: 'Every day of a year: whether it works, and why, as known on a day' })
  @Answers(200, YearDto, { description: 'The year, day by day' })
  @ApiParam({ name: 'year', schema: { type: 'integer', minimum: 2000, maximum: 2100 } })
  year(@Param('year') year: string, @CheckedQuery(CalendarQuery) query: CalendarQuery): object {
    if (!YEAR.test(year)) throw new ProblemError('not-found');
    const { knownOn = dayInChina(this.clock.now()), office } = query;
    if (office !== undefined && !this.offices.knows(office)) throw wrong('/office', 'not-known');
    try {
      return yearView(this.calendars.book.calendarOf(knownOn, office), Number(year));
    } catch (error) {
      if (error instanceof CalendarError) throw wrong('/knownOn', 'not-reckoned');
      throw error;
    }
  }
}

function wrong(pointer: string, code: FieldErrorCode): ProblemError {
  return new ProblemError('validation-failed', {
    facts: { count: 1 },
    errors: [fieldError(code, pointer, {}, 'query')],
  });
}
