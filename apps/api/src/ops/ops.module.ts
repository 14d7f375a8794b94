import { Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { ProbeConnection } from '#persistence';
import { QueueSet } from '#queues';
import { ApiConfig } from '../config.js';
import { useCasesOf } from '../http/use-case-providers.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { DatabaseHealth, QueueHealth } from './health.js';
import { HealthController } from './health.controller.js';
import { HeardMatchingFaults } from './heard-matching-faults.js';
import { MappedDatabase, type Mapped } from './mapped-database.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { QueueInDatabase, QueueProbe } from './queue-probe.js';
import { Readiness } from './readiness.js';
import { Watcher } from './watcher.js';

/** For those who run it. The one place where the API knows of the queues, and only to ask whether they are up. */
@Module({
  controllers: [HealthController, MetricsController, FailedJobsController],
  providers: [
    ...useCasesOf([FailedJobsController]),
    HeardMatchingFaults,
    Metrics,
    Watcher,
    {
      provide: DatabaseHealth,
      useFactory: (mapped: Mapped, database: ProbeConnection) => new MappedDatabase(mapped, database),
      inject: [getDataSourceToken(), ProbeConnection],
    },
    {
      provide: QueueHealth,
      useFactory: ({ REDIS_URL, DATABASE_URL, QUEUE_PREFIX }: ApiConfig) =>
        REDIS_URL
          ? new QueueProbe(
              new QueueSet({ redisUrl: REDIS_URL, databaseUrl: DATABASE_URL, prefix: QUEUE_PREFIX }),
            )
          : new QueueInDatabase(),
      inject: [ApiConfig],
    },
    {
      provide: Readiness,
      useFactory: (database: DatabaseHealth, queue: QueueHealth, config: ApiConfig) =>
        new Readiness(database, queue, config.drainMs),
      inject: [DatabaseHealth, QueueHealth, ApiConfig],
    },
  ],
  exports: [HeardMatchingFaults],
})
export class OpsModule {}
