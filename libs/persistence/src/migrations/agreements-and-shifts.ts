import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class AgreementsAndShifts1762000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agreements (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        offer_id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        company_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'signed', 'ended')),
        start_date date NOT NULL,
        paid_from date NOT NULL,
        hours jsonb NOT NULL CHECK (jsonb_typeof(hours) = 'array'),
        unpaid jsonb NOT NULL CHECK (jsonb_typeof(unpaid) = 'array'),
        expectations jsonb NOT NULL CHECK (jsonb_typeof(expectations) = 'array'),
        call_agreement text CHECK (char_length(call_agreement) <= 10000),
        first_day jsonb,
        signatures jsonb NOT NULL CHECK (jsonb_typeof(signatures) = 'array'),
        planned_to date,
        created_at timestamptz(3) NOT NULL,
        signed_at timestamptz(3),
        ended_at timestamptz(3),
        end_reason text CHECK (char_length(end_reason) <= 1000),
        learnt text CHECK (char_length(learnt) <= 10000),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, offer_id) REFERENCES offers (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT agreements_dates CHECK (paid_from >= start_date)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX agreements_one_per_offer ON agreements (municipality_id, offer_id)
        WHERE state <> 'ended'`);
    await runner.query('CREATE INDEX ON agreements (municipality_id, small_job_id)');
    await runner.query('CREATE INDEX ON agreements (municipality_id, citizen_id)');
    await protect(runner, 'agreements');

    // A person can be in one place at a time. Cancelled shifts and announced absences free the time again.
    await runner.query(`
      CREATE TABLE shifts (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        agreement_id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        company_id uuid NOT NULL,
        paid boolean NOT NULL,
        task text CHECK (char_length(task) <= 1000),
        date date NOT NULL,
        start_time text NOT NULL CHECK (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        end_time text NOT NULL CHECK (end_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
        break_minutes integer NOT NULL CHECK (break_minutes >= 0),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        flexibility_minutes integer NOT NULL CHECK (flexibility_minutes >= 0),
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN
          ('planned', 'present', 'late', 'unconfirmed', 'missed', 'absent-reported', 'cancelled')),
        arrived_at timestamptz(3),
        left_at timestamptz(3),
        absence jsonb,
        evidence jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array'),
        workplace_asked_at timestamptz(3),
        cancel_reason text CHECK (char_length(cancel_reason) <= 1000),
        confirmed_minutes integer CHECK (confirmed_minutes >= 0),
        confirmed_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreements (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT shifts_times CHECK (ends_at > starts_at),
        CONSTRAINT shifts_no_overlap EXCLUDE USING gist
          (municipality_id WITH =, citizen_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
          WHERE (state NOT IN ('cancelled', 'absent-reported'))
      )`);
    await runner.query('CREATE INDEX ON shifts (municipality_id, agreement_id, starts_at)');
    await runner.query('CREATE INDEX ON shifts (municipality_id, citizen_id, starts_at)');
    await runner.query('CREATE INDEX ON shifts (municipality_id, company_id, date)');
    await runner.query('CREATE INDEX ON shifts (municipality_id, small_job_id, date)');
    await runner.query('CREATE INDEX ON shifts (municipality_id, date)');
    await protect(runner, 'shifts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shifts, agreements');
  }
}
