import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class FixedContacts1762000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contact_assignments (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        started_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        reason text NOT NULL CHECK (reason IN ('first', 'planned', 'leave', 'resigned', 'reorganised',
          'asked-for', 'fresh-eyes', 'broker-takes-over', 'other')),
        note text CHECK (char_length(note) <= 10000),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        CHECK (ended_at >= started_at)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX contact_assignments_one_active
        ON contact_assignments (municipality_id, small_job_id) WHERE ended_at IS NULL`);
    await runner.query('CREATE INDEX ON contact_assignments (municipality_id, small_job_id, started_at)');
    await runner.query(
      'CREATE INDEX ON contact_assignments (municipality_id, staff_id) WHERE ended_at IS NULL',
    );
    await protect(runner, 'contact_assignments');

    await runner.query(`
      CREATE TABLE contact_covers (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        by_staff_id uuid NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT contact_covers_order CHECK (last_day >= first_day),
        CONSTRAINT contact_covers_no_overlap EXCLUDE USING gist
          (municipality_id WITH =, small_job_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
      )`);
    await protect(runner, 'contact_covers');
    await requireFixedContact(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_covers, contact_assignments');
    await runner.query('DROP FUNCTION require_fixed_contact CASCADE');
  }
}

/**
 * A small job that is not a draft and not closed has somebody both sides can call (R22). Checked at commit, so
 * that a handover may end one contact before it starts the next.
 *
 * The small job's row is locked first, whatever its status: of a handover and a publication that run at
 * once, the later one waits and then sees what the other wrote. The function runs as whoever writes, bound by
 * the same policies: both rows belong to the municipality of the transaction, so it sees all it needs.
 */
async function requireFixedContact(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION require_fixed_contact() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
    DECLARE
      owner uuid;
      job uuid;
      now_in text;
    BEGIN
      IF TG_TABLE_NAME = 'small_jobs' THEN
        owner := NEW.municipality_id;
        job := NEW.id;
      ELSE
        owner := OLD.municipality_id;
        job := OLD.small_job_id;
      END IF;
      SELECT status INTO now_in FROM small_jobs
        WHERE municipality_id = owner AND id = job FOR NO KEY UPDATE;
      IF now_in IN ('open', 'paused', 'filled') AND NOT EXISTS (
        SELECT FROM contact_assignments
        WHERE municipality_id = owner AND small_job_id = job AND ended_at IS NULL
      ) THEN
        RAISE EXCEPTION 'small job % has no fixed contact', job
          USING ERRCODE = 'check_violation', CONSTRAINT = 'small_jobs_fixed_contact', TABLE = 'small_jobs';
      END IF;
      RETURN NULL;
    END $$`);
  const triggers = {
    'small_jobs_begin AFTER INSERT ON small_jobs': `NEW.status <> 'draft'`,
    'small_jobs_change AFTER UPDATE ON small_jobs': `NEW.status <> OLD.status`,
    'contact_assignments_change AFTER UPDATE ON contact_assignments': `NEW.ended_at IS NOT NULL OR NEW.small_job_id <> OLD.small_job_id`,
    'contact_assignments_removal AFTER DELETE ON contact_assignments': `OLD.ended_at IS NULL`,
  };
  for (const [trigger, condition] of Object.entries(triggers)) {
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ${trigger} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION require_fixed_contact()`);
  }
}
