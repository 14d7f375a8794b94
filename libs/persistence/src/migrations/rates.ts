import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Belongs to no municipality, as public holidays: law, taxes and agreements are the same for all. */
export class Rates1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The exclusion waits for the end of the transaction, so that one load can end a period and begin the next.
    await runner.query(`
      CREATE TABLE rates (
        key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 60),
        scope text NOT NULL CHECK (char_length(scope) <= 60),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        value jsonb NOT NULL CHECK (jsonb_typeof(value) IN ('number', 'string', 'null')),
        status text NOT NULL CHECK (status IN ('V1', 'V2', 'D', 'M')),
        source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 1000),
        note text CHECK (char_length(note) <= 1000),
        PRIMARY KEY (key, scope, valid_from),
        CONSTRAINT rates_one_at_a_time EXCLUDE USING gist
          (key WITH =, scope WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
          DEFERRABLE INITIALLY DEFERRED
      )`);
    await runner.query('GRANT SELECT ON rates TO fodfaeste_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rates');
  }
}
