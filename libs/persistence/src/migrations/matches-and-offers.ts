import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class MatchesAndOffers1762000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matches (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        pseudonym text NOT NULL CHECK (char_length(pseudonym) BETWEEN 1 AND 100),
        state text NOT NULL
          CHECK (state IN ('asking', 'proposed', 'confirmed', 'rejected', 'withdrawn', 'lapsed')),
        interest jsonb,
        note text CHECK (char_length(note) <= 10000),
        proposed_by_staff_id uuid,
        start text CHECK (start IN ('meet', 'direct')),
        reject_reason text CHECK (reject_reason IN
          ('hours-do-not-fit', 'tasks-do-not-fit', 'found-another', 'no-need-any-more', 'not-now', 'other')),
        score double precision NOT NULL,
        rule_version text NOT NULL CHECK (char_length(rule_version) <= 100),
        created_at timestamptz(3) NOT NULL,
        proposed_at timestamptz(3),
        decided_at timestamptz(3),
        remind_at timestamptz(3),
        lapses_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, proposed_by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX matches_one_open ON matches (municipality_id, small_job_id, citizen_id)
        WHERE state IN ('asking', 'proposed', 'confirmed')`);
    await runner.query('CREATE INDEX ON matches (municipality_id, small_job_id)');
    await runner.query('CREATE INDEX ON matches (municipality_id, citizen_id)');
    await protect(runner, 'matches');

    await runner.query(`
      CREATE TABLE offers (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        match_id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        company_id uuid NOT NULL,
        state text NOT NULL
          CHECK (state IN ('sent', 'visiting', 'accepted', 'declined', 'expired', 'withdrawn')),
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        remind_at timestamptz(3),
        last_sent_at timestamptz(3) NOT NULL,
        answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'array'),
        accepted_at timestamptz(3),
        binding_at timestamptz(3),
        company_told_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, match_id) REFERENCES matches (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX offers_one_open_per_citizen ON offers (municipality_id, citizen_id)
        WHERE state IN ('sent', 'visiting')`);
    await runner.query('CREATE INDEX ON offers (municipality_id, match_id)');
    await runner.query('CREATE INDEX ON offers (municipality_id, small_job_id)');
    await runner.query('CREATE INDEX ON offers (municipality_id, citizen_id)');
    await protect(runner, 'offers');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE offers, matches');
  }
}
