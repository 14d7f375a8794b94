import { Matches, MinLength } from 'class-validator';
import { DatabaseConfig, InstallationConfig, POSTGRES_ADDRESS } from '#configuration';

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
}

/** What `npm run begin` needs: the rows, and the key that phone numbers are hashed with. */
export class BeginConfig extends DatabaseConfig {}
