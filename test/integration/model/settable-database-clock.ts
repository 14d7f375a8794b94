import type { Temporal } from '#domain';
import { withClient } from '../../../demo/src/database/index.js';

/**
 * The clock of the database decides about everything that falls due, so it is the one that a test sets:
 * `clock_timestamp()` is found here before the built-in one, by every connection that is opened afterwards.
 */
export async function letTheClockStandStill(adminUrl: string, at: Temporal.Instant): Promise<void> {
  const name = new URL(adminUrl).pathname.slice(1);
  await withClient(adminUrl, async (client) => {
    await client.query('CREATE SCHEMA test_time');
    await client.query('CREATE TABLE test_time.clock (at timestamptz NOT NULL)');
    await client.query('INSERT INTO test_time.clock VALUES ($1)', [at.toString()]);
    await client.query(`
      CREATE FUNCTION test_time.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql
      AS 'SELECT at FROM test_time.clock'`);
    await client.query('GRANT USAGE ON SCHEMA test_time TO PUBLIC');
    await client.query('GRANT SELECT ON test_time.clock TO PUBLIC');
    await client.query(`ALTER DATABASE ${name} SET search_path = test_time, pg_catalog, public`);
  });
}
