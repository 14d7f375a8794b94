import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class SmallJobs1762000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE small_jobs (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        company_id uuid NOT NULL,
        title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
        category text NOT NULL CHECK (char_length(category) BETWEEN 1 AND 100),
        description text NOT NULL CHECK (char_length(description) <= 20000),
        workplace jsonb NOT NULL,
        weekly_shifts jsonb NOT NULL CHECK (jsonb_typeof(weekly_shifts) = 'array'),
        start_date date NOT NULL,
        end_date date,
        start_flexibility_minutes integer NOT NULL CHECK (start_flexibility_minutes >= 0),
        hourly_wage_ore integer NOT NULL CHECK (hourly_wage_ore > 0),
        collective_agreement text CHECK (char_length(collective_agreement) <= 300),
        demands jsonb NOT NULL,
        danish_level integer NOT NULL CHECK (danish_level BETWEEN 0 AND 5),
        certificates jsonb NOT NULL CHECK (jsonb_typeof(certificates) = 'array'),
        accommodations_offered jsonb NOT NULL CHECK (jsonb_typeof(accommodations_offered) = 'array'),
        positions integer NOT NULL CHECK (positions > 0),
        seats_taken integer NOT NULL,
        room_to_grow_hours integer CHECK (room_to_grow_hours >= 0),
        company_contact jsonb NOT NULL,
        without_duty boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('draft', 'open', 'paused', 'filled', 'closed')),
        close_reason text CHECK (char_length(close_reason) <= 1000),
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT small_jobs_dates CHECK (end_date >= start_date),
        CONSTRAINT small_jobs_seats CHECK (seats_taken BETWEEN 0 AND positions)
      )`);
    await runner.query('CREATE INDEX ON small_jobs (municipality_id, company_id)');
    await runner.query('CREATE INDEX ON small_jobs (municipality_id, status)');
    await protect(runner, 'small_jobs');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE small_jobs');
  }
}
