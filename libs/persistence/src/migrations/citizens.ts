import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class Citizens1762000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE citizens (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        phone text CHECK (phone ~ '^[+][1-9][0-9]{5,14}$'),
        email text CHECK (char_length(email) <= 320),
        preferred_channel text NOT NULL
          CHECK (preferred_channel IN ('sms', 'email', 'call', 'letter', 'in-person')),
        shared_phone boolean NOT NULL,
        language text NOT NULL CHECK (language IN ('da', 'en')),
        address jsonb,
        protected_address boolean NOT NULL,
        position jsonb NOT NULL,
        job_goals jsonb NOT NULL CHECK (jsonb_typeof(job_goals) = 'array'),
        dream text CHECK (char_length(dream) <= 10000),
        hours jsonb NOT NULL,
        windows jsonb NOT NULL CHECK (jsonb_typeof(windows) = 'array'),
        reach jsonb NOT NULL CHECK (jsonb_typeof(reach) = 'object'),
        limits jsonb NOT NULL,
        danish_level integer NOT NULL CHECK (danish_level BETWEEN 0 AND 5),
        certificates jsonb NOT NULL CHECK (jsonb_typeof(certificates) = 'array'),
        ruled_out_company_ids jsonb NOT NULL CHECK (jsonb_typeof(ruled_out_company_ids) = 'array'),
        placement_used_company_ids jsonb NOT NULL CHECK (jsonb_typeof(placement_used_company_ids) = 'array'),
        tried_jobs jsonb NOT NULL CHECK (jsonb_typeof(tried_jobs) = 'array'),
        needs jsonb NOT NULL CHECK (jsonb_typeof(needs) = 'array'),
        said_yes boolean NOT NULL,
        available_from date NOT NULL,
        broker_id uuid,
        contact_level text NOT NULL CHECK (contact_level IN ('low', 'normal', 'close')),
        cpr_sealed text,
        monday_reminder text NOT NULL CHECK (monday_reminder IN ('friday', 'sunday')),
        phone_verified_at timestamptz(3),
        waiting_since timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, broker_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON citizens (municipality_id, broker_id)');
    await runner.query('CREATE INDEX ON citizens (municipality_id, phone)');
    await protect(runner, 'citizens');

    await runner.query(`
      CREATE TABLE rankings (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        small_job_id uuid NOT NULL,
        rule_version text NOT NULL CHECK (char_length(rule_version) <= 100),
        considered integer NOT NULL CHECK (considered >= 0),
        eligible integer NOT NULL CHECK (eligible BETWEEN 0 AND considered),
        ranked jsonb NOT NULL CHECK (jsonb_typeof(ranked) = 'array'),
        shown_to text CHECK (char_length(shown_to) <= 300),
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON rankings (municipality_id, small_job_id, at)');
    await protect(runner, 'rankings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rankings, citizens');
  }
}
