import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Alarms } from '#use-cases';
import { ApiConfig } from '../config.js';
import { postAlarm, POSTED_WITHIN_SECONDS } from './post-alarm.js';
import { allAreBack, whatIsSilent } from './what-is-silent.js';

const LOOKS_EVERY_SECONDS = 30;
/** However short the silence is set, so many looks fall into it. */
const LOOKS_IN_A_SILENCE = 6;

/**
 * Watches the watchers. Each process of the API looks for itself, at its own moments; what it finds is one row, so that
 * there is one alarm however many look.
 */
@Injectable()
export class Watcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly begunAt = performance.now();
  private next: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private isEnding = false;

  constructor(
    private readonly alarms: Alarms,
    private readonly config: ApiConfig,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    this.lookLater();
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.next);
    await this.looking;
  }

  private lookLater(): void {
    if (this.isEnding) return;
    const everySeconds = Math.min(LOOKS_EVERY_SECONDS, this.config.ALARM_AFTER_SECONDS / LOOKS_IN_A_SILENCE);
    const jittered = everySeconds * (0.75 + Math.random() / 2);
    this.next = setTimeout(() => {
      this.looking = this.look().finally(() => this.lookLater());
    }, jittered * 1_000).unref();
  }

  private async look(): Promise<void> {
    try {
      await this.notice();
      await this.tell();
    } catch (error) {
      // Without a database nobody can say who is silent; /ready says that it is gone.
      this.log.warn({ kind: (error as Error).name }, 'the watcher could not look');
    }
  }

  private async notice(): Promise<void> {
    const after = this.config.ALARM_AFTER_SECONDS;
    const silence = await this.alarms.silence();
    const silent = whatIsSilent(silence, after, (performance.now() - this.begunAt) / 1_000);
    if (silent) {
      const isNew = await this.alarms.begin(silent.kind, silent.forSeconds);
      if (isNew) this.log.error({ alarm: silent.kind, ...silent }, 'alarm: nothing is heard');
    } else if (allAreBack(silence, after) && (await this.alarms.end()))
      this.log.warn('alarm ended: all are heard');
  }

  private async tell(): Promise<void> {
    const { ALARM_URL: url, PUBLIC_URL } = this.config;
    if (url === undefined) return;
    const alarm = await this.alarms.takeUntold(2 * POSTED_WITHIN_SECONDS);
    if (!alarm) return;
    if (await postAlarm(url, PUBLIC_URL, alarm)) await this.alarms.wasTold(alarm);
    else this.log.error({ alarm: alarm.kind }, 'nobody takes the alarm outside; it is tried again');
  }

  private get log(): FastifyInstance['log'] {
    return this.host.httpAdapter.getInstance<FastifyInstance>().log;
  }
}
