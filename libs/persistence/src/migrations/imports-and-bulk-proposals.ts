import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Files on their way in, and proposals to several at once: both are done row by row, and can be gone on with. */
export class ImportsAndBulkProposals1763000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        municipality_id uuid NOT NULL REFERENCES municipalities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('citizens', 'companies', 'small-jobs')),
        state text NOT NULL CHECK (state IN ('open', 'running', 'done')),
        file_name text CHECK (char_length(file_name) <= 200),
        headings jsonb NOT NULL CHECK (jsonb_typeof(headings) = 'array'),
        columns jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'array'),
        updates_existing boolean NOT NULL,
        row_count integer NOT NULL CHECK (row_count > 0),
        line_reached integer NOT NULL CHECK (line_reached >= 0),
        by jsonb NOT NULL CHECK (jsonb_typeof(by) = 'object'),
        tally jsonb,
        created_at timestamptz(3) NOT NULL,
        started_at timestamptz(3),
        finished_at timestamptz(3),
        rows_forgotten_at timestamptz(3),
        PRIMARY KEY (municipality_id, id)
      )`);
    await runner.query(`
      CREATE TABLE import_rows (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        import_id uuid NOT NULL,
        line integer NOT NULL CHECK (line > 0),
        cells jsonb NOT NULL CHECK (jsonb_typeof(cells) = 'array'),
        state text NOT NULL CHECK (state IN ('open', 'created', 'updated', 'skipped', 'failed')),
        subject_id uuid,
        problem text,
        done_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, import_id) REFERENCES imports (municipality_id, id) ON DELETE CASCADE,
        CONSTRAINT import_rows_line UNIQUE (municipality_id, import_id, line)
      )`);
    await runner.query(`
      CREATE TABLE external_references (
        municipality_id uuid NOT NULL REFERENCES municipalities,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('citizens', 'companies', 'small-jobs')),
        reference text NOT NULL CHECK (char_length(reference) BETWEEN 1 AND 100),
        subject_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT external_references_once UNIQUE (municipality_id, kind, reference)
      )`);
    await runner.query(`
      CREATE TABLE bulk_proposals (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'cancelled', 'done')),
        by_staff_id uuid NOT NULL,
        item_count integer NOT NULL CHECK (item_count > 0),
        place_reached integer NOT NULL CHECK (place_reached >= 0),
        sends_at timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query(`
      CREATE TABLE bulk_proposal_items (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        bulk_proposal_id uuid NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        small_job_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'asked', 'broker-asked', 'left-out')),
        match_id uuid,
        problem text,
        done_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, bulk_proposal_id)
          REFERENCES bulk_proposals (municipality_id, id) ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, match_id) REFERENCES matches (municipality_id, id),
        CONSTRAINT bulk_proposal_items_place UNIQUE (municipality_id, bulk_proposal_id, place)
      )`);
    await runner.query('CREATE INDEX ON imports (municipality_id, created_at)');
    await runner.query('CREATE INDEX ON bulk_proposals (municipality_id, created_at)');
    await runner.query('CREATE INDEX ON bulk_proposal_items (municipality_id, citizen_id)');
    for (const table of tables) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}

const tables = ['imports', 'import_rows', 'external_references', 'bulk_proposals', 'bulk_proposal_items'];
