import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class PostingDrafts1763000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE posting_drafts (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        company_id uuid NOT NULL,
        started_by text NOT NULL CHECK (char_length(started_by) BETWEEN 1 AND 300),
        answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
        version integer NOT NULL CHECK (version > 0),
        small_job_id uuid,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON posting_drafts (municipality_id, company_id)');
    await runner.query('CREATE INDEX ON posting_drafts (municipality_id, updated_at)');
    await protect(runner, 'posting_drafts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE posting_drafts');
  }
}
