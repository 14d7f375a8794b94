import { Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { FailedJobsController } from './failed-jobs.controller.js';
import { ApiConfig } from '../config.js';
import { DatabaseHealth, QueueHealth } from './health.js';
import { HealthController } from './health.controller.js';
import { type Mapped, MappedDatabase } from './mapped-database.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { Readiness } from './readiness.js';

/** Two probes of a balancer that asks every second. */
const DRAIN_MS = 2_000;

/** For those who run it. A module that provides QueueHealth globally is asked too. */
@Module({
  controllers: [HealthController, MetricsController, FailedJobsController],
  providers: [
    Metrics,
    {
      provide: Readiness,
      useFactory: (database: DatabaseHealth, config: ApiConfig, queue?: QueueHealth) =>
        new Readiness(database, queue, config.NODE_ENV === 'production' ? DRAIN_MS : 0),
      inject: [DatabaseHealth, ApiConfig, { token: QueueHealth, optional: true }],
    },
    {
      provide: DatabaseHealth,
      useFactory: (database: Mapped) => new MappedDatabase(database),
      inject: [getDataSourceToken()],
    },
  ],
  exports: [Readiness],
})
export class OpsModule {}
