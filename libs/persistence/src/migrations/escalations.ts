import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class Escalations1762000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ladders (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name IN ('not-seen', 'not-here')),
        version integer NOT NULL CHECK (version > 0),
        definition jsonb NOT NULL,
        changed_by_staff_id uuid,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, changed_by_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT ladders_name UNIQUE (municipality_id, name)
      )`);
    await protect(runner, 'ladders');

    await runner.query(`
      CREATE TABLE escalations (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        ladder text NOT NULL CHECK (ladder IN ('not-seen', 'not-here')),
        snapshot jsonb NOT NULL,
        shift_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        company_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'snoozed', 'closed')),
        opened_at timestamptz(3) NOT NULL,
        ladder_started_at timestamptz(3) NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        next_step_at timestamptz(3),
        acknowledged jsonb,
        snoozed_until timestamptz(3),
        employer_told_at timestamptz(3),
        outcome text CHECK (outcome IN ('arrived-late', 'arrived', 'was-there', 'not-able-today', 'transport',
          'overslept', 'not-informed', 'plan-wrong', 'employer-cancelled', 'no-contact', 'other')),
        next_time text CHECK (char_length(next_time) <= 10000),
        closed_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, shift_id) REFERENCES shifts (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX escalations_one_open_per_shift ON escalations (municipality_id, shift_id)
        WHERE state <> 'closed'`);
    await runner.query('CREATE INDEX ON escalations (municipality_id, shift_id)');
    await runner.query('CREATE INDEX ON escalations (municipality_id, citizen_id)');
    await runner.query(`
      CREATE INDEX escalations_not_closed ON escalations (municipality_id, next_step_at) WHERE state <> 'closed'`);
    await protect(runner, 'escalations');

    await runner.query(`
      CREATE TABLE escalation_steps (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        escalation_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        seq integer NOT NULL CHECK (seq >= 0),
        who text NOT NULL CHECK (who IN ('citizen', 'workplace', 'contact', 'deputy', 'leader', 'list')),
        channel text NOT NULL CHECK (channel IN ('sms', 'email', 'task')),
        message text NOT NULL CHECK (char_length(message) <= 100),
        due_at timestamptz(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'taken', 'dropped')),
        taken_at timestamptz(3),
        message_id uuid,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, escalation_id) REFERENCES escalations (municipality_id, id),
        CONSTRAINT escalation_steps_place UNIQUE (municipality_id, escalation_id, round, seq)
      )`);
    await protect(runner, 'escalation_steps');

    await runner.query(`
      CREATE TABLE escalation_entries (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        escalation_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        what text NOT NULL CHECK (char_length(what) BETWEEN 1 AND 100),
        who text NOT NULL CHECK (char_length(who) BETWEEN 1 AND 300),
        details jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, escalation_id) REFERENCES escalations (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON escalation_entries (municipality_id, escalation_id, at)');
    await protect(runner, 'escalation_entries', { privileges: 'SELECT, INSERT' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE escalation_entries, escalation_steps, escalations, ladders');
  }
}
