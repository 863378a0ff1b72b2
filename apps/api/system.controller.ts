import { Controller, Get, HttpCode, Optional, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { permit, type SignedIn } from '#identity';
import { Answers, ProblemError } from '#platform/http';
import { ProjectionRunner, ReadModels } from '#platform/projections';
import { WakeUpQueue } from '#platform/queue';
import { ReactionLedger } from '#platform/reactions';
import { TimerLedger } from '#platform/timers';
import { ReactionsDto, ReadModelsDto, RebuildDto, TimerStatusDto } from './system.dto.js';

/** How the machinery stands, for administrators. None of it shows a case. */
@ApiTags('system')
@Controller('v1/system')
export class SystemController {
  constructor(
    private readonly models: ReadModels,
    @Optional() private readonly runner?: ProjectionRunner,
    @Optional() private readonly queue?: WakeUpQueue,
    @Optional() private readonly timers?: TimerLedger,
    @Optional() private readonly reactions?: ReactionLedger,
  ) {}

  @Get('projections')
  @ApiOperation({ summary: 'Every read model: how far it has read, and whether it stopped' })
  @Answers(200, ReadModelsDto, { description: 'The read models' })
  async projections(@Req() request: SignedIn): Promise<object> {
    permit(request, 'projection.status');
    return { items: await this.models.status() };
  }

  @Post('projections/:name/rebuilds')
  @HttpCode(200)
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Build a read model anew beside the live one, and switch to it' })
  @Answers(200, RebuildDto, { description: 'Built and switched to' })
  async rebuild(@Param('name') name: string, @Req() request: SignedIn): Promise<object> {
    permit(request, 'projection.rebuild');
    const known = (await this.models.status()).some((model) => model.name === name);
    if (!known || !this.runner) throw new ProblemError('not-found');
    return this.runner.rebuild(name);
  }

  @Get('timers')
  @ApiOperation({ summary: 'The queue and the timers: pending, late, parked' })
  @Answers(200, TimerStatusDto, { description: 'Queue and timers' })
  async timerStatus(@Req() request: SignedIn): Promise<object> {
    permit(request, 'queue.status');
    return {
      queue: this.queue?.status(),
      timers: await this.timers?.status(),
      parked: await this.timers?.parked(),
    };
  }

  @Get('reactions')
  @ApiOperation({
    summary: 'What follows from events at other offices: how far it has come, and what is parked',
  })
  @Answers(200, ReactionsDto, { description: 'The reactions' })
  async reactionStatus(@Req() request: SignedIn): Promise<object> {
    permit(request, 'queue.status');
    return { items: await this.reactions?.status(), parked: await this.reactions?.parked() };
  }
}
