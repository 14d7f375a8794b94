import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Who is on duty from when to when, swaps between two people, and who changed what. */
export class DutyList1763000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duty_turns (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        team_id uuid,
        staff_id uuid NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, team_id) REFERENCES teams (municipality_id, id),
        CONSTRAINT duty_turns_times CHECK (ends_at > starts_at)
      )`);
    // One name at a time for a team: two on duty would each think that the other takes it.
    await runner.query(`
      ALTER TABLE duty_turns ADD CONSTRAINT duty_turns_no_overlap EXCLUDE USING gist
        (municipality_id WITH =, coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
         tstzrange(starts_at, ends_at) WITH &&) WHERE (removed_at IS NULL)`);
    await runner.query(
      'CREATE INDEX ON duty_turns (municipality_id, staff_id, ends_at) WHERE removed_at IS NULL',
    );
    await protect(runner, 'duty_turns');

    await runner.query(`
      CREATE TABLE duty_swaps (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        turn_id uuid NOT NULL,
        from_staff_id uuid NOT NULL,
        to_staff_id uuid NOT NULL,
        return_turn_id uuid,
        state text NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
        asked_at timestamptz(3) NOT NULL,
        answered_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, turn_id) REFERENCES duty_turns (municipality_id, id),
        FOREIGN KEY (municipality_id, return_turn_id) REFERENCES duty_turns (municipality_id, id),
        FOREIGN KEY (municipality_id, from_staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, to_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT duty_swaps_two_people CHECK (from_staff_id <> to_staff_id),
        CHECK ((state = 'asked') = (answered_at IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX duty_swaps_one_open ON duty_swaps (municipality_id, turn_id) WHERE state = 'asked'`,
    );
    await protect(runner, 'duty_swaps');

    await runner.query(`
      CREATE TABLE duty_changes (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        turn_id uuid NOT NULL,
        what text NOT NULL CHECK (what IN ('added', 'changed', 'removed', 'swapped')),
        staff_id uuid NOT NULL,
        before_staff_id uuid,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        by_staff_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, turn_id) REFERENCES duty_turns (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, before_staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON duty_changes (municipality_id, at)');
    await protect(runner, 'duty_changes', { privileges: 'SELECT, INSERT' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duty_changes, duty_swaps, duty_turns');
  }
}
