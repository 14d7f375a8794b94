import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff do by hand with a proposal and an offer, and who did it: reminders, reasons, more time. */
export class DeskPlacement1763000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matches
        ADD COLUMN reminders jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(reminders) = 'array'),
        ADD COLUMN withdrawal jsonb CHECK (withdrawal ->> 'reason' IN
          ('citizen-changed-mind', 'citizen-found-other', 'job-changed', 'mistake', 'other'))`);
    await runner.query(`
      ALTER TABLE offers
        ADD COLUMN extensions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(extensions) = 'array')`);
    // Rows of before had none that we know of; new ones say so themselves.
    await runner.query('ALTER TABLE matches ALTER COLUMN reminders DROP DEFAULT');
    await runner.query('ALTER TABLE offers ALTER COLUMN extensions DROP DEFAULT');
    // The lists of the desk: what waits, by its deadline.
    await runner.query('CREATE INDEX matches_by_state ON matches (municipality_id, state, created_at, id)');
    await runner.query('CREATE INDEX offers_by_state ON offers (municipality_id, state, expires_at, id)');
    await runner.query(
      'CREATE INDEX agreements_by_state ON agreements (municipality_id, state, start_date, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX agreements_by_state, offers_by_state, matches_by_state');
    await runner.query('ALTER TABLE offers DROP COLUMN extensions');
    await runner.query('ALTER TABLE matches DROP COLUMN withdrawal, DROP COLUMN reminders');
  }
}
