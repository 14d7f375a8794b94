import { Matches } from 'class-validator';
import { POSTGRES_ADDRESS } from '#configuration';

/** What `npm run migrate` reads: the one address that api and worker never get. See .env.example. */
export class MigrateConfig {
  @Matches(POSTGRES_ADDRESS, {
    message:
      'must be a PostgreSQL address of the role that owns the tables, for example postgres://fodfaeste_owner:…@localhost:5432/fodfaeste',
  })
  DATABASE_OWNER_URL!: string;
}
