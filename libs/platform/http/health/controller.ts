import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../openapi/public.js';
import { HealthRegistry } from './registry.js';

/** Whether the process lives, has started, and can serve. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(@Inject(HealthRegistry) private readonly health: HealthRegistry) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiResponse({ status: 200, description: 'It lives' })
  live() {
    return { status: 'up' };
  }

  @Get('startup')
  @ApiOperation({ summary: 'The process has finished starting' })
  @ApiResponse({ status: 200, description: 'Started' })
  @ApiResponse({ status: 503, description: 'Still starting' })
  startup(@Res({ passthrough: true }) reply: FastifyReply) {
    if (!this.health.isStarted) void reply.code(503);
    return { status: this.health.isStarted ? 'up' : 'down' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Every required part is up' })
  @ApiResponse({ status: 200, description: 'Ready; parts that are not required may be degraded' })
  @ApiResponse({ status: 503, description: 'A required part is down' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    if (report.status === 'down') void reply.code(503);
    return report;
  }
}
