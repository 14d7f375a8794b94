import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A calculation over everybody says so, and does not list thousands of ids. Who that was follows from when each citizen
 * was registered, which the id tells (UUID v7); an id that does not tell counts as always there.
 * `access_concerning` is the way to ask for one person: `SELECT * FROM access_concerning('<municipality>', '<citizen>')`.
 */
export class EverybodyInTheLog1763000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_log
        ADD COLUMN everybody boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT nobody_is_named_beside_everybody
          CHECK (NOT everybody OR (kind = 'calculated' AND citizen_ids = '{}'))`);
    await runner.query(`
      CREATE FUNCTION known_since(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE substr(id::text, 15, 1)
          WHEN '7' THEN to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)
          ELSE '-infinity'
        END
      $$`);
    await runner.query(`
      CREATE FUNCTION access_concerning(municipality uuid, citizen uuid) RETURNS SETOF access_log
      LANGUAGE sql STABLE AS $$
        SELECT * FROM access_log
        WHERE municipality_id = municipality
          AND (citizen = ANY (citizen_ids) OR (everybody AND at >= known_since(citizen)))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION access_concerning, known_since');
    await runner.query('ALTER TABLE access_log DROP COLUMN everybody');
  }
}
