import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { permit, type SignedIn } from '#identity';
import { Answers } from '#platform/http';
import { Passes, type Pass } from '#platform/passes';
import { partsOf, PASSES } from '../rescheduling/index.js';
import { ReschedulingDto } from './answers/rescheduling.dto.js';

/** How far clocks have been counted anew since the calendar changed. Shows no case. */
@ApiTags('calendar')
@Controller('v1/calendar/rescheduling')
export class ReschedulingController {
  constructor(private readonly passes: Passes) {}

  @Get()
  @ApiOperation({ summary: 'How far the clocks of each office have been counted anew' })
  @Answers(200, ReschedulingDto, { description: 'One line for each office' })
  async rescheduling(@Req() request: SignedIn): Promise<object> {
    permit(request, 'calendar.read-rescheduling');
    return { items: (await this.passes.list(PASSES)).map(view) };
  }
}

function view({ name, mark, tally, begunAt, endedAt }: Pass): object {
  const { version, knownOn } = partsOf(mark);
  const { looked = 0, moved = 0, stayed = 0, failed = 0 } = tally;
  const office = name.slice(PASSES.length);
  return { office, calendar: version, knownOn, begunAt, endedAt, looked, moved, stayed, failed };
}
