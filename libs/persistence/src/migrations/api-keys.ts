import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What a leader sees of the keys; what lets a key in stays in the directory. */
export class ApiKeys1763000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_keys (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        key_hash text NOT NULL CHECK (key_hash ~ '^[0-9a-f]{64}$'),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (role IN ('consultant', 'leader', 'integration', 'employer')),
        staff_id uuid,
        company_id uuid,
        made_at timestamptz(3) NOT NULL,
        made_by_staff_id uuid,
        ends_at timestamptz(3),
        revoked_at timestamptz(3),
        last_used_on date,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT api_keys_hash UNIQUE (municipality_id, key_hash),
        CONSTRAINT api_keys_staff CHECK ((role IN ('consultant', 'leader')) = (staff_id IS NOT NULL)),
        CONSTRAINT api_keys_company CHECK ((role = 'employer') = (company_id IS NOT NULL)),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, made_by_staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id)
      )`);
    await protect(runner, 'api_keys');
    await keysOfBefore(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_keys');
  }
}

/** Keys that are in use get a row, so that they can be seen and revoked. Those whose holder is gone open nothing. */
async function keysOfBefore(runner: QueryRunner): Promise<void> {
  const forced = ['staff', 'companies', 'municipalities', 'api_keys'];
  for (const table of forced) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    INSERT INTO api_keys (municipality_id, id, key_hash, name, role, staff_id, company_id, made_at, ends_at)
    SELECT d.municipality_id, gen_random_uuid(), d.key, left(coalesce(d.details->>'name', 'Nøgle'), 200),
      d.details->>'role', s.id, c.id, date_trunc('milliseconds', clock_timestamp()), d.expires_at
    FROM directory d
    JOIN municipalities m ON m.id = d.municipality_id
    LEFT JOIN staff s ON s.municipality_id = d.municipality_id AND s.id::text = d.details->>'staffId'
      AND d.details->>'role' IN ('consultant', 'leader')
    LEFT JOIN companies c ON c.municipality_id = d.municipality_id AND c.id::text = d.details->>'companyId'
      AND d.details->>'role' = 'employer'
    WHERE d.kind = 'api-key' AND d.key ~ '^[0-9a-f]{64}$'
      AND (d.details->>'role' = 'integration' OR s.id IS NOT NULL OR c.id IS NOT NULL)
    ON CONFLICT DO NOTHING`);
  for (const table of forced) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
