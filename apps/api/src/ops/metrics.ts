import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { VitalSigns } from '#use-cases';
import { exposed } from './exposition.js';
import { QueueHealth } from './health.js';
import { HeardMatchingFaults } from './heard-matching-faults.js';
import type { Measure } from './measure.js';
import { measuresOf } from './vital-metrics.js';

const GOOD_FOR_MS = 5_000;

/** Numbers for Prometheus. Labels are patterns of routes: never an address, an id or a municipality. */
@Injectable()
export class Metrics implements OnModuleInit {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor(
    private readonly host: HttpAdapterHost,
    faults: HeardMatchingFaults,
    private readonly vitals: VitalSigns,
    private readonly queue: QueueHealth,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.registry.registerMetric(faults.counter);
  }

  private latest: { at: number; measures: Promise<Measure[]> } | undefined;
  readonly contentType = this.registry.contentType;

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      this.durations.observe(labels, reply.elapsedTime / 1000);
    });
  }

  async text(): Promise<string> {
    const [own, ofTheInstallation] = await Promise.all([this.registry.metrics(), this.ofTheInstallation()]);
    return `${own}\n${exposed([...ofTheInstallation, this.depth()])}`;
  }

  /** Whoever asks often gets the same again. Nothing while the database is away: the ages would be lies. */
  private ofTheInstallation(): Promise<Measure[]> {
    const now = performance.now();
    if (!this.latest || now - this.latest.at > GOOD_FOR_MS)
      this.latest = { at: now, measures: this.vitals.read().then(measuresOf, () => []) };
    return this.latest.measures;
  }

  private depth(): Measure {
    const name = 'fodfaeste_queue_wake_ups';
    const samples = this.queue.depths.map(({ queue, state, wakeUps }) => ({
      name,
      labels: { queue, state },
      value: wakeUps,
    }));
    return { name, help: 'Wake-ups in Redis, by queue and state', type: 'gauge', samples };
  }
}
