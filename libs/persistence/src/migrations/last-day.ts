import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done about a small job's last day; agreements that run already are looked at as new ones are. */
export class LastDay1763000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agreements ADD COLUMN last_day_notice jsonb
        CHECK (jsonb_typeof(last_day_notice) = 'object')`);
    // The policies hide the rows of municipalities from the owner as well.
    const tables = ['agreements', 'small_jobs', 'due_jobs'];
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      INSERT INTO due_jobs (municipality_id, id, job, subject_id, due_at)
      SELECT municipality_id, gen_random_uuid(), 'agreement.watch-last-day', agreements.id, now()
      FROM agreements JOIN small_jobs USING (municipality_id)
      WHERE small_jobs.id = agreements.small_job_id AND small_jobs.end_date IS NOT NULL
        AND agreements.state = 'signed'`);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE due_jobs NO FORCE ROW LEVEL SECURITY');
    await runner.query("DELETE FROM due_jobs WHERE job = 'agreement.watch-last-day'");
    await runner.query('ALTER TABLE due_jobs FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE agreements DROP COLUMN last_day_notice');
  }
}
