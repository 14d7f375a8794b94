import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { Type, plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import type { MasterKey } from '#persistence';

const POSTGRES = /^postgres(?:ql)?:\/\/.+/;
const REDIS = /^rediss?:\/\/.+/;
const WEB = /^https?:\/\/[^/?#\s]+$/;

const whole = (example: number) => ({ message: `must be a whole number, for example ${example}` });
const onOrOff = { message: 'must be on or off' };

/** What the API reads from its environment; the properties are the names of the variables. See .env.example. */
export class ApiConfig {
  @IsIn(['production', 'development', 'test'], { message: 'must be production, development or test' })
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  @MinLength(1, { message: 'must be an address to listen on, for example 127.0.0.1' })
  HOST = '127.0.0.1';

  /** 0 takes a free port; the log says which. */
  @Type(() => Number)
  @IsInt(whole(3000))
  @Min(0, { message: 'must be 0 or more' })
  @Max(65_535, { message: 'must be 65535 or less' })
  PORT = 3000;

  @Matches(WEB, {
    message: 'must be the address people use, without a path, for example https://smaajob.vejle.example',
  })
  PUBLIC_URL!: string;

  @Matches(POSTGRES, {
    message:
      'must be a PostgreSQL address of the app role, for example postgres://fodfaeste_api:…@localhost:5432/fodfaeste',
  })
  DATABASE_URL!: string;

  @Type(() => Number)
  @IsInt(whole(10))
  @Min(2, { message: 'must be 2 or more' })
  @Max(200, { message: 'must be 200 or less' })
  DATABASE_POOL_SIZE = 10;

  /** Without it the queues live in PostgreSQL. */
  @IsOptional()
  @Matches(REDIS, { message: 'must be a Redis address, for example redis://localhost:6379' })
  REDIS_URL?: string;

  /** While rotating, several, comma separated: the first makes what is new, the others open what they sealed. */
  @Matches(/^[^,\s]{32,}(?:,[^,\s]{32,})*$/, {
    message: 'must be at least 32 characters without spaces, for example from: openssl rand -base64 48',
  })
  SECRET_KEY!: string;

  /** One or two, comma separated: while rotating, both are good. */
  @Matches(/^[^,\s]{16,}(?:,[^,\s]{16,})?$/, {
    message: 'must be one or two secrets of at least 16 characters, separated by a comma',
  })
  SMS_WEBHOOK_SECRET!: string;

  @IsIn(['on', 'off'], onOrOff)
  QUIET_HOURS: 'on' | 'off' = 'on';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'must be fatal, error, warn, info, debug or silent',
  })
  LOG_LEVEL = 'info';

  @IsIn(['on', 'off'], onOrOff)
  DEMO: 'on' | 'off' = 'off';

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

  /** A key is named after itself, so that API and worker agree on the name without being told. */
  get masterKeys(): [MasterKey, ...MasterKey[]] {
    const [first, ...older] = this.SECRET_KEY.split(',').map((key) => ({
      id: createHash('sha256').update(key).digest('hex').slice(0, 8),
      key: Buffer.from(key),
    }));
    return [first!, ...older];
  }

  get isDemo(): boolean {
    return this.DEMO === 'on';
  }
}

/**
 * Reads a configuration class from an environment. Everything that is wrong is told at once, by name and with
 * an example, and never with the value: a mistyped secret must not end up in a log.
 */
export function loadConfig<T extends object>(type: new () => T, env: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const config = plainToInstance(type, given);
  const errors = validateSync(config, {
    // Drops what the class does not name: the rest of the environment is none of our business.
    whitelist: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return config;
  const lines = errors.map(
    ({ property, constraints }) => `  ${property} ${Object.values(constraints ?? {})[0]}`,
  );
  throw new Error(
    `The configuration is not complete:\n${lines.join('\n')}\nEvery variable is explained in .env.example.`,
  );
}
