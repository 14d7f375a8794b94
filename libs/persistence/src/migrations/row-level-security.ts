import type { QueryRunner } from 'typeorm';

/**
 * After a transaction the setting is the empty string, not null, and a bare cast would then raise an error
 * where it should find nothing.
 */
const CURRENT = `NULLIF(current_setting('app.municipality_id', true), '')::uuid`;

interface Protection {
  /** The column that says whose row it is. */
  owner?: string;
  privileges?: string;
}

/**
 * Shuts a table off: the application sees and writes the rows of the municipality its transaction is in, and
 * without one it sees nothing. FORCE binds the owner too, so that a wrong address in a configuration shows
 * at once instead of leaking. Append-only tables leave UPDATE and DELETE out of the privileges.
 */
export async function protect(
  runner: QueryRunner,
  table: string,
  { owner = 'municipality_id', privileges = 'SELECT, INSERT, UPDATE, DELETE' }: Protection = {},
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    CREATE POLICY own_municipality ON ${table} TO fodfaeste_app
      USING (${owner} = ${CURRENT}) WITH CHECK (${owner} = ${CURRENT})`);
  await runner.query(`GRANT ${privileges} ON ${table} TO fodfaeste_app`);
}
