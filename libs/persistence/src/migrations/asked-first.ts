import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asked first: the broker of a colleague's citizen says yes or no before anybody else hears of it, and the owner
 * of a company says yes by SMS before a job that was found on a visit is published.
 */
export class AskedFirst1763000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks
        ADD COLUMN asked_by_staff_id uuid,
        ADD COLUMN answer text CHECK (answer IN ('yes', 'no')),
        ADD FOREIGN KEY (municipality_id, asked_by_staff_id) REFERENCES staff (municipality_id, id)`);
    await runner.query('ALTER TABLE small_jobs ADD COLUMN owner_asked_at timestamptz(3)');
    await runner.query('ALTER TABLE messages DROP CONSTRAINT messages_question_check');
    await runner.query(`
      ALTER TABLE messages ADD CONSTRAINT messages_question_check CHECK (question IN
        ('interest', 'match', 'offer', 'shift', 'workplace-arrival', 'still-at-it', 'draft'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE messages SET question = NULL WHERE question = 'draft'");
    await runner.query('ALTER TABLE messages DROP CONSTRAINT messages_question_check');
    await runner.query(`
      ALTER TABLE messages ADD CONSTRAINT messages_question_check CHECK (question IN
        ('interest', 'match', 'offer', 'shift', 'workplace-arrival', 'still-at-it'))`);
    await runner.query('ALTER TABLE small_jobs DROP COLUMN owner_asked_at');
    await runner.query('ALTER TABLE tasks DROP COLUMN asked_by_staff_id, DROP COLUMN answer');
  }
}
