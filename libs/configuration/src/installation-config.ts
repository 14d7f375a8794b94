import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CrashPoints, OnlyInTests } from './crash-points.js';
import { OnlyAtHome } from './demo-at-home.js';

export const POSTGRES_ADDRESS = /^postgres(?:ql)?:\/\/.+/;
const REDIS = /^rediss?:\/\/.+/;
const WEB = /^https?:\/\/[^/?#\s]+$/;

export const whole = (example: number): { message: string } => ({
  message: `must be a whole number, for example ${example}`,
});
export const onOrOff = { message: 'must be on or off' };

/** A secret key under a short name of its own, so that API and worker agree on the name without being told. */
export interface NamedKey {
  id: string;
  key: Buffer;
}

/** What is needed to reach an installation's rows; the properties are the names of the variables. */
export class DatabaseConfig {
  @Matches(POSTGRES_ADDRESS, {
    message:
      'must be a PostgreSQL address of the app role, for example postgres://fodfaeste_api:…@localhost:5432/fodfaeste',
  })
  DATABASE_URL!: string;

  /** While rotating, several, comma separated: the first makes what is new, the others open what they sealed. */
  @Matches(/^[^,\s]{32,}(?:,[^,\s]{32,})*$/, {
    message: 'must be at least 32 characters without spaces, for example from: openssl rand -base64 48',
  })
  SECRET_KEY!: string;

  get masterKeys(): [NamedKey, ...NamedKey[]] {
    const [first, ...older] = this.SECRET_KEY.split(',').map((key) => ({
      id: createHash('sha256').update(key).digest('hex').slice(0, 8),
      key: Buffer.from(key),
    }));
    return [first!, ...older];
  }
}

/** What API and worker of one installation are both told. */
export class InstallationConfig extends DatabaseConfig {
  @IsIn(['production', 'development', 'test'], { message: 'must be production, development or test' })
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  @Matches(WEB, {
    message: 'must be the address people use, without a path, for example https://smaajob.vejle.example',
  })
  PUBLIC_URL!: string;

  @Type(() => Number)
  @IsInt(whole(10))
  @Min(2, { message: 'must be 2 or more' })
  @Max(200, { message: 'must be 200 or less' })
  DATABASE_POOL_SIZE = 10;

  /** The most that a process keeps of municipalities in memory for matching; those not used for longest make room. */
  @Type(() => Number)
  @IsInt(whole(256))
  @Min(1, { message: 'must be 1 or more' })
  @Max(65_536, { message: 'must be 65536 or less' })
  MATCHING_INDEX_MEGABYTES = 256;

  get matchingIndexBytes(): number {
    return this.MATCHING_INDEX_MEGABYTES * 1_048_576;
  }

  /** Without it the queues live in PostgreSQL. */
  @IsOptional()
  @Matches(REDIS, { message: 'must be a Redis address, for example redis://localhost:6379' })
  REDIS_URL?: string;

  /** Keeps two installations on one Redis apart. */
  @Matches(/^[A-Za-z][\w-]{0,60}$/, { message: 'must be a short name, for example fodfaeste' })
  QUEUE_PREFIX = 'fodfaeste';

  @IsIn(['on', 'off'], onOrOff)
  QUIET_HOURS: 'on' | 'off' = 'on';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'must be fatal, error, warn, info, debug or silent',
  })
  LOG_LEVEL = 'info';

  @OnlyAtHome()
  @IsIn(['on', 'off'], onOrOff)
  DEMO: 'on' | 'off' = 'off';

  get isDemo(): boolean {
    return this.DEMO === 'on';
  }

  @IsOptional()
  @OnlyInTests()
  CRASH_AT?: string;

  private reached: CrashPoints | undefined;

  /** One for the whole process, since it counts. */
  get crashPoints(): CrashPoints | undefined {
    if (this.CRASH_AT !== undefined) this.reached ??= new CrashPoints(this.CRASH_AT);
    return this.reached;
  }
}
