import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { permit, type SignedIn } from '#identity';
import { addMilliseconds, refuse } from '#kernel';
import { Clock, ClockNotMoved, EvaluationClock } from '#platform/clock';
import {
  Answers,
  CommandBody,
  IsInstant,
  MayBeMissing,
  RefusalError,
  toInstant,
  type ProblemCatalogue,
} from '#platform/http';
import { IsInt, Max, Min } from 'class-validator';
import { OfficeTimeDto } from './system.dto.js';

const YEAR_OF_MINUTES = 366 * 24 * 60;
/** Beyond this no calendar reckons, and a clock that was moved there could not be moved back. */
const LAST_MOMENT = '2099-01-01T00:00:00.000Z';

/** Where to move the clock: to a moment, or on by some minutes. One of the two. */
export class MoveClockDto {
  @MayBeMissing() @IsInstant() to?: string;
  @MayBeMissing() @IsInt() @Min(1) @Max(YEAR_OF_MINUTES) minutes?: number;
}

/** What moving the clock can be refused for. */
export const EVALUATION_PROBLEMS = {
  'clock-only-forward': {
    status: 422,
    title: { zh: '时钟只能向前调', en: 'The clock only moves forward' },
    remedy: { zh: '请给出更晚的时刻。', en: 'Name a later moment.' },
  },
  'clock-too-far': {
    status: 422,
    title: { zh: '时钟不能调到 2099 年以后', en: 'The clock cannot be moved beyond the year 2098' },
    remedy: { zh: '请给出更早的时刻。', en: 'Name an earlier moment.' },
  },
  'clock-move-unclear': {
    status: 422,
    title: { zh: '请给出 to 或 minutes 之一', en: 'Give either `to` or `minutes`' },
    remedy: { zh: '只填一项。', en: 'Fill in exactly one of them.' },
  },
} as const satisfies ProblemCatalogue<string>;

/** The movable clock of the evaluation profile: a month of deadlines in a minute. */
@ApiTags('evaluation')
@Controller('v1/evaluation/clock')
export class EvaluationController {
  constructor(
    private readonly clock: Clock,
    private readonly evaluation: EvaluationClock,
  ) {}

  @Get()
  @ApiOperation({ summary: "The office's time" })
  @Answers(200, OfficeTimeDto, { description: "The office's time" })
  async now(@Req() request: SignedIn): Promise<object> {
    permit(request, 'clock.read-evaluation');
    return { now: await this.clock.read() };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Move the time forward; timers that fall due fire within about a second' })
  @Answers(200, OfficeTimeDto, { description: 'The time as it is now' })
  async move(
    @CommandBody(MoveClockDto) { to, minutes }: MoveClockDto,
    @Req() request: SignedIn,
  ): Promise<object> {
    permit(request, 'clock.move-evaluation');
    if ((to === undefined) === (minutes === undefined))
      throw new RefusalError(refuse('clock-move-unclear', []));
    const target =
      to === undefined ? addMilliseconds(this.clock.now(), (minutes ?? 0) * 60_000) : toInstant(to);
    if (target >= LAST_MOMENT) throw new RefusalError(refuse('clock-too-far', [], { target }));
    try {
      await (to === undefined
        ? this.evaluation.advance((minutes ?? 0) * 60_000)
        : this.evaluation.moveTo(target));
    } catch (error) {
      if (error instanceof ClockNotMoved)
        throw new RefusalError(refuse('clock-only-forward', [], { reason: error.reason }));
      throw error;
    }
    return { now: await this.clock.read() };
  }
}
