import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '../http/operation.js';
import { HttpProblem } from '../http/problem.js';
import { Public } from '../http/roles.js';
import { Metrics } from './metrics.js';

@Controller()
@ApiTags('Drift')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('metrics')
  @Public()
  @Operation({
    summary: 'Målinger til Prometheus',
    description: 'Kun indefra: findes ikke for den, der kommer gennem en proxy.',
    produces: ['text/plain'],
    problems: ['not-found'],
  })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    // Whoever comes from outside comes through the proxy, which says for whom it asks.
    if ('x-forwarded-for' in request.headers || 'forwarded' in request.headers)
      throw new HttpProblem('not-found');
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
