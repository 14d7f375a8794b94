import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What a leader writes down from the jobcentre's own statistics, and indexes for what a morning's figures ask for. */
export class Figures1763000000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entered_figures (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        indicator text NOT NULL CHECK (indicator IN
          ('job-or-education', 'self-support', 'flex-job', 'early-retirement', 'resource-course')),
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        people integer NOT NULL CHECK (people >= 0),
        counted_to date NOT NULL,
        source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
        entered_by_staff_id uuid,
        entered_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, entered_by_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT entered_figures_once UNIQUE (municipality_id, indicator, year),
        CONSTRAINT entered_figures_within_year CHECK (extract(year FROM counted_to) = year)
      )`);
    await protect(runner, 'entered_figures');
    await runner.query('CREATE INDEX ON escalations (municipality_id, opened_at)');
    await runner.query('CREATE INDEX ON contact_assignments (municipality_id, started_at)');
    await runner.query('CREATE INDEX ON citizens (municipality_id, waiting_since) WHERE said_yes');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entered_figures');
    await runner.query('DROP INDEX escalations_municipality_id_opened_at_idx');
    await runner.query('DROP INDEX contact_assignments_municipality_id_started_at_idx');
    await runner.query('DROP INDEX citizens_municipality_id_waiting_since_idx');
  }
}
