import { IsOptional, Matches, MinLength, ValidateIf } from 'class-validator';
import { DatabaseConfig, InstallationConfig, POSTGRES_ADDRESS } from '#configuration';

const hasFallback = (config: object): boolean => (config as WorkerConfig).SMS_FALLBACK_TOKEN !== undefined;

/** What the worker reads from its environment, beside what it shares with the API. See .env.example. */
export class WorkerConfig extends InstallationConfig {
  @Matches(POSTGRES_ADDRESS, {
    message:
      'must be a PostgreSQL address of the dispatch role, for example postgres://fodfaeste_relay:…@localhost:5432/fodfaeste',
  })
  DATABASE_DISPATCH_URL!: string;

  @Matches(/^smtps?:\/\/.+/, {
    message: 'must be a mail server, for example smtps://user:…@smtp.example:465',
  })
  SMTP_URL!: string;

  @Matches(/@[^@\s>]+>?\s*$/, { message: 'must be a sender, for example Fodfæste <svar@kommune.example>' })
  MAIL_FROM!: string;

  @Matches(/^https?:\/\/[^?#\s]+$/, {
    message: 'must be the address of the gateway, for example https://gatewayapi.eu',
  })
  SMS_GATEWAY_URL!: string;

  @MinLength(1, { message: 'must be the token of the SMS gateway' })
  SMS_GATEWAY_TOKEN!: string;

  /** A number, so that people can answer. */
  @Matches(/^(?:\d{3,15}|[A-Za-z0-9 ]{1,11})$/, {
    message: 'must be a number of at most 15 digits (or 11 letters, which nobody can answer)',
  })
  SMS_SENDER!: string;

  /** The second provider, asked when the first certainly has not taken a message. Without its key there is none. */
  @IsOptional()
  @MinLength(1, { message: 'must be the API key of inMobile' })
  SMS_FALLBACK_TOKEN?: string;

  @Matches(/^https?:\/\/[^?#\s]+$/, {
    message: 'must be the address of the second gateway, for example https://api.inmobile.com',
  })
  SMS_FALLBACK_URL = 'https://api.inmobile.com';

  /** The same number as SMS_SENDER where the provider allows it: then answers come in as ever. */
  @ValidateIf(hasFallback)
  @Matches(/^(?:\d{3,14}|[A-Za-z0-9 ]{3,11})$/, {
    message: 'must be a number of at most 14 digits (or 3 to 11 letters, which nobody can answer)',
  })
  SMS_FALLBACK_SENDER?: string;

  /** One or two, comma separated, as the API has them; the first makes the addresses of receipts. */
  @ValidateIf(hasFallback)
  @Matches(/^[^,\s]{16,}(?:,[^,\s]{16,})?$/, {
    message: 'must be one or two secrets of at least 16 characters, separated by a comma',
  })
  SMS_FALLBACK_WEBHOOK_SECRET?: string;

  /** Somebody outside who is called about each minute, and gives the alarm when the calls stop. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, {
    message: 'must be an address, for example https://hc-ping.com/…',
  })
  WATCH_PING_URL?: string;

  /** The mailbox where what could not be delivered comes back; without it that is MAIL_FROM. */
  @IsOptional()
  @Matches(/^[^@\s]+@[^@\s>]+$/, { message: 'must be an e-mail address, for example retur@kommune.example' })
  MAIL_BOUNCES_TO?: string;
}

/** What `npm run begin` needs: the rows, and the key that phone numbers are hashed with. */
export class BeginConfig extends DatabaseConfig {}

/** What `npm run ops` needs: the rows of each municipality, and what relay and auditor see of all. */
export class OpsConfig extends DatabaseConfig {
  @Matches(POSTGRES_ADDRESS, {
    message:
      'must be a PostgreSQL address of the dispatch role, for example postgres://fodfaeste_relay:…@localhost:5432/fodfaeste',
  })
  DATABASE_DISPATCH_URL!: string;
}
