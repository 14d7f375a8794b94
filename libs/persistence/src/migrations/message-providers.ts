import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which provider took a message and when it was taken to be sent; and providers that somebody has paused. */
export class MessageProviders1763000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE messages
        ADD COLUMN provider text CHECK (provider ~ '^[a-z][a-z0-9-]{1,40}$'),
        ADD COLUMN claimed_at timestamptz(3)`);
    // What a day has cost is counted before each SMS.
    await runner.query(`
      CREATE INDEX messages_of_a_day ON messages (municipality_id, channel, claimed_at)
        WHERE claimed_at IS NOT NULL`);
    // One row for each provider that was ever paused. Of the installation, not of a municipality: no personal data.
    await runner.query(`
      CREATE TABLE provider_pauses (
        provider text PRIMARY KEY CHECK (provider ~ '^[a-z][a-z0-9-]{1,40}$'),
        paused_at timestamptz(3) NOT NULL,
        paused_by text NOT NULL CHECK (char_length(paused_by) BETWEEN 1 AND 200),
        reason text CHECK (char_length(reason) <= 500),
        resumed_at timestamptz(3),
        resumed_by text CHECK (char_length(resumed_by) BETWEEN 1 AND 200)
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON provider_pauses TO fodfaeste_app');
    await runner.query('GRANT SELECT ON provider_pauses TO fodfaeste_dispatch');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_pauses');
    await runner.query('DROP INDEX messages_of_a_day');
    await runner.query('ALTER TABLE messages DROP COLUMN provider, DROP COLUMN claimed_at');
  }
}
