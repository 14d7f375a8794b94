import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Operation } from '../http/operation.js';
import { Public } from '../http/roles.js';
import { LiveResponse, ReadinessResponse } from './ops.responses.js';
import { Readiness, type ReadinessReport } from './readiness.js';

/** For balancers and orchestrators. Tells states and no reasons: those stand in the log. */
@Controller()
@ApiTags('Drift')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public()
  @Operation({ summary: 'Processen lever', description: 'Spørger ingen andre.', answer: LiveResponse })
  live(): LiveResponse {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Operation({
    summary: 'Om der må sendes trafik hertil',
    description: '200 for ready og degraded, 503 for not-ready.',
    answer: ReadinessResponse,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    if (report.status === 'not-ready') void reply.code(HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }
}
