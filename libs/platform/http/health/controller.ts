import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnyQuery } from '../conventions/known-query.js';
import { Answers } from '../openapi/documented.js';
import { Public } from '../openapi/public.js';
import { HealthRegistry } from './registry.js';
import { HealthReportDto, LifeDto } from './report.dto.js';

/** Whether the process lives, has started, and can serve. */
@ApiTags('health')
@Controller('health')
@Public()
@AnyQuery()
export class HealthController {
  constructor(@Inject(HealthRegistry) private readonly health: HealthRegistry) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @Answers(200, LifeDto, { description: 'It lives' })
  live() {
    return { status: 'up' };
  }

  @Get('startup')
  @ApiOperation({ summary: 'The process has finished starting' })
  @Answers(200, LifeDto, { description: 'Started' })
  @Answers(503, LifeDto, { description: 'Still starting' })
  startup(@Res({ passthrough: true }) reply: FastifyReply) {
    if (!this.health.isStarted) void reply.code(503);
    return { status: this.health.isStarted ? 'up' : 'down' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Every required part is up' })
  @Answers(200, HealthReportDto, { description: 'Ready; parts that are not required may be degraded' })
  @Answers(503, HealthReportDto, { description: 'A required part is down' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    if (report.status === 'down') void reply.code(503);
    return report;
  }
}
