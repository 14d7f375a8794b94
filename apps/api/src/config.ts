import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min, MinLength } from 'class-validator';
import { InstallationConfig, whole } from '#configuration';

export { loadConfig } from '#configuration';

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

  get webhookSecrets(): string[] {
    return this.SMS_WEBHOOK_SECRET.split(',');
  }
}
