import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';
import { noSearchTexts, searchTexts } from './search-texts.js';

/** Notes, who followed a citizen before, what happened to whom and by whom, and the words that people are found by. */
export class CitizensDesk1763000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A talk is written down once; what was wrong is said in a new note.
    await runner.query(`
      CREATE TABLE notes (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        purpose text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 200),
        agreed text NOT NULL CHECK (char_length(agreed) BETWEEN 1 AND 4000),
        follow_up_on date,
        corrects_note_id uuid,
        by_staff_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, corrects_note_id) REFERENCES notes (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON notes (municipality_id, citizen_id, at)');
    await runner.query(`
      CREATE UNIQUE INDEX notes_corrected_once ON notes (municipality_id, corrects_note_id)
        WHERE corrects_note_id IS NOT NULL`);
    await protect(runner, 'notes', { privileges: 'SELECT, INSERT' });

    await runner.query(`
      CREATE TABLE broker_handovers (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        from_staff_id uuid,
        to_staff_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason ~ '^[a-z][a-z-]{1,60}$'),
        note text CHECK (char_length(note) <= 1000),
        by_staff_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, from_staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, to_staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT broker_handovers_to_another CHECK (from_staff_id IS DISTINCT FROM to_staff_id)
      )`);
    await runner.query('CREATE INDEX ON broker_handovers (municipality_id, citizen_id, at)');
    await runner.query('CREATE INDEX ON broker_handovers (municipality_id, at)');
    await protect(runner, 'broker_handovers', { privileges: 'SELECT, INSERT' });

    // A column of its own: row level security lets no index on an expression over payload be used. Events from before
    // stand without one, and are told by the rows they are about.
    await runner.query('ALTER TABLE events ADD COLUMN subject_id uuid, ADD COLUMN by_staff_id uuid');
    await runner.query('CREATE INDEX events_of ON events (municipality_id, subject_id, occurred_at)');
    await searchTexts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await noSearchTexts(runner);
    await runner.query('DROP INDEX events_of');
    await runner.query('ALTER TABLE events DROP COLUMN subject_id, DROP COLUMN by_staff_id');
    await runner.query('DROP TABLE broker_handovers, notes');
  }
}
