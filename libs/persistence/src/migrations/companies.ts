import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class Companies1762000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE companies (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        cvr text NOT NULL CHECK (cvr ~ '^[0-9]{8}$'),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
        address jsonb NOT NULL,
        position jsonb,
        industry text CHECK (char_length(industry) <= 300),
        contact jsonb NOT NULL,
        ruled_out_citizen_ids jsonb NOT NULL CHECK (jsonb_typeof(ruled_out_citizen_ids) = 'array'),
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT companies_cvr UNIQUE (municipality_id, cvr)
      )`);
    await protect(runner, 'companies');

    await runner.query(`
      CREATE TABLE closing_days (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        company_id uuid NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        reason text CHECK (char_length(reason) <= 1000),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT closing_days_order CHECK (last_day >= first_day)
      )`);
    await runner.query('CREATE INDEX ON closing_days (municipality_id, company_id, last_day)');
    await protect(runner, 'closing_days');

    await runner.query(`
      CREATE TABLE company_visits (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        company_id uuid NOT NULL,
        visited_on date NOT NULL,
        observations jsonb NOT NULL CHECK (jsonb_typeof(observations) = 'array'),
        by_staff_id uuid,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON company_visits (municipality_id, company_id, visited_on)');
    await protect(runner, 'company_visits');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE company_visits, closing_days, companies');
  }
}
