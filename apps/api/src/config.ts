import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min, MinLength } from 'class-validator';
import { InstallationConfig, whole } from '#configuration';
import type { SessionLimit, SessionLimits } from '#domain';

export { loadConfig } from '#configuration';

const A_DAY = 1_440;
/** Where nobody balances, nobody has to see it in time. */
const USUAL_DRAIN_SECONDS = 2;
const TWO_SECRETS = /^[^,\s]{16,}(?:,[^,\s]{16,})?$/;
const Minutes = (example: number): PropertyDecorator =>
  applyDecorators(
    IsInt(whole(example)),
    Min(1, { message: 'must be 1 or more' }),
    Max(A_DAY, { message: `must be ${A_DAY} or less` }),
  );

/** What the API reads from its environment, beside what it shares with the worker. See .env.example. */
export class ApiConfig extends InstallationConfig {
  @MinLength(1, { message: 'must be an address to listen on, for example 127.0.0.1' })
  HOST = '127.0.0.1';

  /** 0 takes a free port; the log says which. */
  @Type(() => Number)
  @IsInt(whole(3000))
  @Min(0, { message: 'must be 0 or more' })
  @Max(65_535, { message: 'must be 65535 or less' })
  PORT = 3000;

  /** One or two, comma separated: while rotating, both are good. */
  @Matches(/^[^,\s]{16,}(?:,[^,\s]{16,})?$/, {
    message: 'must be one or two secrets of at least 16 characters, separated by a comma',
  })
  SMS_WEBHOOK_SECRET!: string;

  /** The same as the worker's, which makes the addresses that the second provider's receipts come to. */
  @IsOptional()
  @Matches(TWO_SECRETS, {
    message: 'must be one or two secrets of at least 16 characters, separated by a comma',
  })
  SMS_FALLBACK_WEBHOOK_SECRET?: string;

  /** What whoever empties the mailbox of returned mails signs them with. Without it none are taken. */
  @IsOptional()
  @Matches(TWO_SECRETS, {
    message: 'must be one or two secrets of at least 16 characters, separated by a comma',
  })
  MAIL_BOUNCE_SECRET?: string;

  /** Requests a second for each key, or for each address without a key. */
  @Type(() => Number)
  @IsInt(whole(200))
  @Min(1, { message: 'must be 1 or more' })
  RATE_LIMIT_PER_SECOND = 200;

  /** How many proxies stand before us: only their word on the caller's address is believed. */
  @Type(() => Number)
  @IsInt(whole(1))
  @Min(0, { message: 'must be 0 or more' })
  @Max(10, { message: 'must be 10 or less' })
  TRUST_PROXY_HOPS = 0;

  /** How long it goes on answering after it says that it is not ready: two probes of the balancer. */
  @IsOptional()
  @Type(() => Number)
  @IsInt(whole(10))
  @Min(0, { message: 'must be 0 or more' })
  @Max(15, { message: 'must be 15 or less' })
  DRAIN_SECONDS?: number;

  /** Where an alarm is posted when workers, sweeper or auditor fall silent, and when they are back. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, {
    message: 'must be an address, for example https://alarm.example/fodfaeste',
  })
  ALARM_URL?: string;

  /** After how much silence. With the half minute between two looks, the alarm is outside within three minutes. */
  @Type(() => Number)
  @IsInt(whole(120))
  @Min(2, { message: 'must be 2 or more' })
  @Max(3_600, { message: 'must be 3600 or less' })
  ALARM_AFTER_SECONDS = 120;

  /** JSON with what the pages say of this installation; without it templates/pages/site.json. */
  @IsOptional()
  @MinLength(1, { message: 'must be a file, for example /etc/fodfaeste/site.json' })
  SITE_FILE?: string;

  /** How long people stay signed in: minutes without a request, and at most. */
  @Type(() => Number)
  @Minutes(30)
  SESSION_STAFF_IDLE_MINUTES = 30;

  @Type(() => Number)
  @Minutes(600)
  SESSION_STAFF_MINUTES = 600;

  @Type(() => Number)
  @Minutes(60)
  SESSION_EMPLOYER_IDLE_MINUTES = 60;

  @Type(() => Number)
  @Minutes(1440)
  SESSION_EMPLOYER_MINUTES = 1440;

  @Type(() => Number)
  @Minutes(15)
  SESSION_CITIZEN_IDLE_MINUTES = 15;

  @Type(() => Number)
  @Minutes(60)
  SESSION_CITIZEN_MINUTES = 60;

  get sessionLimits(): SessionLimits {
    const limit = (idle: number, whole: number): SessionLimit => ({ idle: 60 * idle, whole: 60 * whole });
    return {
      staff: limit(this.SESSION_STAFF_IDLE_MINUTES, this.SESSION_STAFF_MINUTES),
      'company-user': limit(this.SESSION_EMPLOYER_IDLE_MINUTES, this.SESSION_EMPLOYER_MINUTES),
      citizen: limit(this.SESSION_CITIZEN_IDLE_MINUTES, this.SESSION_CITIZEN_MINUTES),
    };
  }

  get drainMs(): number {
    const usual = this.NODE_ENV === 'production' ? USUAL_DRAIN_SECONDS : 0;
    return 1_000 * (this.DRAIN_SECONDS ?? usual);
  }

  get fallbackWebhookSecrets(): string[] {
    return this.SMS_FALLBACK_WEBHOOK_SECRET?.split(',') ?? [];
  }

  get bounceSecrets(): string[] {
    return this.MAIL_BOUNCE_SECRET?.split(',') ?? [];
  }

  get webhookSecrets(): string[] {
    return this.SMS_WEBHOOK_SECRET.split(',');
  }
}
