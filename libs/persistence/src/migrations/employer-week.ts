import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a company says and does in its week: praise, who answered, and which shifts a closing cancelled. */
export class EmployerWeek1763000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shifts ADD COLUMN well_done_at timestamptz(3)');
    await runner.query(`
      ALTER TABLE matches ADD COLUMN decided_by text CHECK (char_length(decided_by) <= 300)`);
    await runner.query(`
      ALTER TABLE closing_days ADD COLUMN cancelled_shift_ids jsonb NOT NULL DEFAULT '[]'
        CHECK (jsonb_typeof(cancelled_shift_ids) = 'array')`);
    // Rows of before cancelled nobody's shifts that we know of; new ones say so themselves.
    await runner.query('ALTER TABLE closing_days ALTER COLUMN cancelled_shift_ids DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE closing_days DROP COLUMN cancelled_shift_ids');
    await runner.query('ALTER TABLE matches DROP COLUMN decided_by');
    await runner.query('ALTER TABLE shifts DROP COLUMN well_done_at');
  }
}
