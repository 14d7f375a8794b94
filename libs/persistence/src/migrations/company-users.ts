import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class CompanyUsers1763000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE company_users (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        company_id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        email text CHECK (char_length(email) <= 320 AND email = lower(email)),
        phone text CHECK (phone ~ '^[+][1-9][0-9]{5,14}$'),
        active boolean NOT NULL,
        created_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT company_users_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
        CONSTRAINT company_users_removed CHECK (active = (removed_at IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX company_users_email ON company_users (municipality_id, company_id, email) WHERE active`);
    await runner.query(`
      CREATE UNIQUE INDEX company_users_phone ON company_users (municipality_id, company_id, phone) WHERE active`);
    await protect(runner, 'company_users');
    await contactsBecomeUsers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE company_users');
  }
}

/** Policies bind the owner too, who has none on any table: for this statement they are lifted, and put back. */
async function contactsBecomeUsers(runner: QueryRunner): Promise<void> {
  const forced = ['companies', 'company_users'];
  for (const table of forced) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    INSERT INTO company_users (municipality_id, id, company_id, name, email, phone, active, created_at)
    SELECT municipality_id, gen_random_uuid(), id, left(contact->>'name', 200), lower(contact->>'email'),
      contact->>'phone', true, date_trunc('milliseconds', clock_timestamp())
    FROM companies`);
  for (const table of forced) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
