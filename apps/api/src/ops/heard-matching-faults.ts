import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Counter } from 'prom-client';
import { indexDifferences, MatchingFaults, type IndexDifference } from '#use-cases';

/** An alarm can watch the counter; the log says for which municipality. Neither says about whom. */
@Injectable()
export class HeardMatchingFaults extends MatchingFaults {
  readonly counter = new Counter({
    name: 'matching_differs_from_rows_total',
    help: 'Answers for which the matching said otherwise than the rows of the same moment. Above zero is a fault of the program',
    labelNames: ['difference'] as const,
    registers: [],
  });

  constructor(private readonly host: HttpAdapterHost) {
    super();
    for (const difference of indexDifferences) this.counter.inc({ difference }, 0);
  }

  report(municipalityId: string, difference: IndexDifference): void {
    this.counter.inc({ difference });
    const { log } = this.host.httpAdapter.getInstance<FastifyInstance>();
    log.error({ municipalityId, difference }, 'matching differs from a row; what the row says is answered');
  }
}
